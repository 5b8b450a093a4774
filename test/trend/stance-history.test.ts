import { describe, expect, it } from 'vitest';
import { sideOf, sideOn, stanceHistory } from '../../shared/trend/stance-history.ts';

const day = (day: string, pro: number, against: number, neutral = 0) => ({ day, for: pro, against, neutral });

describe('the side that counts add up to', () => {
  it.each([
    [2, 1, 5, 'for'],
    [0, 1, 0, 'against'],
    [1, 1, 0, 'divided'],
    [0, 0, 3, 'neutral'],
    [0, 0, 0, null],
  ] as const)('%i for, %i against, %i neutral: %s', (pro, against, neutral, side) => {
    expect(sideOf({ for: pro, against, neutral })).toBe(side);
  });
});

describe('who held which side when', () => {
  const history = stanceHistory([
    day('2020-03-01', 0, 0, 1),
    day('2020-03-02', 2, 0),
    day('2020-03-04', 1, 0, 1),
    day('2020-03-05', 0, 0, 2),
    day('2020-03-09', 0, 1),
  ]);

  it('runs over days of one side; a day of neutral statements leaves the side as it is', () => {
    expect(history).toEqual([
      { side: 'neutral', from: '2020-03-01', lastHeard: '2020-03-01', statements: 1 },
      { side: 'for', from: '2020-03-02', lastHeard: '2020-03-05', statements: 6 },
      { side: 'against', from: '2020-03-09', lastHeard: '2020-03-09', statements: 1 },
    ]);
  });

  it.each([
    ['2020-02-28', null],
    ['2020-03-01', { side: 'neutral', previous: null }],
    ['2020-03-08', { side: 'for', from: '2020-03-02', previous: 'neutral' }],
    ['2020-03-31', { side: 'against', from: '2020-03-09', previous: 'for' }],
  ])('on %s: %o', (on, expected) => {
    if (expected === null) expect(sideOn(history, on)).toBeNull();
    else expect(sideOn(history, on)).toMatchObject(expected);
  });
});
