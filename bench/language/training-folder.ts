import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The folder in `kept` where a script trains on these inputs, by file name, in their order: made, with the inputs in it, and named
 * after all that a result comes of, so that what stands there already need not be trained again.
 */
export function trainingFolder(
  kept: string,
  { script, epochs, inputs }: { script: string; epochs?: number; inputs: Record<string, string | Uint8Array> },
): string {
  const made = createHash('sha256');
  for (const input of Object.values(inputs)) made.update(input);
  made.update(readFileSync(script)).update(String(epochs ?? ''));
  const folder = join(kept, made.digest('hex').slice(0, 16));
  mkdirSync(folder, { recursive: true });
  for (const [name, input] of Object.entries(inputs)) writeFileSync(join(folder, name), input);
  return folder;
}

/**
 * What a training wrote.
 * @throws {Error} when it was cut short, naming the file
 */
export function readResult<T>(file: string): T {
  const source = readFileSync(file, 'utf8');
  try {
    return JSON.parse(source) as T;
  } catch (cause) {
    throw new Error(`${file} was cut short when a training was ended: delete it, and train again`, { cause });
  }
}
