import { Temporal } from 'temporal-polyfill';
import { dateParts } from './date-parts.ts';

/** A date as its parts were written; `offset` in minutes east of Greenwich, `zone` an IANA name. */
export interface DateParts {
  year: number;
  month: number;
  day: number;
  hour: number;
  minute: number;
  second: number;
  offset: number;
  zone: string | null;
}

/**
 * Reads a date as feeds write it: RFC 822 with its obsolete zones, ISO 8601 with missing parts, asctime, and the local
 * habits seen in feeds. Without a zone it is taken as UTC.
 * @returns ISO 8601 in UTC with milliseconds, or null for what is no date (never a guess)
 */
export function parseDate(text: string): string | null {
  const parts = dateParts(text);
  return parts === null ? null : toInstant(parts);
}

function toInstant(parts: DateParts): string | null {
  // 60 is a leap second, 24:00 the end of a day: both roll over.
  if (parts.hour > 24 || parts.minute > 59 || parts.second > 60) return null;
  if (parts.hour === 24 && parts.minute + parts.second > 0) return null;
  try {
    const day = Temporal.PlainDate.from(
      { year: parts.year, month: parts.month, day: parts.day },
      { overflow: 'reject' },
    );
    const time = day.toPlainDateTime().add({ hours: parts.hour, minutes: parts.minute, seconds: parts.second });
    const instant = time
      .toZonedDateTime(parts.zone ?? 'UTC')
      .toInstant()
      .subtract({ minutes: parts.offset });
    return new Date(instant.epochMilliseconds).toISOString();
  } catch {
    // No such day in the calendar, or no such zone.
    return null;
  }
}
