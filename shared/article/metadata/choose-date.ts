import type { DateSource, FoundDate } from '../article.ts';

/** How much each source's word counts where they contradict each other. */
const trust: Record<DateSource, number> = {
  'json-ld': 5,
  meta: 4.5,
  microdata: 4,
  'time-element': 3,
  url: 3,
  'visible-text': 2,
  feed: 0,
};
const dayInMilliseconds = 86_400_000;

/**
 * Chooses among the dates that a page states. Those within a day of each other support each other; of the best supported
 * the most trusted is taken, one with a time before one with the day only.
 */
export function chooseDate(dates: readonly FoundDate[]): FoundDate | null {
  const supported = dates.map((date) => ({ date, support: supportOf(date, dates) }));
  const best = Math.max(...supported.map(({ support }) => support));
  const group = supported.filter(({ support }) => support === best).map(({ date }) => date);
  const precise = group.filter((date) => date.precision !== 'day');
  return (precise.length > 0 ? precise : group).sort((a, b) => trust[b.source] - trust[a.source])[0] ?? null;
}

function supportOf(date: FoundDate, dates: readonly FoundDate[]): number {
  return dates
    .filter((other) => Math.abs(Date.parse(other.instant) - Date.parse(date.instant)) <= dayInMilliseconds)
    .reduce((sum, other) => sum + trust[other.source], 0);
}
