import { addDays } from '../trend/day.ts';

/** Days of the trend that the page shows up to the one linked. */
const daysShown = 14;

/**
 * The page's address with a day opened in the fortnight before it; null where no page is served.
 * @param page address of the page
 */
export function dayLink(page: string | null, dispute: string, day: string): string | null {
  if (page === null) return null;
  const from = addDays(day, 1 - daysShown);
  return `${page}?${new URLSearchParams({ view: 'trend', dispute, from, to: day, step: 'day', day })}`;
}
