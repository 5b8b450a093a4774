import { type FeatureTable, type FeatureValues, featureValues, mixAll, put } from '../hashing.ts';
import { Pos } from '../part-of-speech.ts';
import { anyQuoted } from '../quotes.ts';
import type { TextView } from '../text-view.ts';

/** What a token is to a cue: nothing, or the beginning or inside of its source or content. */
export const Role = { none: 0, sourceStart: 1, source: 2, contentStart: 3, content: 4 } as const;
/** Number of roles. */
export const ROLES = 5;
/** Slots of the table of single roles (each has `ROLES` weights), and of pairs of neighbouring roles (`ROLES` squared). */
export const ROLE_SLOTS = 1 << 18;
export const PAIR_SLOTS = 1 << 14;
/** Numbers of features of a token, of each sort. */
export const SINGLE = 20;
export const PAIR = 8;
/** Where their weights are. */
export const SINGLE_TABLE: FeatureTable = { kind: 200, features: SINGLE, rows: ROLE_SLOTS, width: ROLES };
export const PAIR_TABLE: FeatureTable = { kind: 300, features: PAIR, rows: PAIR_SLOTS, width: ROLES * ROLES };

/** The tokens of a sentence that a cue is asked about. */
export interface RoleTokens {
  from: number;
  count: number;
  /** 1 where a token is part of the cue and so plays no role. */
  fixed: Uint8Array;
}

/** Their features, as slots. */
export interface RoleFeatures extends RoleTokens {
  single: Int32Array;
  pair: Int32Array;
}

const bucket = (distance: number) =>
  distance < 5 ? distance : distance < 7 ? 5 : distance < 10 ? 6 : distance < 16 ? 7 : distance < 26 ? 8 : 9;

const REACH = 90;
/** The most tokens that are looked at for a cue. */
export const LONGEST = 2 * REACH;

let scratch: [FeatureValues, FeatureValues] | null = null;

/** Makes the features of the sentence of the cue at token `cue`. */
export function roleFeatures(view: TextView, cue: number): RoleFeatures {
  scratch ??= [featureValues(LONGEST * SINGLE), featureValues(LONGEST * PAIR)];
  const [one, two] = scratch;
  const tokens = roleValues(view, cue, one, two);
  const { count } = tokens;
  const features = { ...tokens, single: new Int32Array(count * SINGLE), pair: new Int32Array(count * PAIR) };
  mixAll(one, SINGLE_TABLE, count, features.single);
  mixAll(two, PAIR_TABLE, count, features.pair);
  return features;
}

/** The tokens that are looked at for a cue: its sentence, of a longer one than `LONGEST` up to `REACH` tokens either side. */
export function roleWindow({ pass }: TextView, cue: number): { from: number; to: number } {
  const sentence = pass.sentenceOfToken[cue]!;
  const from = pass.first[sentence]!;
  const to = pass.first[sentence + 1]!;
  if (to - from <= LONGEST) return { from, to };
  return { from: Math.max(from, cue - REACH), to: Math.min(to, cue + REACH) };
}

/** Writes what those features are made of. */
export function roleValues(view: TextView, cue: number, one: FeatureValues, two: FeatureValues): RoleTokens {
  const { classes, pos, quotes, tokens } = view;
  const { from, to } = roleWindow(view, cue);
  const count = to - from;
  const fixed = new Uint8Array(count);
  fixed[cue - from] = 1;
  const counts = countBetween(view, from, to, cue);
  const quotedSides = (anyQuoted(quotes, from, cue) ? 1 : 0) + (anyQuoted(quotes, cue + 1, to) ? 2 : 0);
  const cueWord = classes.word[cue]!;
  const cueCluster = classes.cluster[cue]!;
  const cueTag = pos[cue]!;
  const afterCue = cue + 1 < to ? classes.word[cue + 1]! : 13;
  const beforeCue = cue > from ? classes.word[cue - 1]! : 11;
  let opener = 17;
  for (let i = from; i < to; i++) {
    const at = i - from;
    const s = at * SINGLE;
    const p = at * PAIR;
    const side = i < cue ? 0 : i > cue ? 1 : 2;
    const near = bucket(Math.abs(i - cue)) * 4 + side;
    const comma = counts[at]! & 3;
    const verb = (counts[at]! >> 2) & 3;
    const link = counts[at]! >> 4;
    const tag = pos[i]!;
    const before = i > from ? pos[i - 1]! : 15;
    const after = i + 1 < to ? pos[i + 1]! : 15;
    const quoted = quotes.quoteOfToken[i]! >= 0 ? 1 : 0;
    const quoteState = quoted * 16 + quotedSides * 4 + side;
    const word = classes.word[i]!;
    const previousWord = i > from ? classes.word[i - 1]! : 11;
    const nextWord = i + 1 < to ? classes.word[i + 1]! : 13;
    const edge = (i === from ? 1 : 0) + (i === to - 1 ? 2 : 0) + (i === to - 2 ? 4 : 0);
    if (tag === Pos.SCONJ || tokens.kind[i] === 0 || tag === Pos.CCONJ) opener = word;
    put(one, s, near, tag);
    put(one, s + 1, word, side);
    put(one, s + 2, classes.cluster[i]!, near);
    put(one, s + 3, previousWord, near);
    put(one, s + 4, nextWord, side * 16 + tag);
    put(one, s + 5, before * 256 + tag * 16 + after, side);
    put(one, s + 6, cueWord, near);
    put(one, s + 7, cueWord, quoteState);
    put(one, s + 8, comma * 64 + quoteState, 0);
    put(one, s + 9, comma * 16 + verb * 4 + side, link * 16 + tag);
    put(one, s + 10, cueCluster, (comma * 16 + tag) * 4 + side);
    put(one, s + 11, cueTag, near * 16 + tag);
    put(one, s + 12, quoteState, near);
    put(one, s + 13, afterCue, comma * 4 + side);
    put(one, s + 14, beforeCue, near);
    put(one, s + 15, cueWord, i - cue < 4 && cue - i < 4 ? word + side : verb * 4 + side);
    put(one, s + 16, edge * 4 + side, comma);
    put(one, s + 17, opener, comma * 4 + side);
    put(one, s + 18, cueWord, comma * 16 + verb * 4 + side);
    put(one, s + 19, afterCue, quoteState * 4 + comma);
    put(two, p, side, 0);
    put(two, p + 1, before, tag);
    put(two, p + 2, word, side);
    put(two, p + 3, previousWord, side);
    put(two, p + 4, quoteMarks(view, i, from), side * 16 + before);
    put(two, p + 5, near, tag);
    put(two, p + 6, before * 16 + tag, after * 4 + side);
    put(two, p + 7, cueCluster, near);
  }
  return { from, count, fixed };
}

/** For each token, what stands between it and the cue: commas (up to 3), verbs (up to 3) and links (up to 2), in bits 0-1, 2-3 and 4-5. */
function countBetween(view: TextView, from: number, to: number, cue: number): Uint8Array {
  const counts = new Uint8Array(to - from);
  for (let i = cue + 1, sum = 0; i < to; i++) {
    counts[i - from] = sum;
    sum = countIn(view, i, sum);
  }
  for (let i = cue - 1, sum = 0; i >= from; i--) {
    counts[i - from] = sum;
    sum = countIn(view, i, sum);
  }
  return counts;
}

function countIn({ tokens, pos }: TextView, i: number, sum: number): number {
  const tag = pos[i]!;
  const word = tokens.lower[i]!;
  if (word === ',') return (sum & 3) < 3 ? sum + 1 : sum;
  let counted = sum;
  if (tag === Pos.VERB && (sum & 12) < 12) counted += 4;
  if ((tag === Pos.SCONJ || tag === Pos.CCONJ || word === 'who' || word === 'which') && sum < 32) counted += 16;
  return counted;
}

/** Whether a quote begins or ended at a token. */
function quoteMarks({ quotes }: TextView, i: number, from: number): number {
  const now = quotes.quoteOfToken[i]!;
  const before = i > from ? quotes.quoteOfToken[i - 1]! : -1;
  const next = i + 1 < quotes.quoteOfToken.length ? quotes.quoteOfToken[i + 1]! : -1;
  return (now >= 0 ? 1 : 0) + (before >= 0 ? 2 : 0) + (next >= 0 ? 4 : 0);
}

/** Calls `change` with each weight that takes part in a sequence of roles: what training adds to or takes from. */
export function forEachWeight(
  features: RoleFeatures,
  roles: Uint8Array,
  change: (pair: boolean, slot: number) => void,
): void {
  for (let at = 0; at < features.count; at++) {
    const role = roles[at]!;
    const previous = at > 0 ? roles[at - 1]! : 0;
    for (let n = at * SINGLE; n < (at + 1) * SINGLE; n++) change(false, features.single[n]! * ROLES + role);
    for (let n = at * PAIR; n < (at + 1) * PAIR; n++)
      change(true, features.pair[n]! * ROLES * ROLES + previous * ROLES + role);
  }
}

/** Number of weights in each table. */
export const SINGLE_WEIGHTS = ROLE_SLOTS * ROLES;
export const PAIR_WEIGHTS = PAIR_SLOTS * ROLES * ROLES;
