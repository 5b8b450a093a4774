import type { Reason } from '../tags.ts';
import { detailOf, familyOf } from './feature-codes.ts';
import type { FeatureList } from './feature-list.ts';
import type { SummedWeights } from './summed-weights.ts';

/** What weighs less shows in no explanation. */
const LEAST_SHOWN = 0.02;

interface Heavy {
  /** Number of the feature in its list. */
  n: number;
  weight: number;
}

/**
 * Adds to `reasons`, under a label, the features that weigh most for the sum of one table (`sum`) against the mean of the
 * others, either way, heaviest first; of equal ones those that come first. `textOf` gives the text of a hash.
 */
export function heaviestReasons(
  list: FeatureList,
  weights: SummedWeights,
  sum: number,
  most: number,
  label: string,
  textOf: (hash: number) => string,
  reasons: Reason[],
): void {
  for (const { n, weight } of heaviest(list, weights, sum, most))
    reasons.push({ feature: `${label}: ${describe(list, n, textOf)}`, weight: threeDigits(weight) });
}

/** A number to three digits, as `toFixed` rounds it, which is asked only where multiplying might round the other way. */
function threeDigits(value: number): number {
  const thousands = value * 1000;
  const whole = Math.round(thousands);
  return Math.abs(Math.abs(thousands - whole) - 0.5) > 1e-6 ? whole / 1000 : Number(value.toFixed(3));
}

function heaviest(list: FeatureList, weights: SummedWeights, sum: number, most: number): Heavy[] {
  const { values, count } = list;
  const kept: Heavy[] = [];
  let least = LEAST_SHOWN;
  for (let n = 0; n < count; n++) {
    const weight = weights.leaning(list.features[n]!, sum) * values[n]!;
    const size = Math.abs(weight);
    if (size < least || (size === least && kept.length === most)) continue;
    if (kept.length < most) kept.push({ n, weight });
    let place = kept.length - 1;
    for (; place > 0 && size > Math.abs(kept[place - 1]!.weight); place--) kept[place] = kept[place - 1]!;
    kept[place] = { n, weight };
    if (kept.length === most) least = Math.abs(kept[most - 1]!.weight);
  }
  return kept;
}

function describe({ features, names, parts }: FeatureList, n: number, textOf: (hash: number) => string): string {
  const feature = features[n]!;
  if (feature >= 0) {
    const family = familyOf[feature]!;
    const { name, start } = family;
    const detail = detailOf(family, feature - start);
    return detail === '' ? name : `${name} ${detail}`;
  }
  let text = names[n]!.name;
  for (let part = 3 * n; part < 3 * n + 3; part++) {
    const given = parts[part]!;
    const word = typeof given === 'string' ? given : given === 0 ? '' : textOf(given);
    if (word !== '') text += ` ${word}`;
  }
  return text;
}
