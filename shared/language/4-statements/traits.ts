import type { Context } from '../context.ts';
import { mentionsOf } from '../mentions-of.ts';
import type { Holder } from './holders.ts';
import type { SentenceView } from './sentence-view.ts';
import { StanceClass } from './stance-words.ts';

/** What of a candidate holds for all issues. */
export interface Traits {
  /** Which sorts of stance words stand in its scope. */
  stances: number;
  /** Whether another person is named in its scope: number in `PERSONS`. */
  person: number;
  /** Length of its scope in five steps. */
  length: number;
  /** Mean nearness of the issues. */
  meanNear: number;
}

/** Number of different signatures. */
export const SIGNATURES = 8;
/** Other persons in a scope. */
export const PERSONS = ['none', 'named', 'him'];

/** What of a candidate holds for all issues, found once. */
export function traitsOf(context: Context, view: SentenceView, holder: Holder, near: Float32Array): Traits {
  let nearness = 0;
  for (let i = 0; i < near.length; i++) nearness += near[i]!;
  let length = 0;
  for (let at = 0; at < holder.scope.length; at++) length += holder.scope[at]!;
  return {
    stances: stanceSignature(view, holder.scope),
    person: personIn(context, view, holder),
    length: length < 4 ? 0 : length < 8 ? 1 : length < 15 ? 2 : length < 25 ? 3 : 4,
    meanNear: nearness / (near.length || 1),
  };
}

/** Whether another person is named in a scope, or meant by "him" inside a quote: number in `PERSONS`. */
function personIn(context: Context, view: SentenceView, holder: Holder): number {
  const { tokens, quotes } = context;
  const own = mentionsOf(context, holder.sentence).find((m) => m.from === holder.mention);
  for (let at = 0; at < holder.scope.length; at++) {
    if (!holder.scope[at]) continue;
    const token = view.from + at;
    if (view.persons[at] && !(own && token >= own.from && token < own.to)) return 1;
    if (quotes.quoteOfToken[token]! >= 0 && HIM.has(tokens.lower[token]!)) return 2;
  }
  return 0;
}

const HIM = new Set(['he', 'him', 'his', 'she', 'her']);

/** Which sorts of stance words stand in a scope: a number below `SIGNATURES`. */
export function stanceSignature(view: SentenceView, scope: Uint8Array): number {
  let support = 0;
  let neutral = 0;
  for (const { at, kind } of view.stance) {
    if (!scope[at]) continue;
    if (kind === StanceClass.neutral) neutral = 4;
    else if (
      kind === StanceClass.support ||
      kind === StanceClass.oppose ||
      kind === StanceClass.demand ||
      kind === StanceClass.stop
    )
      support |= 1;
    else if (kind === StanceClass.good || kind === StanceClass.bad) support |= 2;
  }
  return support + neutral;
}
