import type { FeedFormat } from './tidied-feed.ts';

/** Which element a date was taken from; `none` when the feed gives no usable date (never invented). */
export type EntryDateSource = 'published' | 'dc:date' | 'updated' | 'none';

/** An item of a feed. Dates are ISO 8601 UTC or null. `summary` and `content` are as the feed gave them (HTML allowed). */
export interface Entry {
  id: string | null;
  link: string | null;
  title: string | null;
  published: string | null;
  updated: string | null;
  dateSource: EntryDateSource;
  summary: string | null;
  content: string | null;
  author: string | null;
}

/** A parsed feed document. */
export interface Feed {
  format: FeedFormat;
  title: string | null;
  link: string | null;
  entries: Entry[];
  /** Items that could not be read, and items over the cap of 2,000. */
  bad: number;
  dropped: number;
  /** Shortest time between polls the feed asks for, by `ttl` and by `sy:updatePeriod`; null when it does not say. */
  ttlMs: number | null;
  updatePeriodMs: number | null;
  /** Hours (0-23, GMT) and days (`Monday`) at which it asks not to be polled. */
  skipHours: number[];
  skipDays: string[];
}

/** What is known of a feed document beside its bytes. */
export interface FeedContext {
  /** The address it came from, after redirects: base for relative links. */
  url?: string;
  contentType?: string;
  /** Of the Content-Location header: base for relative links if it is a web address (RFC 9110 8.7). */
  contentLocation?: string;
}
