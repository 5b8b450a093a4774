import type { Step } from './days.ts';

const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });
const weekday = new Intl.DateTimeFormat('en-GB', {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
});
const whole = new Intl.NumberFormat('en-GB');

/** "11 Feb 2016" */
export const dayText = (text: string): string => day.format(Date.parse(text));

/** "Thursday 11 February 2016" */
export const weekdayText = (text: string): string => weekday.format(Date.parse(text)).replace(',', '');

/** A day, or the first and last of several. */
export const stepText = ({ from, to }: Step): string =>
  from === to ? dayText(from) : `${dayText(from)} to ${dayText(to)}`;

/** Formatters of instants by time zone: each takes as long to make as hundreds of texts. */
const instants = new Map<string, Intl.DateTimeFormat>();

/** The instant in the dispute's time zone: "11 Feb 2016, 07:30". */
export function instantText(instant: string, timeZone: string): string {
  const known = instants.get(timeZone);
  const format =
    known ??
    new Intl.DateTimeFormat('en-GB', {
      ...{ day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit' },
      timeZone,
    });
  if (!known) instants.set(timeZone, format);
  return format.format(Date.parse(instant));
}

/** A tone or balance with its sign: "+0.21", "−0.16" (a true minus), "0.00". */
export function signed(value: number): string {
  const text = Math.abs(value).toFixed(2);
  if (text === '0.00') return text;
  return `${value > 0 ? '+' : '−'}${text}`;
}

export const count = (number: number): string => whole.format(number);

/** "1 article", "2 articles" */
export const counted = (number: number, noun: string): string => `${count(number)} ${noun}${number === 1 ? '' : 's'}`;

export const percent = (share: number): string => `${Math.round(share * 100)} %`;

/** The id of an issue as a heading: "Strike risk". */
export const issueLabel = (id: string): string => {
  const words = id.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
};
