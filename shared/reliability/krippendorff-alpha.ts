/** Values of one unit by coder; null where a coder gave none. */
export type CodedUnit<Value extends string = string> = readonly (Value | null)[];

/**
 * Krippendorff's alpha for nominal data, any number of coders, missing values allowed (Krippendorff 2011, "Computing
 * Krippendorff's Alpha-Reliability", section C: coincidence matrix). Text cut into sentences beforehand makes every
 * sentence a unit.
 * @returns null when fewer than two values can be paired, or when all are the same: nothing varies, so reliability is
 *   undefined
 */
export function krippendorffAlpha(units: readonly CodedUnit[]): number | null {
  const coincidences = countCoincidences(units);
  const total = sum(coincidences.values());
  if (total < 2) return null;
  const marginals = new Map<string, number>();
  let agreeing = 0;
  for (const [key, weight] of coincidences) {
    const [one, other] = JSON.parse(key) as [string, string];
    marginals.set(one, (marginals.get(one) ?? 0) + weight);
    if (one === other) agreeing += weight;
  }
  const expected = sum([...marginals.values()].map((count) => count * (count - 1))) / (total - 1);
  return total === expected ? null : (agreeing - expected) / (total - expected);
}

/** Each pair of values within a unit counts one by the number of values less one. */
function countCoincidences(units: readonly CodedUnit[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const unit of units) {
    const values = unit.filter((value) => value !== null);
    for (const [index, one] of values.entries()) {
      for (const [place, other] of values.entries()) {
        if (place === index) continue;
        const key = JSON.stringify([one, other]);
        counts.set(key, (counts.get(key) ?? 0) + 1 / (values.length - 1));
      }
    }
  }
  return counts;
}

const sum = (numbers: Iterable<number>) => [...numbers].reduce((total, number) => total + number, 0);
