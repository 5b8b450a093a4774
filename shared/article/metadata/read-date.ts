import { dateParts } from '../../feed/date-parts.ts';
import type { DateParts } from '../../feed/parse-date.ts';
import type { FoundDate } from '../article.ts';
import { offsetAt } from './offset-at.ts';

export type ReadDate = Omit<FoundDate, 'source'>;

/** No page of the web is older; zeros and epochs that systems print for "no date" are. */
const earliest = '1995-01-01';
const latest = '2100-01-01';

/**
 * Reads a date as pages print it: ISO 8601, seconds or milliseconds since 1970, RFC 822, British and other words. A time
 * without a zone is meant in `timeZone`; a midnight without one, or in UTC, states the day only.
 * @returns null for what is no date, or none that a page can have
 */
export function readDate(text: string, timeZone: string): ReadDate | null {
  const date = readIso(text) ?? readEpoch(text) ?? readParts(text, timeZone);
  return date !== null && date.instant >= earliest && date.instant < latest ? date : null;
}

/** The usual form with its offset, without the cost of the others. */
function readIso(text: string): ReadDate | null {
  const match = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d)(:\d\d)?(?:\.\d+)?(Z|[+-]\d\d:?\d\d)$/.exec(text);
  if (match === null) return null;
  const time = Date.parse(`${match[1]}T${match[2]}${match[3] ?? ':00'}${match[4]!.replace(/(\d\d)(\d\d)$/, '$1:$2')}`);
  // Date.parse rolls 31 April over to May.
  if (Number.isNaN(time) || Number(match[1]!.slice(8)) > daysIn(match[1]!)) return null;
  const isMidnight = match[2] === '00:00' && (match[3] ?? ':00') === ':00' && match[4] === 'Z';
  return { instant: new Date(time).toISOString(), precision: isMidnight ? 'day' : match[3] ? 'second' : 'minute' };
}

const daysIn = (day: string) => new Date(Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)), 0)).getUTCDate();

function readEpoch(text: string): ReadDate | null {
  if (!/^\s*\d{10}(?:\d{3})?\s*$/.test(text)) return null;
  const number = Number(text);
  return { instant: new Date(number < 1e11 ? number * 1000 : number).toISOString(), precision: 'second' };
}

/** What stands for a zone at the end of a time: an offset, Z, an abbreviation, an IANA name in words. */
const statedZone =
  /(?:\d|\b[ap]\.?m\.?)\s*(?:Z|[+-]\d{1,2}:?\d{2}|\(?(?:GMT|UTC?|BST|[CEW]ES?T|[ECMP][SD]T|IST|[A-Z][a-z]+\/\w+)\b)/;

function readParts(text: string, timeZone: string): ReadDate | null {
  const tidied = tidy(text);
  const parts = dateParts(tidied);
  if (parts === null) return null;
  const hasZone = parts.zone !== null || parts.offset !== 0 || statedZone.test(tidied);
  const instant = instantOf(parts, hasZone ? (parts.zone ?? 'UTC') : timeZone);
  if (instant === null) return null;
  return { instant, precision: precisionOf(tidied, parts, hasZone) };
}

/** British habits: `6.45pm`, `noon`, `on Tuesday`, `at`, a weekday or `·` between date and time, a zone in words. */
function tidy(text: string): string {
  return text
    .replace(/[\s\u00a0\u202f]+/g, ' ')
    .replace(/[·•|–—]/g, ' ')
    .replace(/\b(?:12 ?)?noon\b/i, '12:00pm')
    .replace(/\b(?:12 ?)?midnight\b/i, '12:00am')
    .replace(/\b(?:at|on|o'clock|hrs|hours|uhr)\b/gi, ' ')
    .replace(/(\d)h(\d\d)\b/, '$1:$2')
    .replace(/\s+/g, ' ')
    .trim();
}

function precisionOf(text: string, parts: DateParts, hasZone: boolean): ReadDate['precision'] {
  const hasClock = /\d[:.]\d\d|T\d{4}|\d ?[ap]\.?m\b/i.test(text.replace(/^\d{1,4}[./-]\d{1,2}[./-]\d{1,4}/, ''));
  const isMidnight = parts.hour === 0 && parts.minute === 0 && parts.second === 0;
  if (!hasClock || (isMidnight && (!hasZone || (parts.offset === 0 && parts.zone === null)))) return 'day';
  return /\d[:.]\d\d[:.]\d\d|T\d{6}/.test(text) ? 'second' : 'minute';
}

function instantOf(parts: DateParts, zone: string): string | null {
  const { year, month, day, hour, minute, second, offset } = parts;
  if (hour > 24 || minute > 59 || second > 60) return null;
  const local = Date.UTC(year, month - 1, day, hour, minute, second);
  const atNoon = new Date(Date.UTC(year, month - 1, day, 12));
  // Date rolls what no calendar has over to the next month.
  if (atNoon.getUTCMonth() !== month - 1 || atNoon.getUTCDate() !== day) return null;
  const zoneOffset = offsetAt(zone, local);
  return zoneOffset === null ? null : new Date(local - zoneOffset - offset * 60_000).toISOString();
}
