import { describe, expect, it } from 'vitest';
import { addDays, byStep, fittingLength, isDay, lengthInDays, stepsOf } from '../../dashboard/shaping/days.ts';

describe('steps of a period', () => {
  it.each([
    [
      'day',
      '2016-02-28',
      '2016-03-01',
      ['2016-02-28', '2016-02-29', '2016-03-01'],
      ['2016-02-28', '2016-02-29', '2016-03-01'],
    ],
    // 2016-02-11 was a Thursday: the first week is cut, the last ends with the period.
    [
      'week',
      '2016-02-11',
      '2016-02-23',
      ['2016-02-11', '2016-02-15', '2016-02-22'],
      ['2016-02-14', '2016-02-21', '2016-02-23'],
    ],
    [
      'month',
      '2016-01-15',
      '2016-03-02',
      ['2016-01-15', '2016-02-01', '2016-03-01'],
      ['2016-01-31', '2016-02-29', '2016-03-02'],
    ],
  ] as const)('by %s', (length, from, to, starts, ends) => {
    const steps = stepsOf(from, to, length);
    expect(steps.map((step) => step.from)).toEqual(starts);
    expect(steps.map((step) => step.to)).toEqual(ends);
  });

  it('cover a year without gap or overlap', () => {
    for (const length of ['day', 'week', 'month'] as const) {
      const steps = stepsOf('2015-09-01', '2016-10-31', length);
      steps.slice(1).forEach((step, index) => {
        expect(step.from).toBe(addDays(steps[index]!.to, 1));
      });
      expect([steps[0]!.from, steps.at(-1)!.to]).toEqual(['2015-09-01', '2016-10-31']);
    }
  });

  it('take the items of their days, and none from outside', () => {
    const steps = stepsOf('2016-02-08', '2016-02-21', 'week');
    const items = ['2016-02-21', '2016-02-07', '2016-02-08', '2016-02-14', '2016-03-01'].map((day) => ({ day }));
    expect(byStep(items, steps).map((group) => group.map(({ day }) => day))).toEqual([
      ['2016-02-08', '2016-02-14'],
      ['2016-02-21'],
    ]);
  });

  it.each([
    ['2016-01-01', '2016-03-31', 'day'],
    ['2015-09-01', '2016-10-31', 'week'],
    ['2010-01-01', '2016-10-31', 'month'],
  ])('%s to %s is drawn by %s', (from, to, length) => expect(fittingLength(from, to)).toBe(length));
});

it.each([
  ['2016-02-29', true],
  ['2015-02-29', false],
  ['2016-2-9', false],
  ['yesterday', false],
])('%s is a day: %s', (text, expected) => expect(isDay(text)).toBe(expected));

it('counts both ends of a period', () => expect(lengthInDays('2016-02-28', '2016-03-01')).toBe(3));
