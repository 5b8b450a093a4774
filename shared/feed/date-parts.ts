import { type Day, dayReaders, type Read } from './date-day.ts';
import { monthNumber, withoutAccents, zoneOffset } from './date-words.ts';
import type { DateParts } from './parse-date.ts';

type Time = Pick<DateParts, 'hour' | 'minute' | 'second'>;
type Zone = Pick<DateParts, 'offset' | 'zone'>;

const utc: Zone = { offset: 0, zone: null };
const midnight: Time = { hour: 0, minute: 0, second: 0 };
const maximumLength = 100;

/** Takes a written date apart, without asking whether such a day or hour exists; null when it is not a date. */
export function dateParts(text: string): DateParts | null {
  const written = eastAsian(tidyDate(text));
  if (written === '' || written.length > maximumLength) return null;
  const day = dayReaders.reduce<Read<Day>>((found, read) => found ?? read(written), null);
  if (day === null) return null;
  const time = clockTime(day.rest);
  const zone = zoneOf(time === null ? day.rest : time.rest);
  if (zone === null) return null;
  return { ...day.value, ...(time?.value ?? midnight), ...zone };
}

/**
 * Korean, Japanese and Chinese dates in the order of ISO 8601. Korea has one zone, which its feeds leave out; the
 * characters for year, month and day alone do not tell a country.
 */
function eastAsian(text: string): string {
  const reordered = text
    .replace(/(\d{4})\s?[년年]\s?(\d{1,2})\s?[월月]\s?(\d{1,2})\s?[일日号]?/, '$1-$2-$3 ')
    .replace(/(오전|上午|午前)\s?(\d{1,2}:\d{2}(?::\d{2})?)/, '$2 AM')
    .replace(/(오후|下午|午後)\s?(\d{1,2}:\d{2}(?::\d{2})?)/, '$2 PM');
  const isKorean = /\p{Script=Hangul}/u.test(text) && /\d(?: [AP]M)?$/.test(reordered);
  return (isKorean ? `${reordered} +0900` : reordered).replace(/\s+/g, ' ').trim();
}

/** White space collapsed, weekdays and what stands in brackets gone. */
function tidyDate(text: string): string {
  return text
    .slice(0, 2 * maximumLength)
    .replace(/\([^()]*\)|\[[^[\]]*\]/g, ' ')
    .replace(/[\s\u00a0]+/g, ' ')
    .trim()
    .replace(/^\p{L}{2,12}\.?,? (?=[\p{L}\d])|^\p{L}{2,12}\.?,(?=\d)/u, (word) =>
      monthNumber(withoutAccents(word.replace(/[,. ]/g, ''))) === null || word.includes(',') ? '' : word,
    )
    .trim();
}

function clockTime(text: string): Read<Time> {
  const match =
    /^(?:T ?|[ ,]*(?:(?:at|à|um|om|kl\.?|a las|alle|-) )?)(\d{1,2})(?:[:.](\d{1,2})(?:[:.](\d{1,2})(?:[.,]\d+)?)?)? ?([ap]\.?m\.?(?![a-z]))?(?=$|[ +\-Z,a-z])/i.exec(
      text,
    );
  if (match === null) return compactTime(text);
  const [all, hour, minute, second, half] = match;
  // A bare number after a date is an hour only behind ISO 8601's T.
  if (minute === undefined && half === undefined && !/^T\d{2}(?=$|[Z+-])/i.test(text)) return compactTime(text);
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
  const numeric = /^(?:GMT|UTC?|Z)?\s*([+-])(\d{1,2}):?(\d{2})?(?: [a-z]{1,5})?$/i.exec(written);
  if (numeric !== null) {
    const minutes = Number(numeric[2]) * 60 + Number(numeric[3] ?? 0);
    return minutes > 15 * 60 ? null : { offset: numeric[1] === '-' ? -minutes : minutes, zone: null };
  }
  if (/^[a-z]+\/[a-z_/]+$/i.test(written)) return { offset: 0, zone: written };
  const offset = zoneOffset(written);
  return offset === null ? unknownZone(written) : { offset, zone: null };
}

/** RFC 5322 4.3: a zone that is letters but not known says no more than UTC. `EST5EDT` is POSIX for `EST` here. */
function unknownZone(written: string): Zone | null {
  const posix = /^([a-z]{3,4})\d{1,2}[a-z]{3,4}$/i.exec(written);
  if (posix !== null) return { offset: zoneOffset(posix[1] ?? '') ?? 0, zone: null };
  return /^[a-z]{1,5}$/i.test(written) ? utc : null;
}
