import { describe, expect, it } from 'vitest';
import { cohenKappa, confusion, valueScores } from '../../shared/reliability/agreement.ts';

const pairs = (cells: Record<string, number>) =>
  Object.entries(cells).flatMap(([key, count]) => {
    const [reference, other] = key.split(' ') as [string, string];
    return Array<{ reference: string; other: string }>(count).fill({ reference, other });
  });

describe("Cohen's kappa", () => {
  it.each([
    ['of two readers of 50 grant proposals', { 'y y': 20, 'y n': 5, 'n y': 10, 'n n': 15 }, 0.4],
    ['of full agreement', { 'y y': 3, 'n n': 4 }, 1],
  ])('%s', (_, cells, kappa) => {
    expect(cohenKappa(pairs(cells))).toBeCloseTo(kappa, 3);
  });

  it.each([
    ['no pair', {}],
    ['one value only', { 'y y': 5 }],
  ])('says nothing of %s', (_, cells) => {
    expect(cohenKappa(pairs(cells))).toBeNull();
  });
});

it('scores each value against the reference', () => {
  const coded = pairs({ 'for for': 6, 'for none': 2, 'against against': 3, 'against for': 1, 'none none': 8 });
  expect(confusion(coded)).toEqual({
    values: ['against', 'for', 'none'],
    counts: [
      [3, 1, 0],
      [0, 6, 2],
      [0, 0, 8],
    ],
  });
  expect(valueScores(coded)).toEqual([
    { value: 'against', precision: 1, recall: 0.75, f1: 6 / 7, support: 4 },
    { value: 'for', precision: 6 / 7, recall: 0.75, f1: 0.8, support: 8 },
    { value: 'none', precision: 0.8, recall: 1, f1: 16 / 18, support: 8 },
  ]);
});
