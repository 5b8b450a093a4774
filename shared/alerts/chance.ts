import jstat from 'jstat';

const { jStat } = jstat;

/** Chances of a value at least and at most as large as the one seen. */
export interface Tails {
  atLeast: number;
  atMost: number;
}

/**
 * How likely a count is, given earlier counts of the same hours: the negative binomial predictive distribution. With
 * equal mean and variance it is that of a Poisson rate under Jeffreys' prior, which allows for how few weeks there are;
 * where past counts vary more than a Poisson's, it is widened by their dispersion, as in Noufaily et al., "An improved
 * algorithm for outbreak detection in multiple surveillance systems" (Statistics in Medicine 32, 2013).
 * @param history counts of past weeks, at least one
 */
export function countTails(count: number, history: readonly number[]): Tails {
  const weeks = history.length;
  const mean = (sum(history) + 0.5) / weeks;
  const varianceToMean = dispersion(history) * (1 + 1 / weeks);
  const success = 1 / varianceToMean;
  const size = mean / (varianceToMean - 1);
  const atLeast = count === 0 ? 1 : jStat.ibeta(1 - success, count, size);
  return { atLeast, atMost: jStat.ibeta(success, size, count + 1) };
}

/** Variance over mean, never below a Poisson's. */
function dispersion(counts: readonly number[]): number {
  const mean = sum(counts) / counts.length;
  if (counts.length < 2 || mean === 0) return 1;
  const variance = sum(counts.map((count) => (count - mean) ** 2)) / (counts.length - 1);
  return Math.max(1, variance / mean);
}

/**
 * How likely `hits` of `trials` are, given earlier hits and trials: the beta-binomial predictive distribution under
 * Jeffreys' prior (Gelman et al., Bayesian Data Analysis, 2.4).
 */
export function shareTails(hits: number, trials: number, earlier: { hits: number; trials: number }): Tails {
  const a = earlier.hits + 0.5;
  const b = earlier.trials - earlier.hits + 0.5;
  const chanceOf = (count: number) =>
    Math.exp(-Math.log(trials + 1) - jStat.betaln(count + 1, trials - count + 1)) *
    Math.exp(jStat.betaln(count + a, trials - count + b) - jStat.betaln(a, b));
  const between = (from: number, to: number) =>
    sum(Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => chanceOf(from + index)));
  return { atLeast: Math.min(1, between(hits, trials)), atMost: Math.min(1, between(0, hits)) };
}

/**
 * Chance of a value at least so many standard errors away on either side, under Student's t: its tails allow for an error
 * that was itself estimated from few values.
 */
export const deviationChance = (deviations: number, degrees: number): number =>
  2 * jStat.studentt.cdf(-Math.abs(deviations), degrees);

/** Surprises above this say no more than this: the models are not exact so far out. */
export const mostSurprise = 6;

/** Decimal digits of a chance: 3 is one in a thousand. */
export const surpriseOf = (chance: number): number =>
  Math.min(mostSurprise, Math.max(0, -Math.log10(Math.max(chance, 10 ** -mostSurprise))));

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
