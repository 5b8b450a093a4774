import { NEGATION_REACH } from '../negations.ts';
import { EFFECTS } from './effects.ts';
import type { FoundEffect } from './find-effects.ts';
import { insideOther, type TargetWindow } from './target-window.ts';

/** A phrase's effect as it bears on the target. */
export interface PlacedEffect {
  /** The name of the effect, after "!" where it is negated. */
  effect: string;
  /** Where the target stands to the phrase. */
  role: 'subject' | 'object' | 'passive' | 'agent' | 'after passive';
  /** Clauses between, at most 2. */
  clauses: number;
  /** Names of other targets between, at most 2. */
  names: number;
  distance: 'near' | 'off' | 'far';
}

const most = 2;
const near = 2;
const off = 6;

/** How an effect bears on the target, which stands at token `target`; `clause` numbers the clause of each token. */
export function placeEffect(
  { lower, words, distances }: TargetWindow,
  { effect, from, to, isPassive }: FoundEffect,
  target: number,
  clause: readonly number[],
  isNegation: (word: string) => boolean,
): PlacedEffect {
  const isBefore = target < from;
  const name = EFFECTS[effect]!;
  const steps = Math.abs(distances[isBefore ? from : to - 1]!);
  const isNegated = lower.slice(Math.max(0, from - NEGATION_REACH), from).some(isNegation);
  return {
    effect: isNegated ? `!${name}` : name,
    role: isPassive ? passiveRole(isBefore, lower[to] === 'by') : isBefore ? 'subject' : 'object',
    clauses: Math.min(most, Math.abs(clause[from]! - (clause[target] ?? 0))),
    names: Math.min(most, othersBetween(words, isBefore ? target : to, isBefore ? from : target)),
    distance: steps <= near ? 'near' : steps <= off ? 'off' : 'far',
  };
}

function passiveRole(isBefore: boolean, hasAgent: boolean): PlacedEffect['role'] {
  if (isBefore) return 'passive';
  return hasAgent ? 'agent' : 'after passive';
}

function othersBetween(words: Int32Array, from: number, to: number): number {
  let others = 0;
  for (let token = from; token < to; token++)
    if (words[token] === insideOther && (token === from || words[token - 1] !== insideOther)) others++;
  return others;
}
