import { Temporal } from 'temporal-polyfill';

/** Lengths of time that one point of a series may stand for. */
export const intervals = ['hour', 'day', 'week', 'month'] as const;
export type Interval = (typeof intervals)[number];

/**
 * The interval an instant (ISO 8601) falls in, by its beginning in the time zone: an instant for hours (the hour that
 * the clocks repeat in autumn is two), a day for days, weeks (ISO 8601: from Monday) and months.
 */
export function intervalStart(instant: string, timeZone: string, interval: Interval): string {
  const local = Temporal.Instant.from(instant).toZonedDateTimeISO(timeZone);
  if (interval === 'hour') return local.round({ smallestUnit: 'hour', roundingMode: 'floor' }).toInstant().toString();
  return startOf(local.toPlainDate(), interval);
}

/** The interval that a day falls in, by its first day. */
export const intervalOfDay = (day: string, interval: Exclude<Interval, 'hour'>): string =>
  startOf(Temporal.PlainDate.from(day), interval);

function startOf(day: Temporal.PlainDate, interval: Exclude<Interval, 'hour'>): string {
  if (interval === 'week') return day.subtract({ days: day.dayOfWeek - 1 }).toString();
  return interval === 'month' ? day.with({ day: 1 }).toString() : day.toString();
}

/** The last day of an interval of days, weeks or months that begins on the day. */
export function lastDayOf(start: string, interval: Exclude<Interval, 'hour'>): string {
  const next = Temporal.PlainDate.from(start).add({ [`${interval}s`]: 1 });
  return next.subtract({ days: 1 }).toString();
}

/** The last millisecond of the hour that begins at the instant. */
export const endOfHour = (start: string): string =>
  new Date(Temporal.Instant.from(start).epochMilliseconds + 3_600_000 - 1).toISOString();
