import { describe, expect, it } from 'vitest';
import { endOfHour, type Interval, intervalStart, lastDayOf } from '../../shared/trend/interval.ts';

describe('the interval of an instant', () => {
  it.each<[string, Interval, string]>([
    ['2016-01-12T09:59:59.999Z', 'hour', '2016-01-12T09:00:00Z'],
    ['2016-07-12T22:30:00Z', 'day', '2016-07-12'],
    ['2016-07-12T23:30:00Z', 'day', '2016-07-13'],
    ['2016-01-03T23:59:59Z', 'week', '2015-12-28'],
    ['2016-01-04T00:00:00Z', 'week', '2016-01-04'],
    ['2016-06-30T23:10:00Z', 'month', '2016-07-01'],
    // The hour that British clocks repeat on 30 October 2016 is two hours.
    ['2016-10-30T00:30:00Z', 'hour', '2016-10-30T00:00:00Z'],
    ['2016-10-30T01:30:00Z', 'hour', '2016-10-30T01:00:00Z'],
  ])('%s by %s: %s', (instant, interval, start) => {
    expect(intervalStart(instant, 'Europe/London', interval)).toBe(start);
  });

  it.each([
    ['2016-02-29', 'day', '2016-02-29'],
    ['2015-12-28', 'week', '2016-01-03'],
    ['2016-02-01', 'month', '2016-02-29'],
  ] as const)('from %s a %s lasts to %s', (start, interval, last) => {
    expect(lastDayOf(start, interval)).toBe(last);
  });

  it('an hour ends a millisecond before the next', () => {
    expect(endOfHour('2016-01-12T09:00:00Z')).toBe('2016-01-12T09:59:59.999Z');
  });
});
