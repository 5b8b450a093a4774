import { describe, expect, it } from 'vitest';
import { addDays, dayOf, dayRange, daysBetween } from '../../shared/trend/day.ts';

describe('a day is a day in the dispute’s own time zone', () => {
  it.each([
    ['winter', '2016-01-12T23:59:59.999Z', 'Europe/London', '2016-01-12'],
    ['summer: London is an hour ahead', '2016-07-05T23:30:00.000Z', 'Europe/London', '2016-07-06'],
    ['the hour before the clocks go forward', '2016-03-27T00:59:59.000Z', 'Europe/London', '2016-03-27'],
    ['elsewhere', '2016-01-12T03:00:00.000Z', 'America/New_York', '2016-01-11'],
  ])('%s', (_, instant, zone, day) => expect(dayOf(instant, zone)).toBe(day));

  it.each([
    ['a plain day', '2016-01-12', 24],
    ['the day the clocks go forward', '2016-03-27', 23],
    ['the day the clocks go back', '2016-10-30', 25],
  ])('%s has its own length', (_, day, hours) => {
    const { from, to } = dayRange(day, 'Europe/London');
    expect((Date.parse(to) + 1 - Date.parse(from)) / 3_600_000).toBe(hours);
    expect([dayOf(from, 'Europe/London'), dayOf(to, 'Europe/London')]).toEqual([day, day]);
  });

  it('days follow one another across months and leap days', () => {
    expect(addDays('2016-02-28', 1)).toBe('2016-02-29');
    expect(daysBetween('2015-12-30', '2016-01-02')).toEqual(['2015-12-30', '2015-12-31', '2016-01-01', '2016-01-02']);
  });
});
