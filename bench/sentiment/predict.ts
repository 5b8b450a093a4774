import { toneOfTarget } from '../../shared/language/5-tone.ts';
import { mapJsonLines } from '../json-lines.ts';

const POLARITY = { negative: -1, neutral: 0, positive: 1 } as const;

interface Line {
  sentence_normalized: string;
  targets: { 'Input.gid': string; from: number; to: number }[];
}

/** Judges the tone towards each target of `input` (NewsMTSC's JSON lines) and writes what the sentiment scorer reads. */
export async function predict(input: string, output: string, _options: { codebook?: string } = {}): Promise<void> {
  await mapJsonLines<Line>(input, output, predictLine);
}

function predictLine({ sentence_normalized: sentence, targets }: Line): object[] {
  const spans = targets.map(({ from, to }) => ({ start: from, end: to }));
  return targets.map((target, at) => {
    const { label } = toneOfTarget(sentence, spans, at);
    return { id: target['Input.gid'], polarity: POLARITY[label] };
  });
}
