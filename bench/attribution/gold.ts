import { readFileSync } from 'node:fs';
import { Role, type RoleTokens } from '../../shared/language/3-attribution/roles.ts';
import { type TextView, viewText } from '../../shared/language/text-view.ts';

/** Offsets of the text, end exclusive, and what stands there. */
export type GoldSpan = [number, number, string];

export interface GoldAttribution {
  source: GoldSpan[] | null;
  cue: GoldSpan[];
  content: GoldSpan[];
}

/** A text of PolNeAR with its attributions. */
export interface GoldText {
  id: string;
  text: string;
  attributions: GoldAttribution[];
}

/** A text to learn from. */
export interface Prepared {
  view: TextView;
  /** By the token that is the head of its cue. */
  cues: Map<number, GoldAttribution>;
}

/** The texts of one file of PolNeAR. */
export const readGold = (data: string, name: string): GoldText[] =>
  readFileSync(`${data}/attribution/dev/${name}.jsonl`, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as GoldText);

/** The texts with the heads of their cues, and the words that are cues often enough to be looked at. */
export function prepare(golds: GoldText[]): { texts: Prepared[]; cueWords: Set<string> } {
  const read = golds.map((gold) => ({ gold, view: viewText(gold.text) }));
  const rates = cueRates(read);
  const often = [...rates].filter(([, [cues, all]]) => cues >= 2 && cues / all > 0.01);
  const cueWords = new Set(often.map(([word]) => word));
  const rateOf = (word: string) => {
    const [marked, all] = rates.get(word) ?? [0, 1];
    return cueWords.has(word) ? marked / (all + 3) : 0;
  };
  return { texts: read.map(({ gold, view }) => ({ view, cues: cuesOf(gold, view, rateOf) })), cueWords };
}

/** How often each word stands in a cue, and at all. */
function cueRates(read: { gold: GoldText; view: TextView }[]): Map<string, [number, number]> {
  const rates = new Map<string, [number, number]>();
  for (const { gold, view } of read) {
    const { tokens } = view;
    const cues = gold.attributions.flatMap(({ cue }) => cue);
    const marks = marked(view, cues);
    for (let at = 0; at < tokens.count; at++) {
      const rate = rates.get(tokens.lower[at]!) ?? [0, 0];
      rates.set(tokens.lower[at]!, [rate[0] + marks[at]!, rate[1] + 1]);
    }
  }
  return rates;
}

/** The head of a cue is its word that is oftenest a cue. */
function cuesOf(
  { attributions }: GoldText,
  view: TextView,
  rateOf: (word: string) => number,
): Map<number, GoldAttribution> {
  const { lower, count } = view.tokens;
  const cues = new Map<number, GoldAttribution>();
  for (const attribution of attributions) {
    const marks = marked(view, attribution.cue);
    let head = -1;
    for (let at = 0; at < count; at++)
      if (marks[at] && (head < 0 || rateOf(lower[at]!) > rateOf(lower[head]!))) head = at;
    if (head >= 0 && attribution.content.length > 0) cues.set(head, attribution);
  }
  return cues;
}

/** Per token: 1 where it lies in one of the spans, if only in part. */
export function marked({ tokens }: TextView, spans: GoldSpan[]): Uint8Array {
  const marks = new Uint8Array(tokens.count);
  for (const [start, end] of spans) {
    let at = lowerBound(tokens.end, start + 1);
    for (; at < tokens.count && tokens.start[at]! < end; at++) marks[at] = 1;
  }
  return marks;
}

function lowerBound(sorted: Int32Array, value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The roles that the tokens around a cue play to it. */
export function goldRoles(view: TextView, tokens: RoleTokens, attribution: GoldAttribution): Uint8Array {
  const { from, count, fixed } = tokens;
  const roles = new Uint8Array(count);
  const paint = (spans: GoldSpan[], start: number, inside: number) => {
    const marks = marked(view, spans);
    for (let at = 0; at < count; at++) {
      if (!marks[from + at] || fixed[at]) continue;
      const goesOn = at > 0 && marks[from + at - 1] === 1 && (roles[at - 1] === start || roles[at - 1] === inside);
      roles[at] = goesOn ? inside : start;
    }
  };
  paint(attribution.content, Role.contentStart, Role.content);
  paint(attribution.source ?? [], Role.sourceStart, Role.source);
  return roles;
}

/** Whether half of each content at least, of what stands in the sentence where it begins, lies in the other. */
export function overlaps(view: TextView, content: [number, number][], gold: GoldAttribution): boolean {
  const { tokens, pass } = view;
  const mine = content
    .flatMap(([from, to]) => Array.from({ length: to - from }, (_, i) => from + i))
    .filter((at) => tokens.kind[at] !== 0);
  const marks = marked(view, gold.content);
  const sentence = pass.sentenceOfToken[content[0]![0]]!;
  let theirs = 0;
  for (let at = pass.first[sentence]!; at < pass.first[sentence + 1]!; at++)
    if (tokens.kind[at] !== 0) theirs += marks[at]!;
  const shared = mine.filter((at) => marks[at]).length;
  return shared * 2 >= mine.length && shared * 2 >= theirs && shared > 0;
}
