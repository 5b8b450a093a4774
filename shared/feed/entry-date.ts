import type { Entry } from './feed.ts';

const day = 24 * 3_600_000;
/** Before the web had news: a clock that was never set (1970), a template (0001). */
const earliest = Date.parse('1995-01-01T00:00:00Z');

/** A date that can be put on a chart, or why there is none. */
export interface EntryDate {
  /** ISO 8601 UTC, or null: never the time of fetching. */
  published: string | null;
  dateSource: 'published' | 'dc:date' | 'updated' | 'fetched';
  dateFlag: 'future' | 'ancient' | null;
}

/** Believes a date unless it lies more than a day ahead of `now` (milliseconds) or before 1995. */
export function entryDate({ published, dateSource }: Pick<Entry, 'published' | 'dateSource'>, now: number): EntryDate {
  if (published === null || dateSource === 'none') return { published: null, dateSource: 'fetched', dateFlag: null };
  const instant = Date.parse(published);
  const dateFlag = instant > now + day ? 'future' : instant < earliest ? 'ancient' : null;
  return dateFlag === null ? { published, dateSource, dateFlag } : { published: null, dateSource: 'fetched', dateFlag };
}
