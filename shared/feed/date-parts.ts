import { monthNumber, withoutAccents, zoneOffset } from './date-words.ts';
import type { DateParts } from './parse-date.ts';

type Day = Pick<DateParts, 'year' | 'month' | 'day'>;
type Time = Pick<DateParts, 'hour' | 'minute' | 'second'>;
type Zone = Pick<DateParts, 'offset' | 'zone'>;
/** What a reader found and the rest it leaves to the next. */
type Read<T> = { value: T; rest: string } | null;

const utc: Zone = { offset: 0, zone: null };
const midnight: Time = { hour: 0, minute: 0, second: 0 };
const maximumLength = 100;

/** Takes a written date apart, without asking whether such a day or hour exists; null when it is not a date. */
export function dateParts(text: string): DateParts | null {
  const written = tidyDate(text);
  if (written === '' || written.length > maximumLength) return null;
  const day = isoDay(written) ?? wordDay(written) ?? numberDay(written) ?? shortIsoDay(written);
  if (day === null) return null;
  const time = clockTime(day.rest);
  const zone = zoneOf(time === null ? day.rest : time.rest);
  if (zone === null) return null;
  return { ...day.value, ...(time?.value ?? midnight), ...zone };
}

/** White space collapsed, weekdays and what stands in brackets gone. */
function tidyDate(text: string): string {
  return text
    .slice(0, 2 * maximumLength)
    .replace(/\([^()]*\)/g, ' ')
    .replace(/[\s\u00a0]+/g, ' ')
    .trim()
    .replace(/^\p{L}{2,12}\.?,? (?=[\p{L}\d])|^\p{L}{2,12}\.?,(?=\d)/u, (word) =>
      monthNumber(withoutAccents(word.replace(/[,. ]/g, ''))) === null || word.includes(',') ? '' : word,
    )
    .trim();
}

/** ISO 8601: year first, with or without hyphens; day of the year; or year and month or year alone. */
function isoDay(text: string): Read<Day> {
  const match = /^(\d{4})(?:([-/.])(\d{1,3})\2(\d{1,2})|(\d{2})(\d{2})|-(\d{2}))?(?=$|[T ,])/i.exec(text);
  if (match !== null) {
    const [all, year, , month, day, compactMonth, compactDay, onlyMonth] = match;
    const value = {
      year: Number(year),
      month: Number(month ?? compactMonth ?? onlyMonth ?? 1),
      day: Number(day ?? compactDay ?? 1),
    };
    return { value, rest: text.slice(all.length) };
  }
  const ordinal = /^(\d{4})-?(\d{3})(?=$|[T ])/.exec(text);
  return ordinal === null
    ? null
    : { value: dayOfYear(Number(ordinal[1]), Number(ordinal[2])), rest: text.slice(ordinal[0].length) };
}

/** ISO 8601's forms without a century: 03-12-31, 031231, 03335, -0312, -03-12. */
function shortIsoDay(text: string): Read<Day> {
  const match = /^(\d{2})-?(\d{2})-?(\d{2})$|^(\d{2})-?(\d{3})$|^-(\d{2})-?(\d{2})$/.exec(text);
  if (match === null) return null;
  const [, year, month, day, ordinalYear, ordinal, shortYear, shortMonth] = match;
  if (ordinal !== undefined) return { value: dayOfYear(century(ordinalYear ?? ''), Number(ordinal)), rest: '' };
  return {
    value: { year: century(year ?? shortYear ?? ''), month: Number(month ?? shortMonth), day: Number(day ?? 1) },
    rest: '',
  };
}

/** A month in words: `10 Feb 2016`, `Feb 10, 2016`, `Feb 10 08:00:00 2016` (asctime), `10-Feb-16`. */
function wordDay(text: string): Read<Day> {
  const dayFirst =
    /^(\d{1,2})(?:st|nd|rd|th|\.|er)?[ -]?(?:de |of )?(\p{L}{3,14})[.,]?[ -]*(?:de )?,? ?(\d{4}|\d{2})(?!\d|:)/iu.exec(
      text,
    );
  if (dayFirst !== null)
    return wordsRead(dayFirst[0], dayFirst[2], dayFirst[1], dayFirst[3], text.slice(dayFirst[0].length));
  const asctime = /^(\p{L}{3,14})\.? (\d{1,2}) (\d{1,2}:\d{2}(?::\d{2})?)( [A-Za-z]{1,5})? (\d{4})$/u.exec(text);
  if (asctime !== null)
    return wordsRead(asctime[0], asctime[1], asctime[2], asctime[5], ` ${asctime[3]}${asctime[4] ?? ''}`);
  const monthFirst = /^(\p{L}{3,14})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4}|\d{2})(?!\d|:)/iu.exec(text);
  return monthFirst === null
    ? null
    : wordsRead(monthFirst[0], monthFirst[1], monthFirst[2], monthFirst[3], text.slice(monthFirst[0].length));
}

function wordsRead(_all: string, word = '', day = '', year = '', rest: string): Read<Day> {
  const month = monthNumber(word);
  if (month === null) return null;
  return { value: { year: year.length === 2 ? century(year) : Number(year), month, day: Number(day) }, rest };
}

/** Numbers with the year last. `10/02/2016` is 10 February, as Britain writes it, unless only the other reading exists. */
function numberDay(text: string): Read<Day> {
  const match = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})(?=$|[T ,])/.exec(text);
  if (match === null) return null;
  const [all, first, separator, second, yearText] = match;
  // 03-12-31 is ISO 8601's, not ours.
  if (separator === '-' && yearText?.length === 2) return null;
  const numbers = [Number(first), Number(second)] as const;
  const [day, month] = numbers[1] > 12 ? [numbers[1], numbers[0]] : numbers;
  const year = yearText?.length === 2 ? century(yearText) : Number(yearText);
  return { value: { year, month, day }, rest: text.slice(all.length) };
}

function clockTime(text: string): Read<Time> {
  const match =
    /^(?:T|[ ,]*(?:at |- )?)(\d{1,2})(?:[:.](\d{1,2})(?:[:.](\d{1,2})(?:[.,]\d+)?)?)? ?([ap]\.?m\.?)?(?=$|[ +\-Z,a-z])/i.exec(
      text,
    );
  if (match === null) return compactTime(text);
  const [all, hour, minute, second, half] = match;
  if (minute === undefined && half === undefined) return null;
  return {
    value: { hour: twelveHours(Number(hour), half), minute: Number(minute ?? 0), second: Number(second ?? 0) },
    rest: text.slice(all.length),
  };
}

/** ISO 8601's `T081530`. */
function compactTime(text: string): Read<Time> {
  const match = /^T(\d{2})(\d{2})(\d{2})?(?:[.,]\d+)?(?=$|[+\-Z])/i.exec(text);
  if (match === null) return null;
  return {
    value: { hour: Number(match[1]), minute: Number(match[2]), second: Number(match[3] ?? 0) },
    rest: text.slice(match[0].length),
  };
}

function twelveHours(hour: number, half: string | undefined): number {
  if (half === undefined || hour > 12) return hour;
  return (hour % 12) + (/^p/i.test(half) ? 12 : 0);
}

/** `+0100`, `+01:00`, `+01`, `GMT`, `GMT+0100`, `BST`, `Europe/Brussels`; null for what follows no rule. */
function zoneOf(text: string): Zone | null {
  const written = text.trim().replace(/^,\s*/, '');
  if (written === '') return utc;
  const numeric = /^(?:GMT|UTC?|Z)?\s*([+-])(\d{1,2}):?(\d{2})?$/i.exec(written);
  if (numeric !== null) {
    const minutes = Number(numeric[2]) * 60 + Number(numeric[3] ?? 0);
    return minutes > 15 * 60 ? null : { offset: numeric[1] === '-' ? -minutes : minutes, zone: null };
  }
  if (/^[a-z]+\/[a-z_/]+$/i.test(written)) return { offset: 0, zone: written };
  const offset = zoneOffset(written);
  return offset === null ? unknownZone(written) : { offset, zone: null };
}

/** RFC 5322 4.3: a zone that is letters but not known says no more than UTC. */
function unknownZone(written: string): Zone | null {
  return /^[a-z]{1,5}$/i.test(written) ? utc : null;
}

/** RFC 5322 4.3: two digits below 50 are of this century. */
function century(twoDigits: string): number {
  const year = Number(twoDigits);
  return year < 50 ? 2000 + year : 1900 + year;
}

function dayOfYear(year: number, ordinal: number): Day {
  // Feeds with an ordinal date are read by their first day of the year rolled forward, as Date does.
  const date = new Date(Date.UTC(year, 0, ordinal));
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}
