import { Temporal } from 'temporal-polyfill';

/** Time of day at which digests go out, on the wall clock of the dispute's time zone. */
export interface TimeOfDay {
  hour: number;
  minute: number;
}

/**
 * The day whose digest is due at the instant: yesterday once the wall clock has reached the hour, on days of 23 and 25
 * hours too; null before it.
 * @param now milliseconds since the epoch
 * @returns YYYY-MM-DD in the time zone
 */
export function dueDay(now: number, timeZone: string, at: TimeOfDay): string | null {
  const local = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(timeZone);
  const isDue = Temporal.PlainTime.compare(local.toPlainTime(), Temporal.PlainTime.from(at)) >= 0;
  return isDue ? local.toPlainDate().subtract({ days: 1 }).toString() : null;
}

/** The instant (ISO 8601 UTC) at which the digest of a day goes out: that hour of the next morning. */
export function digestInstant(day: string, timeZone: string, at: TimeOfDay): string {
  const morning = Temporal.PlainDate.from(day).add({ days: 1 });
  const instant = morning.toZonedDateTime({ timeZone, plainTime: Temporal.PlainTime.from(at) }).epochMilliseconds;
  return new Date(instant).toISOString();
}
