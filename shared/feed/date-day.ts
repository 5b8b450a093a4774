import { monthNumber } from './date-words.ts';

/** A day as written; whether the calendar has it is asked later. */
export interface Day {
  year: number;
  month: number;
  day: number;
}

/** What a reader found, and the rest it leaves to the next. */
export type Read<T> = { value: T; rest: string } | null;

/** ISO 8601: year first, with or without hyphens; day of the year; or year and month or year alone. */
function isoDay(text: string): Read<Day> {
  const match =
    /^(\d{4})(?:([-/.])(\d{1,3})\2(\d{1,2})|(\d{2})(\d{2})|-(\d{2}))?(?=$|[T ,]|Z$|[+-]\d{2}:?\d{2}$)/i.exec(text);
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

/** A year, a month in words and a day, as Hungarian feeds have it: `2004-julius-13T9:15-05:00`. */
function isoWordDay(text: string): Read<Day> {
  const match = /^(\d{4})[-. ]{1,2}(\p{L}{3,14})[-. ]{1,2}(\d{1,2})(?=$|[T ,.])/u.exec(text);
  return match === null ? null : wordsRead(match[2], match[3], match[1], text.slice(match[0].length));
}

/** Digits run together, as `20040101194821`; else seconds or milliseconds since 1970. */
function epochDay(text: string): Read<Day> {
  const compact = /^(\d{4})(\d{2})(\d{2})(\d{6})$/.exec(text);
  if (compact !== null) {
    return {
      value: { year: Number(compact[1]), month: Number(compact[2]), day: Number(compact[3]) },
      rest: `T${compact[4]}`,
    };
  }
  if (!/^(\d{10}|\d{13})$/.test(text)) return null;
  const iso = new Date(Number(text.padEnd(13, '0'))).toISOString();
  return {
    value: { year: Number(iso.slice(0, 4)), month: Number(iso.slice(5, 7)), day: Number(iso.slice(8, 10)) },
    rest: iso.slice(10),
  };
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
  if (dayFirst !== null) return wordsRead(dayFirst[2], dayFirst[1], dayFirst[3], text.slice(dayFirst[0].length));
  const asctime = /^(\p{L}{3,14})\.? (\d{1,2}) (\d{1,2}:\d{2}(?::\d{2})?)( [A-Za-z]{1,5}| [+-]\d{4})? (\d{4})$/u.exec(
    text,
  );
  if (asctime !== null) return wordsRead(asctime[1], asctime[2], asctime[5], ` ${asctime[3]}${asctime[4] ?? ''}`);
  const monthFirst = /^(\p{L}{3,14})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4}|\d{2})(?!\d|:)/iu.exec(text);
  return monthFirst === null
    ? null
    : wordsRead(monthFirst[1], monthFirst[2], monthFirst[3], text.slice(monthFirst[0].length));
}

function wordsRead(word = '', day = '', year = '', rest: string): Read<Day> {
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

/** All ways to write a day, in the order they are tried. */
export const dayReaders: readonly ((text: string) => Read<Day>)[] = [
  isoDay,
  isoWordDay,
  epochDay,
  wordDay,
  numberDay,
  shortIsoDay,
];
