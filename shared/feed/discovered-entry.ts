import { createHash } from 'node:crypto';
import { canonicalUrl } from '../article/canonical-url.ts';
import { entryDate } from './entry-date.ts';
import type { Entry } from './feed.ts';
import { plainText } from './plain-text.ts';
import { titleKey } from './title-key.ts';

const maximumSummary = 2_000;
const maximumTitle = 500;

/** An entry that a poll heard of, with an address that can be fetched. */
export interface DiscoveredEntry {
  /** Key of the feed, as in the codebook. */
  feedUrl: string;
  outlet: string;
  /** Absolute, as the feed links it. */
  url: string;
  /** Identity over all feeds: see shared/article/canonical-url.ts. */
  canonicalUrl: string;
  /** Identity within its feed. */
  entryId: string;
  title: string;
  /** ISO 8601 UTC; null when the feed gives no date that can be believed. Never the time of fetching. */
  published: string | null;
  /** `fetched`: only `firstSeenAt` tells when it came. */
  dateSource: 'published' | 'dc:date' | 'updated' | 'fetched';
  /** Why a date the feed did give is not believed. */
  dateFlag: 'future' | 'ancient' | null;
  /** Plain text of the feed's own summary, cut at 2,000 characters: what is left if the page may not be fetched. */
  summary: string | null;
  /** ISO 8601 UTC: the poll that heard of it. Of an edited entry the store keeps the first. */
  firstSeenAt: string;
  /** Same outlet, same key, within 7 days: the same story under another address. Null when the title is too general to say so. */
  titleKey: string | null;
}

/** `link` of the entry must be an address that can be fetched: see skip-reason.ts. Instants in milliseconds. */
export function discoveredEntry(
  entry: Entry & { link: string },
  { feedUrl, outlet, entryId, now }: { feedUrl: string; outlet: string; entryId: string; now: number },
): DiscoveredEntry {
  const summary = plainText(entry.summary ?? entry.content ?? '').slice(0, maximumSummary);
  const title = (entry.title ?? summary.slice(0, 100)) || entry.link;
  return {
    feedUrl,
    outlet,
    url: entry.link,
    canonicalUrl: canonicalUrl(entry.link),
    entryId,
    title: title.slice(0, maximumTitle),
    ...entryDate(entry, now),
    summary: summary || null,
    firstSeenAt: new Date(now).toISOString(),
    titleKey: titleKey(outlet, entry.title),
  };
}

/** Hash of what a reader would notice: when it changes, the outlet has edited the entry. */
export function entryFingerprint({ title, summary, content, link }: Entry): string {
  return createHash('sha256')
    .update(JSON.stringify([title, summary ?? content, link]))
    .digest('hex')
    .slice(0, 8);
}
