import { describe, expect, it } from 'vitest';
import { accuracyOf } from '../../shared/marks/accuracy.ts';
import type { Mark } from '../../shared/marks/mark.ts';
import { wilsonInterval } from '../../shared/marks/wilson-interval.ts';

const mark = (changes: Partial<Mark>): Mark => ({
  ...{ tag: 't1', kind: 'statement', articleId: 'a', actor: 'union', issue: 'rota', value: 'for', voice: 'direct' },
  ...{ rule: 'statement.said', codebookVersion: 'c', taggerVersion: '1' },
  ...{ verdict: 'right', who: 'Ada', at: '2020-03-10T08:00:00.000Z' },
  ...changes,
});

describe('Wilson interval', () => {
  it.each([
    // The values of R's prop.test(x, n, correct = FALSE).
    [8, 10, 0.4902, 0.9433],
    [0, 10, 0, 0.2775],
    [10, 10, 0.7225, 1],
    [1, 1, 0.2065, 1],
  ])('%i of %i: %f to %f', (hits, cases, low, high) => {
    const interval = wilsonInterval(hits, cases)!;
    expect(interval.low).toBeCloseTo(low, 4);
    expect(interval.high).toBeCloseTo(high, 4);
  });

  it('of no case says nothing', () => {
    expect(wilsonInterval(0, 0)).toBeNull();
  });
});

describe('accuracy from marks', () => {
  it('counts a tag once, by each issue and voice and as a whole', () => {
    const groups = accuracyOf([mark({}), mark({ tag: 't2', issue: 'pay', voice: 'action', verdict: 'wrong' })]);
    expect(groups.map(({ issue, voice, right, marked }) => [issue, voice, right, marked])).toEqual([
      [null, null, 1, 2],
      [null, 'action', 0, 1],
      [null, 'direct', 1, 1],
      ['pay', null, 0, 1],
      ['rota', null, 1, 1],
    ]);
  });

  it.each([
    [
      'the latest mark of a person counts',
      [mark({}), mark({ verdict: 'wrong', at: '2020-03-11T08:00:00.000Z' })],
      0,
      1,
      0,
    ],
    [
      'in whatever order marks are read',
      [mark({ verdict: 'wrong', at: '2020-03-11T08:00:00.000Z' }), mark({})],
      0,
      1,
      0,
    ],
    ['most people decide', [mark({}), mark({ who: 'Ben' }), mark({ who: 'Cy', verdict: 'wrong' })], 1, 1, 0],
    ['a tie counts in neither', [mark({}), mark({ who: 'Ben', verdict: 'wrong' })], 0, 0, 1],
  ])('%s', (_, marks, right, marked, disputed) => {
    expect(accuracyOf(marks as Mark[])[0]).toMatchObject({ right, marked, disputed });
  });
});
