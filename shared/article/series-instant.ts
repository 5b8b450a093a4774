import type { DateSource, FoundDate } from './article.ts';

/** The instant whose day an article counts in, and what it rests on. */
export interface SeriesInstant {
  at: string;
  source: DateSource | 'first-seen';
}

const earliest = '1995-01-01T00:00:00.000Z';
const dayInMilliseconds = 86_400_000;

/**
 * Chooses the instant of publication: the page's own date, or the feed's where the page gives none or only the day;
 * else when the article was first seen. A date before 1995 or over a day ahead of `firstSeenAt` is not believed.
 * @param page the date found on the page
 * @param entry the date its feed gave, ISO 8601
 * @param firstSeenAt ISO 8601
 */
export function seriesInstant(page: FoundDate | null, entry: string | null, firstSeenAt: string): SeriesInstant {
  const believable = (instant: string) =>
    instant >= earliest && Date.parse(instant) <= Date.parse(firstSeenAt) + dayInMilliseconds;
  const fromFeed = entry !== null && believable(utc(entry)) ? ({ at: utc(entry), source: 'feed' } as const) : null;
  const fromPage = page && believable(utc(page.instant)) ? { at: utc(page.instant), source: page.source } : null;
  if (fromPage && (page?.precision !== 'day' || !fromFeed)) return fromPage;
  return fromFeed ?? { at: utc(firstSeenAt), source: 'first-seen' };
}

/** One form for all keys, so that text order is time order. */
const utc = (instant: string) => new Date(instant).toISOString();
