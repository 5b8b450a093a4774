/** Normal quantile that leaves 2.5 % on either side. */
const z = 1.959963984540054;

/** Exact where the expansion below is poor. */
const fewDegrees = [Number.NaN, 12.7062, 4.30265, 3.18245, 2.77645];

/**
 * Quantile of Student's t that leaves 2.5 % on either side: exact to five figures for up to 4 degrees of freedom, beyond
 * by the expansion of Abramowitz and Stegun 26.7.5, which errs by less than 0.0005 there.
 */
export function studentQuantile(degrees: number): number {
  const few = fewDegrees[degrees];
  if (few !== undefined) return few;
  const g1 = (z ** 3 + z) / 4;
  const g2 = (5 * z ** 5 + 16 * z ** 3 + 3 * z) / 96;
  const g3 = (3 * z ** 7 + 19 * z ** 5 + 17 * z ** 3 - 15 * z) / 384;
  const g4 = (79 * z ** 9 + 776 * z ** 7 + 1482 * z ** 5 - 1920 * z ** 3 - 945 * z) / 92_160;
  return z + g1 / degrees + g2 / degrees ** 2 + g3 / degrees ** 3 + g4 / degrees ** 4;
}

/**
 * 95 % confidence interval of the mean of a day's articles (Student's t), cut at the ends of the scale of tone.
 * Null below two articles, where nothing is known of their spread.
 */
export function meanInterval(summary: {
  articles: number;
  mean: number | null;
  sd: number | null;
}): [low: number, high: number] | null {
  const { articles, mean, sd } = summary;
  if (mean === null || sd === null || articles < 2) return null;
  const margin = (studentQuantile(articles - 1) * sd) / Math.sqrt(articles);
  return [Math.max(-1, mean - margin), Math.min(1, mean + margin)];
}
