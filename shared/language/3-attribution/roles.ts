import { mix } from '../hashing.ts';
import { Pos } from '../part-of-speech.ts';
import { addRow, type WeightTable } from '../quantised-weights.ts';
import type { TextView } from '../text-view.ts';

/** What a token is to a cue: nothing, or the beginning or inside of its source or content. */
export const Role = { none: 0, sourceStart: 1, source: 2, contentStart: 3, content: 4 } as const;
const ROLES = 5;
/** Slots of the table of single roles (each has `ROLES` weights), and of pairs of neighbouring roles (`ROLES` squared). */
export const ROLE_SLOTS = 1 << 18;
export const PAIR_SLOTS = 1 << 14;
const SINGLE = 20;
const PAIR = 8;

/** The weights of the role model. */
export interface RoleWeights {
  single: WeightTable;
  pair: WeightTable;
}

/** The features of all tokens of a cue's sentence. */
export interface RoleFeatures {
  from: number;
  count: number;
  single: Int32Array;
  pair: Int32Array;
  /** 1 where a token is part of the cue and so plays no role. */
  fixed: Uint8Array;
}

const bucket = (distance: number) =>
  distance < 5 ? distance : distance < 7 ? 5 : distance < 10 ? 6 : distance < 16 ? 7 : distance < 26 ? 8 : 9;

/** Makes the features of the sentence of the cue at token `cue`. Long sentences are read up to 90 tokens either side. */
export function roleFeatures(view: TextView, cue: number): RoleFeatures {
  const { classes, pos, pass, quotes, tokens } = view;
  const sentence = pass.sentenceOfToken[cue]!;
  const from = Math.max(pass.first[sentence]!, cue - 90);
  const to = Math.min(pass.first[sentence + 1]!, cue + 90);
  const count = to - from;
  const features: RoleFeatures = {
    from,
    count,
    single: new Int32Array(count * SINGLE),
    pair: new Int32Array(count * PAIR),
    fixed: new Uint8Array(count),
  };
  features.fixed[cue - from] = 1;
  const counts = countBetween(view, from, to, cue);
  const quotedSides = (anyQuoted(view, from, cue) ? 1 : 0) + (anyQuoted(view, cue + 1, to) ? 2 : 0);
  const cueWord = classes.word[cue]!;
  const cueCluster = classes.cluster[cue]!;
  const cueTag = pos[cue]!;
  const afterCue = cue + 1 < to ? classes.word[cue + 1]! : 13;
  const beforeCue = cue > from ? classes.word[cue - 1]! : 11;
  const { single, pair } = features;
  let opener = 17;
  for (let i = from; i < to; i++) {
    const at = i - from;
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
    const n = at * SINGLE;
    single[n] = singleSlot(0, near, tag);
    single[n + 1] = singleSlot(1, word, side);
    single[n + 2] = singleSlot(2, classes.cluster[i]!, near);
    single[n + 3] = singleSlot(3, previousWord, near);
    single[n + 4] = singleSlot(4, nextWord, side * 16 + tag);
    single[n + 5] = singleSlot(5, before * 256 + tag * 16 + after, side);
    single[n + 6] = singleSlot(6, cueWord, near);
    single[n + 7] = singleSlot(7, cueWord, quoteState);
    single[n + 8] = singleSlot(8, comma * 64 + quoteState, 0);
    single[n + 9] = singleSlot(9, comma * 16 + verb * 4 + side, link * 16 + tag);
    single[n + 10] = singleSlot(10, cueCluster, (comma * 16 + tag) * 4 + side);
    single[n + 11] = singleSlot(11, cueTag, near * 16 + tag);
    single[n + 12] = singleSlot(12, quoteState, near);
    single[n + 13] = singleSlot(13, afterCue, comma * 4 + side);
    single[n + 14] = singleSlot(14, beforeCue, near);
    single[n + 15] = singleSlot(15, cueWord, i - cue < 4 && cue - i < 4 ? word + side : verb * 4 + side);
    single[n + 16] = singleSlot(16, edge * 4 + side, comma);
    single[n + 17] = singleSlot(17, opener, comma * 4 + side);
    single[n + 18] = singleSlot(18, cueWord, comma * 16 + verb * 4 + side);
    single[n + 19] = singleSlot(19, afterCue, quoteState * 4 + comma);
    const m = at * PAIR;
    pair[m] = pairSlot(0, side, 0);
    pair[m + 1] = pairSlot(1, before, tag);
    pair[m + 2] = pairSlot(2, word, side);
    pair[m + 3] = pairSlot(3, previousWord, side);
    pair[m + 4] = pairSlot(4, quoteMarks(view, i, from), side * 16 + before);
    pair[m + 5] = pairSlot(5, near, tag);
    pair[m + 6] = pairSlot(6, before * 16 + tag, after * 4 + side);
    pair[m + 7] = pairSlot(7, cueCluster, near);
  }
  return features;
}

const singleSlot = (kind: number, a: number, b: number) => mix(200 + kind, a, b) & (ROLE_SLOTS - 1);
const pairSlot = (kind: number, a: number, b: number) => mix(300 + kind, a, b) & (PAIR_SLOTS - 1);

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

function anyQuoted({ quotes }: TextView, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (quotes.quoteOfToken[i]! >= 0) return true;
  return false;
}

/** Whether a quote begins or ended at a token. */
function quoteMarks({ quotes }: TextView, i: number, from: number): number {
  const now = quotes.quoteOfToken[i]!;
  const before = i > from ? quotes.quoteOfToken[i - 1]! : -1;
  const next = i + 1 < quotes.quoteOfToken.length ? quotes.quoteOfToken[i + 1]! : -1;
  return (now >= 0 ? 1 : 0) + (before >= 0 ? 2 : 0) + (next >= 0 ? 4 : 0);
}

const FORBIDDEN = -1e9;

/**
 * The likeliest sequence of roles (Viterbi 1967) under a linear-chain model trained by the averaged perceptron
 * (Collins 2002).
 */
export function decodeRoles(features: RoleFeatures, weights: RoleWeights): Uint8Array {
  const { count, fixed } = features;
  const best = new Float64Array(count * ROLES);
  const from = new Uint8Array(count * ROLES);
  const pair = new Float64Array(ROLES * ROLES);
  const single = new Float64Array(ROLES);
  for (let at = 0; at < count; at++) {
    sumRows(features.single, SINGLE, weights.single, at, single);
    sumRows(features.pair, PAIR, weights.pair, at, pair);
    for (let role = 0; role < ROLES; role++) {
      let most = FORBIDDEN * 2;
      let choice = 0;
      for (let previous = 0; previous < ROLES; previous++) {
        if (!allowed(previous, role, at, fixed[at]!)) continue;
        const before = at > 0 ? best[(at - 1) * ROLES + previous]! : previous === 0 ? 0 : FORBIDDEN;
        const score = before + pair[previous * ROLES + role]!;
        if (score > most) {
          most = score;
          choice = previous;
        }
      }
      best[at * ROLES + role] = most + single[role]!;
      from[at * ROLES + role] = choice;
    }
  }
  return traceBack(best, from, count);
}

function traceBack(best: Float64Array, from: Uint8Array, count: number): Uint8Array {
  const roles = new Uint8Array(count);
  if (count === 0) return roles;
  let role = 0;
  for (let r = 1; r < ROLES; r++) if (best[(count - 1) * ROLES + r]! > best[(count - 1) * ROLES + role]!) role = r;
  for (let at = count - 1; at >= 0; at--) {
    roles[at] = role;
    role = from[at * ROLES + role]!;
  }
  return roles;
}

/** An inside follows its own beginning or inside; a token of the cue plays no role. */
function allowed(previous: number, role: number, at: number, fixed: number): boolean {
  if (fixed) return role === Role.none;
  if (role === Role.source) return at > 0 && (previous === Role.source || previous === Role.sourceStart);
  if (role === Role.content) return at > 0 && (previous === Role.content || previous === Role.contentStart);
  return true;
}

/** Sums the rows of weights of a token's features: `sums.length` weights a row. */
function sumRows(slots: Int32Array, features: number, table: WeightTable, at: number, sums: Float64Array): void {
  sums.fill(0);
  for (let n = at * features; n < (at + 1) * features; n++) addRow(table, slots[n]! * sums.length, sums);
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
