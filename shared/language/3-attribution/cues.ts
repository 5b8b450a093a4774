import { type FeatureTable, type FeatureValues, featureValues, mixAll, put } from '../hashing.ts';
import { Pos } from '../part-of-speech.ts';
import { anyQuoted } from '../quotes.ts';
import type { TextView } from '../text-view.ts';

/** Slots of the cue model's table. */
export const CUE_SLOTS = 1 << 18;
/** Number of features of a cue candidate. */
export const CUE_FEATURES = 26;
/** Where their weights are. */
export const CUE_TABLE: FeatureTable = { kind: 100, features: CUE_FEATURES, rows: CUE_SLOTS, width: 1 };

const OPENING = new Set(['"', '“', "'", '‘', "''", '``']);

const scratch = featureValues(CUE_FEATURES);

/** Writes the slots of the features of the question: does token `at` tell that somebody says, thinks or wants something? */
export function cueFeatures(view: TextView, at: number, features: Int32Array): void {
  cueValues(view, at, scratch);
  mixAll(scratch, CUE_TABLE, 1, features);
}

/** Writes what those features are made of. */
export function cueValues(view: TextView, at: number, values: FeatureValues): void {
  const { tokens, classes, pos, quotes, pass } = view;
  const sentence = pass.sentenceOfToken[at]!;
  const from = pass.first[sentence]!;
  const to = pass.first[sentence + 1]!;
  const before = at > from;
  const next = at + 1 < to;
  const w = classes.word[at]!;
  const tag = pos[at]!;
  const cluster = classes.cluster[at]!;
  const wordBefore = before ? classes.word[at - 1]! : 11;
  const wordTwoBefore = at - 2 >= from ? classes.word[at - 2]! : 11;
  const wordNext = next ? classes.word[at + 1]! : 13;
  const wordSecond = at + 2 < to ? classes.word[at + 2]! : 13;
  const tagBefore = before ? pos[at - 1]! : 15;
  const tagTwoBefore = at - 2 >= from ? pos[at - 2]! : 15;
  const tagNext = next ? pos[at + 1]! : 15;
  const tagSecond = at + 2 < to ? pos[at + 2]! : 15;
  const clusterBefore = before ? classes.cluster[at - 1]! : 257;
  const clusterNext = next ? classes.cluster[at + 1]! : 257;
  const inQuote = quotes.quoteOfToken[at]! >= 0 ? 1 : 0;
  const quotedAfter = next && tokens.kind[at + 1] === 0 && OPENING.has(tokens.surface[at + 1]!) ? 1 : 0;
  const quotedSoon = anyQuoted(quotes, at + 1, Math.min(to, at + 10)) ? 1 : 0;
  const quotedBefore = at - 4 >= from && anyQuoted(quotes, Math.max(from, at - 9), at) ? 1 : 0;
  const quoted = inQuote * 8 + quotedAfter * 4 + quotedSoon * 2 + quotedBefore;
  const that = thatWithin(view, at, to);
  const subject = subjectBefore(view, at, from);
  const place = (at === from ? 1 : 0) + (at === to - 1 ? 2 : 0) + (to - at < 4 ? 4 : 0);
  put(values, 0, w, 0);
  put(values, 1, w, wordNext);
  put(values, 2, w, tagNext * 16 + tagBefore);
  put(values, 3, w, tagNext * 16 + tagSecond);
  put(values, 4, w, wordBefore);
  put(values, 5, w, quoted);
  put(values, 6, w, that);
  put(values, 7, w, subject);
  put(values, 8, w, clusterNext);
  put(values, 9, w, clusterBefore);
  put(values, 10, w, tag * 16 + tagNext);
  put(values, 11, cluster, tag * 256 + tagNext * 16 + tagBefore);
  put(values, 12, cluster, that * 16 + subject);
  put(values, 13, classes.suffix[at]!, tag * 16 + tagNext);
  put(values, 14, wordNext, tagBefore);
  put(values, 15, wordBefore, tagNext);
  put(values, 16, wordNext, wordSecond);
  put(values, 17, wordBefore, wordTwoBefore);
  put(values, 18, clusterNext, cluster);
  put(values, 19, clusterBefore, cluster);
  put(values, 20, quoted, tag);
  put(values, 21, that * 16 + subject, tag);
  put(values, 22, place, tag);
  put(values, 23, w, place);
  put(values, 24, w, wordSecond);
  put(values, 25, tagTwoBefore * 256 + tagBefore * 16 + tag, tagNext * 16 + tagSecond);
}

/** How far on a "that" begins a clause: 0 none, 1 next, 2 soon, 3 later. */
function thatWithin({ tokens }: TextView, at: number, to: number): number {
  for (let i = at + 1; i < Math.min(to, at + 9); i++)
    if (tokens.lower[i] === 'that') return i === at + 1 ? 1 : i < at + 5 ? 2 : 3;
  return 0;
}

/** What stands before the cue as a subject: 0 nothing, 1 a pronoun, 2 a name, 3 a noun, 4 a relative, 5 "to". */
function subjectBefore({ tokens, pos }: TextView, at: number, from: number): number {
  for (let i = at - 1; i >= Math.max(from, at - 4); i--) {
    if (tokens.lower[i] === 'to') return 5;
    if (tokens.lower[i] === 'who' || tokens.lower[i] === 'which') return 4;
    if (pos[i] === Pos.PRON) return 1;
    if (pos[i] === Pos.PROPN) return 2;
    if (pos[i] === Pos.NOUN) return 3;
    if (pos[i] === Pos.VERB || pos[i] === Pos.PUNCT) return 6;
  }
  return 0;
}
