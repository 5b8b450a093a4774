import { wordCode } from '../word-codes.ts';
import { EFFECTS } from './effects.ts';
import { findEffects } from './find-effects.ts';
import { insideOther, insideTarget, type TargetWindow } from './target-window.ts';

/** A sentence as the network reads it: each run of tokens of a target is one, seen from the target judged. */
export interface NetInputs {
  length: number;
  /** Per token: the code of its word, 2 for the target, 3 for another target. */
  codes: Int32Array;
  /** Per token: the surface, lower case. */
  words: string[];
  /** Per token: 1 inside quotation marks. */
  quoted: Uint8Array;
  /** Per token: how far from the target, in steps of a logarithm: 0 far before, 10 the target, 20 far after. */
  distances: Uint8Array;
  /** Per token: what the phrase it stands in does to those around it (`EFFECT_KINDS`), 0 for nothing. */
  effects: Uint8Array;
  /** Where the target stands. */
  target: number;
}

const TARGET = 2;
const OTHER = 3;
/** Distances fall into so many steps. */
export const DISTANCES = 21;
const FARTHEST = 10;
/** None, or each effect, active and passive. */
export const EFFECT_KINDS = 1 + 2 * EFFECTS.length;

/** What the network reads of a sentence. */
export function netInputs(window: TargetWindow): NetInputs {
  const codes = new Int32Array(window.length);
  const quoted = new Uint8Array(window.length);
  const effects = new Uint8Array(window.length);
  const kinds = effectKinds(window);
  const words: string[] = [];
  for (let token = 0; token < window.length; token += 1) {
    const code = codeOf(window.words[token]!, window.lower[token]!);
    const length = words.length;
    const repeats = (code === TARGET || code === OTHER) && length > 0 && codes[length - 1] === code;
    if (repeats) continue;
    codes[length] = code;
    quoted[length] = window.quoted[token]!;
    effects[length] = kinds[token]!;
    words.push(window.lower[token]!);
  }
  const length = words.length;
  const target = Math.max(0, codes.subarray(0, length).indexOf(TARGET));
  const distances = Uint8Array.from(words, (_, token) => stepOf(token - target));
  return {
    ...{ length, words, distances, target },
    codes: codes.subarray(0, length),
    quoted: quoted.subarray(0, length),
    effects: effects.subarray(0, length),
  };
}

/** The kind of effect of each token; of several of one phrase the first. */
function effectKinds(window: TargetWindow): Uint8Array {
  const kinds = new Uint8Array(window.length);
  for (const { effect, from, to, isPassive } of findEffects(window))
    if (kinds[from] === 0) kinds.fill(1 + 2 * effect + (isPassive ? 1 : 0), from, to);
  return kinds;
}

function stepOf(distance: number): number {
  const steps = Math.min(FARTHEST, Math.round(Math.log2(Math.abs(distance) + 1)));
  return FARTHEST + Math.sign(distance) * steps;
}

function codeOf(vector: number, word: string): number {
  if (vector === insideTarget) return TARGET;
  return vector === insideOther ? OTHER : wordCode(vector, word);
}
