/** An estimate with its 95 % percentile interval. */
export interface Estimate {
  value: number;
  low: number;
  high: number;
}

/**
 * Resamples units with replacement (Efron & Tibshirani 1993, An Introduction to the Bootstrap, ch. 13: percentiles).
 * Units of one cluster (an article's sentences) are drawn together, since they are not independent.
 * @param estimate null where a sample says nothing; such samples are left out
 * @param random in [0, 1): the same sequence gives the same interval
 * @returns null when the estimate of the whole is
 */
export function bootstrapInterval<Unit>(
  clusters: readonly (readonly Unit[])[],
  estimate: (units: readonly Unit[]) => number | null,
  random: () => number,
  rounds = 1_000,
): Estimate | null {
  const value = estimate(clusters.flat());
  if (value === null) return null;
  const values: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const drawn = clusters.flatMap(() => clusters[Math.floor(random() * clusters.length)]!);
    const resampled = estimate(drawn);
    if (resampled !== null) values.push(resampled);
  }
  values.sort((a, b) => a - b);
  const at = (share: number) => values[Math.min(values.length - 1, Math.floor(share * values.length))] ?? value;
  return { value, low: at(0.025), high: at(0.975) };
}
