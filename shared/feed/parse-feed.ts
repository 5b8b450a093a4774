import { cleanText } from './clean-text.ts';
import { decodeBytes } from './decode-bytes.ts';
import type { Entry, Feed, FeedContext } from './feed.ts';
import { FeedError } from './feed-error.ts';
import { readJsonFeed } from './json-feed.ts';
import { type FieldsByName, readTidied } from './read-tidied.ts';
import { innerBase } from './resolve-address.ts';
import { tidy } from './tidy.ts';
import { readLink, readTitle, toEntry } from './to-entry.ts';
import { readUpdateWishes } from './update-wishes.ts';

const maximumBytes = 5 * 1024 * 1024;

/**
 * Reads a feed document: RSS 0.9x, 1.0, 2.0, Atom 0.3, 1.0, CDF, JSON Feed or a news sitemap, in any encoding. Decodes,
 * cleans, tidies, reads, in this order; each step takes what the one before left. One bad item never costs the feed.
 * @throws FeedError when the document is empty, a web page, something else, or over the caps (5 MB, 4,096 levels)
 */
export async function parseFeed(bytes: Uint8Array, context: FeedContext): Promise<Feed> {
  if (bytes.length > maximumBytes)
    throw new FeedError('too-large', `The document has ${bytes.length} bytes, over the limit of ${maximumBytes}.`);
  const text = decodeBytes(bytes, context.contentType).trim();
  if (text === '') throw new FeedError('empty', 'The document is empty.');
  const base = innerBase(context.contentLocation, context.url ?? '');
  return /^[{[]/.test(text) ? jsonFeed(text, base) : xmlFeed(cleanText(text), base);
}

function jsonFeed(text: string, base: string): Feed {
  const { title, link, entries, bad, dropped } = readJsonFeed(text, base);
  return { format: 'json', title, link, entries, bad, dropped, ...readUpdateWishes({}) };
}

async function xmlFeed(text: string, base: string): Promise<Feed> {
  const tidied = tidy(text, base);
  const { feed, items } = await readTidied(tidied);
  const link = readLink(feed);
  // An Atom entry may well have no page of its own (RFC 4287 4.1.2); an RSS item without one is about the site.
  const standIn = tidied.format === 'atom' ? null : link;
  const read = items.map((item) => entryOrNull(item, standIn));
  const entries = read.filter((entry) => entry !== null);
  return {
    format: tidied.format,
    title: readTitle(feed),
    link,
    entries,
    bad: read.length - entries.length,
    dropped: tidied.dropped,
    ...readUpdateWishes(feed),
  };
}

function entryOrNull(item: FieldsByName, standIn: string | null): Entry | null {
  try {
    return toEntry(item, standIn);
  } catch {
    return null;
  }
}
