import { describe, expect, it } from 'vitest';
import { oneIn } from '../../shared/alerts/alert.ts';
import { countTails, deviationChance, shareTails, surpriseOf } from '../../shared/alerts/chance.ts';

/** P(X >= k) of a negative binomial by its recurrence, as the textbooks have it. */
function negativeBinomialAtLeast(k: number, size: number, success: number): number {
  let chance = success ** size;
  let below = 0;
  for (let count = 0; count < k; count += 1) {
    below += chance;
    chance *= ((size + count) / (count + 1)) * (1 - success);
  }
  return 1 - below;
}

describe('a count against counts of past weeks', () => {
  it.each([
    ['a quiet dispute', 3, [0, 0, 0, 0, 0, 0, 0, 0], 0.5, 8 / 9],
    ['even weeks', 9, [3, 3, 3, 3], 12.5, 4 / 5],
  ])('%s: the Poisson rate under Jeffreys’ prior', (_, count, history, size, success) => {
    expect(countTails(count, history).atLeast).toBeCloseTo(negativeBinomialAtLeast(count, size, success), 10);
  });

  it('weeks that differ more than chance make the same count less surprising', () => {
    expect(countTails(9, [3, 3, 3, 3]).atLeast).toBeLessThan(countTails(9, [0, 8, 1, 3]).atLeast / 5);
  });

  it('more weeks make it more surprising', () => {
    const weeks = (count: number) =>
      countTails(
        6,
        Array.from({ length: count }, () => 1),
      ).atLeast;
    expect(weeks(12)).toBeLessThan(weeks(4));
  });

  it('too few is seen as well', () => {
    expect(countTails(0, [9, 11, 10, 10, 9, 11]).atMost).toBeLessThan(0.001);
    expect(countTails(0, [0, 1, 0, 0]).atMost).toBeGreaterThan(0.5);
  });

  it('the two tails share the count itself', () => {
    const { atLeast, atMost } = countTails(4, [2, 3, 5, 1]);
    const { atLeast: above } = countTails(5, [2, 3, 5, 1]);
    expect(atLeast + atMost).toBeCloseTo(1 + atLeast - above, 10);
  });
});

describe('a share against an earlier share', () => {
  it.each([
    ['nothing known: every share is as likely under the arcsine law', 1, 1, { hits: 0, trials: 0 }, 0.5],
    ['one hit of one after none of three', 1, 1, { hits: 0, trials: 3 }, 0.5 / 4],
    ['both of two after none of three', 2, 2, { hits: 0, trials: 3 }, (0.5 / 4) * (1.5 / 5)],
  ])('%s', (_, hits, trials, earlier, expected) =>
    expect(shareTails(hits, trials, earlier).atLeast).toBeCloseTo(expected, 10),
  );

  it('the tails sum to one and the share itself', () => {
    const earlier = { hits: 7, trials: 20 };
    const { atLeast, atMost } = shareTails(3, 10, earlier);
    expect(atLeast + atMost - 1).toBeCloseTo(atLeast - shareTails(4, 10, earlier).atLeast, 10);
  });
});

it.each([
  [0, 10, 1],
  [2.228, 10, 0.05],
  [-2.228, 10, 0.05],
  [12.706, 1, 0.05],
])('a value %s standard errors away with %s degrees of freedom has a chance of %s', (deviations, degrees, chance) =>
  expect(deviationChance(deviations, degrees)).toBeCloseTo(chance, 4),
);

it.each([
  [1, 0, 'one chance in 1'],
  [0.001, 3, 'one chance in 1,000'],
  [0.0026, 2.585, 'one chance in 380'],
  [0, 6, 'less than one chance in 1,000,000'],
])('a chance of %s is %s digits of surprise: %s', (chance, digits, text) => {
  expect(surpriseOf(chance)).toBeCloseTo(digits, 3);
  expect(oneIn(surpriseOf(chance))).toBe(text);
});
