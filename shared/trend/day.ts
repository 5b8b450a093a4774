import { Temporal } from 'temporal-polyfill';

/** The day (YYYY-MM-DD) on which an instant (ISO 8601) falls in a time zone, summer time included. */
export function dayOf(instant: string, timeZone: string): string {
  return Temporal.Instant.from(instant).toZonedDateTimeISO(timeZone).toPlainDate().toString();
}

/** First and last millisecond of a local day, as ISO 8601 UTC: 23 or 25 hours apart when the clocks change. */
export function dayRange(day: string, timeZone: string): { from: string; to: string } {
  const date = Temporal.PlainDate.from(day);
  const start = date.toZonedDateTime(timeZone).epochMilliseconds;
  const next = date.add({ days: 1 }).toZonedDateTime(timeZone).epochMilliseconds;
  return { from: new Date(start).toISOString(), to: new Date(next - 1).toISOString() };
}

/** The day so many days later (earlier if negative). */
export function addDays(day: string, days: number): string {
  return Temporal.PlainDate.from(day).add({ days }).toString();
}

/** Every day from the first to the last, both included. */
export function daysBetween(from: string, to: string): string[] {
  const days: string[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(day);
  return days;
}
