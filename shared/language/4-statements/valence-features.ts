import type { Context } from '../context.ts';
import { NEGATION_REACH } from '../negations.ts';
import { digits, family } from './feature-codes.ts';
import type { FeatureList } from './feature-list.ts';
import { KINDS } from './issue-kinds.ts';
import type { SentenceView } from './sentence-view.ts';

/** A negated word counts the other way, and less: "not good" is weaker than "bad" (Taboada et al. 2011). */
const NEGATED = -0.7;
/** Sums beyond this tell no more. */
const MOST = 4;

const LEVELS = ['--', '-', '0', '+', '++'];
const familiesOf = (where: string) => ({
  strength: family(`valence-${where}`),
  kind: family(`valence-${where}-kind`, KINDS),
  level: family(`valence-${where}-level`, LEVELS),
  levelKind: family(`valence-${where}-level-kind`, LEVELS, KINDS),
  mix: family(`valence-${where}-mix`, digits(3), digits(3), KINDS),
});
const FAMILIES = { local: familiesOf('local'), scope: familiesOf('scope') };

/**
 * How well a scope speaks of its matter, by AFINN-165: what the lessons lack, a general lexicon has. Whether good words
 * are for or against depends on the kind of issue.
 */
export function valenceFeatures(
  context: Context,
  view: SentenceView,
  scope: Uint8Array,
  where: 'local' | 'scope',
  kind: number,
  list: FeatureList,
): void {
  let sum = 0;
  let good = 0;
  let bad = 0;
  let negated = 0;
  const { tokens, classes } = context;
  for (let at = 0; at < scope.length; at++) {
    const token = view.from + at;
    if (!scope[at] || tokens.kind[token] === 0) continue;
    if (negated > 0) negated--;
    if (classes.negates[token]) {
      negated = NEGATION_REACH;
      continue;
    }
    const valence = classes.valence[token]! * (negated > 0 ? NEGATED : 1);
    sum += valence;
    if (valence > 0) good++;
    else if (valence < 0) bad++;
  }
  const strength = Math.max(-MOST, Math.min(MOST, sum)) / 3;
  const level = sum <= -3 ? 0 : sum < 0 ? 1 : sum === 0 ? 2 : sum < 3 ? 3 : 4;
  const families = FAMILIES[where];
  list.add(families.strength, 0, strength);
  list.add(families.kind, kind, strength);
  list.add(families.level, level, 0.7);
  list.add(families.levelKind, level * KINDS.length + kind, 0.7);
  list.add(families.mix, (Math.min(2, good) * 3 + Math.min(2, bad)) * KINDS.length + kind, 0.7);
}
