import { readFileSync } from 'node:fs';
import {
  actorWindow,
  type Named,
  type TargetWindow,
  targetWindow,
} from '../../shared/language/5-tone/target-window.ts';
import { toneLabels } from '../../shared/language/5-tone.ts';
import type { Span, ToneLabel } from '../../shared/language/tags.ts';

/** One target to learn from: 0 negative, 1 neutral, 2 positive. */
export interface ToneExample {
  window: TargetWindow;
  label: number;
  /** Sentences of one source go into one fold. */
  group: string;
  weight: number;
}

/** The objects of a file of JSON lines. */
export const jsonLines = <Line>(file: string): Line[] =>
  readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));

/** A line of a NewsMTSC file. */
export interface NewsLine {
  sentence_normalized: string;
  primary_gid: string;
  targets: { from: number; to: number; polarity: number }[];
}

/** Which source a line comes from. */
export const newsGroup = ({ primary_gid: gid }: NewsLine): string => String(gid).split('_').slice(0, 3).join('_');

/** The targets of a NewsMTSC file. */
export function newsExamples(file: string): ToneExample[] {
  return jsonLines<NewsLine>(file).flatMap((line) => {
    const spans = line.targets.map(({ from, to }): Span => ({ start: from, end: to }));
    return line.targets.map(({ polarity }, at) => ({
      window: targetWindow(line.sentence_normalized, spans, at),
      label: polarity / 2 - 1,
      group: newsGroup(line),
      weight: 1,
    }));
  });
}

/** The number of a label. */
export const labelOf = (label: ToneLabel): number => toneLabels.indexOf(label);

/** The number of a label that is written as a mark: `-`, `0` or `+`. */
export const labelOfMark = (mark: string): number => '-0+'.indexOf(mark);

/** What is read of a line of a stance set. */
interface StanceLine {
  id: string;
  text: string;
  sentences: [start: number, end: number][];
  mentions: (Named<string> & { sentence: number })[];
  sentence_tone: { s: number; actor: string; label: ToneLabel }[];
}

/** The coded sentence tones of a stance set. */
export function disputeExamples(file: string, weight = 1): ToneExample[] {
  return jsonLines<StanceLine>(file).flatMap(({ id, text, sentences, mentions, sentence_tone: tones }) =>
    tones.flatMap(({ s, actor, label }) => {
      const here = mentions.filter(({ sentence }) => sentence === s);
      if (!here.some((mention) => mention.actor === actor)) return [];
      const [start, end] = sentences[s - 1]!;
      return [{ window: actorWindow(text, { start, end }, here, actor), label: labelOf(label), group: id, weight }];
    }),
  );
}

/** A fold from 0 to 9 that depends on the group's name alone. */
export function foldOf(group: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < group.length; i += 1) hash = Math.imul(hash ^ group.charCodeAt(i), 0x01000193);
  return ((hash ^ (hash >>> 15)) >>> 0) % 10;
}

/** Mean F1 of the three labels. */
export function macroF1(pairs: [gold: number, found: number][]): number {
  const scores = [0, 1, 2].map((label) => {
    const hit = pairs.filter(([gold, found]) => gold === label && found === label).length;
    const found = pairs.filter(([, each]) => each === label).length;
    const gold = pairs.filter(([each]) => each === label).length;
    return found + gold > 0 ? (2 * hit) / (found + gold) : 0;
  });
  return scores.reduce((sum, score) => sum + score, 0) / 3;
}
