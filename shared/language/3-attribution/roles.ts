import { mix } from '../hashing.ts';
import { Pos } from '../part-of-speech.ts';
import type { WeightTable } from '../quantised-weights.ts';
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
  const commas = countBetween(from, to, cue, (i) => tokens.lower[i] === ',');
  const verbs = countBetween(from, to, cue, (i) => pos[i] === Pos.VERB);
  const links = countBetween(
    from,
    to,
    cue,
    (i) => pos[i] === Pos.SCONJ || pos[i] === Pos.CCONJ || tokens.lower[i] === 'who' || tokens.lower[i] === 'which',
  );
  const quotedSides = (anyQuoted(view, from, cue) ? 1 : 0) + (anyQuoted(view, cue + 1, to) ? 2 : 0);
  const cueWord = classes.word[cue]!;
  const cueCluster = classes.cluster[cue]!;
  const afterCue = cue + 1 < to ? classes.word[cue + 1]! : 13;
  const beforeCue = cue > from ? classes.word[cue - 1]! : 11;
  let opener = 17;
  for (let i = from; i < to; i++) {
    const at = i - from;
    const side = i < cue ? 0 : i > cue ? 1 : 2;
    const near = bucket(Math.abs(i - cue)) * 4 + side;
    const comma = Math.min(3, commas[at]!);
    const verb = Math.min(3, verbs[at]!);
    const link = Math.min(2, links[at]!);
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
    let n = at * SINGLE;
    let kind = 200;
    const one = (a: number, b = 0) => {
      features.single[n++] = mix(kind++, a, b) & (ROLE_SLOTS - 1);
    };
    one(near, tag);
    one(word, side);
    one(classes.cluster[i]!, near);
    one(previousWord, near);
    one(nextWord, side * 16 + tag);
    one(before * 256 + tag * 16 + after, side);
    one(cueWord, near);
    one(cueWord, quoteState);
    one(comma * 64 + quoteState, 0);
    one(comma * 16 + verb * 4 + side, link * 16 + tag);
    one(cueCluster, (comma * 16 + tag) * 4 + side);
    one(pos[cue]!, near * 16 + tag);
    one(quoteState, near);
    one(afterCue, comma * 4 + side);
    one(beforeCue, near);
    one(cueWord, i - cue < 4 && cue - i < 4 ? word + side : verb * 4 + side);
    one(edge * 4 + side, comma);
    one(opener, comma * 4 + side);
    one(cueWord, comma * 16 + verb * 4 + side);
    one(afterCue, quoteState * 4 + comma);
    n = at * PAIR;
    kind = 300;
    const two = (a: number, b = 0) => {
      features.pair[n++] = mix(kind++, a, b) & (PAIR_SLOTS - 1);
    };
    const marks = quoteMarks(view, i, from);
    two(side);
    two(before, tag);
    two(word, side);
    two(previousWord, side);
    two(marks, side * 16 + before);
    two(near, tag);
    two(before * 16 + tag, after * 4 + side);
    two(cueCluster, near);
  }
  return features;
}

/** For each token, how many of a sort stand between it and the cue. */
function countBetween(from: number, to: number, cue: number, test: (i: number) => boolean): Uint8Array {
  const counts = new Uint8Array(to - from);
  for (let i = cue + 1, n = 0; i < to; i++) {
    counts[i - from] = n;
    if (test(i)) n++;
  }
  for (let i = cue - 1, n = 0; i >= from; i--) {
    counts[i - from] = n;
    if (test(i)) n++;
  }
  return counts;
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
 * (Collins 2002). `score` is the mean advantage over the all-none sequence a token.
 */
export function decodeRoles(features: RoleFeatures, weights: RoleWeights): Uint8Array {
  const { count } = features;
  const best = new Float64Array(count * ROLES);
  const from = new Uint8Array(count * ROLES);
  const pair = new Float64Array(ROLES * ROLES);
  const single = new Float64Array(ROLES);
  for (let at = 0; at < count; at++) {
    sumSingle(features, weights.single, at, single);
    sumPair(features, weights.pair, at, pair);
    for (let role = 0; role < ROLES; role++) {
      let most = FORBIDDEN * 2;
      let choice = 0;
      for (let previous = 0; previous < ROLES; previous++) {
        if (!allowed(previous, role, at, features.fixed[at]!)) continue;
        const score =
          (at > 0 ? best[(at - 1) * ROLES + previous]! : previous === 0 ? 0 : FORBIDDEN) +
          pair[previous * ROLES + role]!;
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

function sumSingle(features: RoleFeatures, table: WeightTable, at: number, sums: Float64Array): void {
  sums.fill(0);
  for (let n = at * SINGLE; n < (at + 1) * SINGLE; n++) {
    const slot = features.single[n]! * ROLES;
    for (let role = 0; role < ROLES; role++) sums[role]! += table.at(slot + role)!;
  }
}

function sumPair(features: RoleFeatures, table: WeightTable, at: number, sums: Float64Array): void {
  sums.fill(0);
  for (let n = at * PAIR; n < (at + 1) * PAIR; n++) {
    const slot = features.pair[n]! * ROLES * ROLES;
    for (let p = 0; p < ROLES * ROLES; p++) sums[p]! += table.at(slot + p)!;
  }
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
