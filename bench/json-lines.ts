import { readFile, writeFile } from 'node:fs/promises';
import { messageOf, SettingError } from '../shared/errors.ts';

/**
 * Turns each line of a file of JSON lines into the lines that `predict` makes of it; empty lines are passed over. Nothing is
 * written unless all can be read.
 * @throws {SettingError} names the line that can't be read
 */
export async function mapJsonLines<Value>(
  input: string,
  output: string,
  predict: (value: Value) => object[] | Promise<object[]>,
): Promise<void> {
  const made: string[] = [];
  for (const [index, line] of (await readFile(input, 'utf8')).split('\n').entries()) {
    if (!line.trim()) continue;
    try {
      for (const prediction of await predict(JSON.parse(line))) made.push(`${JSON.stringify(prediction)}\n`);
    } catch (cause) {
      throw new SettingError(
        `Line ${index + 1} of ${input} can't be read: ${messageOf(cause)}`,
        'Give the input of this benchmark, one JSON object a line, as its NOTES.md describes it.',
        { cause },
      );
    }
  }
  await writeFile(output, made.join(''));
}
