import { readFile, writeFile } from 'node:fs/promises';
import { toneOfTarget } from '../../shared/language/5-tone.ts';

const POLARITY = { negative: -1, neutral: 0, positive: 1 } as const;

interface Line {
  sentence_normalized: string;
  targets: { 'Input.gid': string; from: number; to: number }[];
}

/** Judges the tone towards each target of `input` (NewsMTSC's JSON lines) and writes what the sentiment scorer reads. */
export async function predict(input: string, output: string, _options: { codebook?: string } = {}): Promise<void> {
  const lines = (await readFile(input, 'utf8')).split('\n').filter((line) => line.trim());
  await writeFile(output, lines.flatMap(predictLine).join(''));
}

function predictLine(line: string): string[] {
  const { sentence_normalized: sentence, targets } = JSON.parse(line) as Line;
  const spans = targets.map(({ from, to }) => ({ start: from, end: to }));
  return targets.map((target, at) => {
    const { label } = toneOfTarget(sentence, spans, at);
    return `${JSON.stringify({ id: target['Input.gid'], polarity: POLARITY[label] })}\n`;
  });
}
