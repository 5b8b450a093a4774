import type { Reason } from '../tags.ts';
import { familyOf } from './feature-codes.ts';
import type { FeatureList } from './feature-list.ts';
import type { SummedWeights } from './summed-weights.ts';
import { VECTOR } from './vector-features.ts';

/** What weighs less shows in no explanation. */
const LEAST_SHOWN = 0.02;

interface Heavy {
  /** Number of the feature in its list. */
  n: number;
  weight: number;
}

/**
 * The features that weigh most for the sum of one table (`sum`) against the mean of the others, either way, heaviest first;
 * of equal ones those that come first. `textOf` gives the text of a hash.
 */
export function heaviestReasons(
  list: FeatureList,
  weights: SummedWeights,
  sum: number,
  most: number,
  textOf: (hash: number) => string,
): Reason[] {
  return heaviest(list, weights, sum, most).map(({ n, weight }) => ({ feature: describe(list, n, textOf), weight }));
}

function heaviest(list: FeatureList, weights: SummedWeights, sum: number, most: number): Heavy[] {
  const row = new Float64Array(weights.count);
  const kept: Heavy[] = [];
  let least = LEAST_SHOWN;
  for (let n = 0; n < list.count; n++) {
    const feature = list.features[n]!;
    if (isDimension(feature)) continue;
    weights.read(feature, row);
    const weight = leaning(row, sum) * list.values[n]!;
    const size = Math.abs(weight);
    if (size < least) continue;
    let place = kept.length;
    while (place > 0 && size > Math.abs(kept[place - 1]!.weight)) place--;
    kept.splice(place, 0, { n, weight });
    if (kept.length > most) kept.pop();
    if (kept.length === most) least = Math.abs(kept.at(-1)!.weight);
  }
  return kept;
}

/** The dimensions of the mean vector tell nobody anything. */
const isDimension = (feature: number) => feature >= VECTOR.start && feature < VECTOR.start + VECTOR.slots.length;

/** How much more a row gives to one sum than to the others. */
function leaning(row: Float64Array, sum: number): number {
  if (row.length === 1) return row[0]!;
  let others = 0;
  for (let t = 0; t < row.length; t++) if (t !== sum) others += row[t]!;
  return row[sum]! - others / (row.length - 1);
}

function describe({ features, names, parts }: FeatureList, n: number, textOf: (hash: number) => string): string {
  const feature = features[n]!;
  if (feature >= 0) {
    const { name, start, details } = familyOf[feature]!;
    const detail = details[feature - start]!;
    return detail === '' ? name : `${name} ${detail}`;
  }
  const texts = parts
    .slice(3 * n, 3 * n + 3)
    .map((part) => (typeof part === 'string' ? part : part === 0 ? '' : textOf(part)));
  return [names[n]!.name, ...texts].filter(Boolean).join(' ');
}
