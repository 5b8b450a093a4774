const dayInMilliseconds = 86_400_000;

/** A day (YYYY-MM-DD) so many days later, earlier if negative. Calendar arithmetic: no time zone is involved. */
export const addDays = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * dayInMilliseconds).toISOString().slice(0, 10);

/** Days from the first to the last, both counted. */
export const lengthInDays = (from: string, to: string): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / dayInMilliseconds) + 1;

/** Whether a text is a day of the calendar, written YYYY-MM-DD. */
export const isDay = (text: string): boolean =>
  /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text)) && addDays(text, 0) === text;

/** Where a day lies on a time axis: its first instant, and the one after its last. */
export const dayStart = (day: string): Date => new Date(`${day}T00:00:00Z`);
export const dayEnd = (day: string): Date => dayStart(addDays(day, 1));

export type StepLength = 'day' | 'week' | 'month';

/** One mark of a time chart: the days it stands for. */
export interface Step {
  from: string;
  to: string;
}

/** The steps of a period. Weeks begin on Monday, months on the first; the outer ones end with the period. */
export function stepsOf(from: string, to: string, length: StepLength): Step[] {
  const steps: Step[] = [];
  for (let start = from; start <= to; ) {
    const last = lastDayOf(start, length);
    const end = last < to ? last : to;
    steps.push({ from: start, to: end });
    start = addDays(end, 1);
  }
  return steps;
}

function lastDayOf(day: string, length: StepLength): string {
  const date = new Date(Date.parse(day));
  if (length === 'week') return addDays(day, (7 - date.getUTCDay()) % 7);
  if (length === 'month')
    return new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).toISOString().slice(0, 10);
  return day;
}

/** Days by day for a quarter, weeks for two years: as fine as a chart can show. */
export function fittingLength(from: string, to: string): StepLength {
  const days = lengthInDays(from, to);
  if (days <= 120) return 'day';
  return days <= 750 ? 'week' : 'month';
}

/** Items by the step their day falls in; items outside the steps are left out. */
export function byStep<T extends { day: string }>(items: readonly T[], steps: readonly Step[]): T[][] {
  const groups: T[][] = steps.map(() => []);
  let index = 0;
  for (const item of [...items].sort((a, b) => (a.day < b.day ? -1 : 1))) {
    while (index < steps.length && steps[index]!.to < item.day) index += 1;
    if (index < steps.length && item.day >= steps[index]!.from) groups[index]!.push(item);
  }
  return groups;
}
