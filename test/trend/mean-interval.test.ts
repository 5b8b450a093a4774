import { describe, expect, it } from 'vitest';
import { meanInterval, studentQuantile } from '../../shared/trend/mean-interval.ts';

describe("Student's t, 97.5 %", () => {
  // As printed tables give them.
  it.each([
    [1, 12.7062],
    [2, 4.30265],
    [3, 3.18245],
    [4, 2.77645],
    [5, 2.57058],
    [6, 2.44691],
    [7, 2.36462],
    [10, 2.22814],
    [20, 2.08596],
    [30, 2.04227],
    [120, 1.97993],
    [100_000, 1.96],
  ])('%d degrees of freedom: %d', (degrees, quantile) => {
    expect(studentQuantile(degrees)).toBeCloseTo(quantile, 3);
  });
});

describe('the interval of a mean', () => {
  it.each([
    ['nothing known', { articles: 0, mean: null, sd: null }, null],
    ['one article has no spread', { articles: 1, mean: 0.2, sd: null }, null],
    ['ten articles', { articles: 10, mean: 0.2, sd: 0.3 }, [-0.0146, 0.4146]],
    ['cut at the ends of the scale', { articles: 2, mean: -0.9, sd: 0.2 }, [-1, 0.8969]],
  ])('%s', (_, summary, expected) => {
    const interval = meanInterval(summary);
    expect(interval?.map((end) => Math.round(end * 1e4) / 1e4) ?? null).toEqual(expected);
  });
});
