import Parser from 'rss-parser';
import type { Entry, Feed, FeedContext } from './feed.ts';
import { FeedError } from './feed-error.ts';

const maximumBytes = 5 * 1024 * 1024;

/**
 * Reads a feed document.
 * @throws FeedError when the document is not a feed, empty, a web page, or over the caps
 */
export async function parseFeed(bytes: Uint8Array, _context: FeedContext): Promise<Feed> {
  if (bytes.length > maximumBytes)
    throw new FeedError('too-large', `The document has ${bytes.length} bytes, over the limit of ${maximumBytes}.`);
  const text = new TextDecoder().decode(bytes).trim();
  if (text === '') throw new FeedError('empty', 'The document is empty.');
  if (/^<(!doctype )?html/i.test(text)) throw new FeedError('html', 'The document is a web page, not a feed.');
  const parsed = await new Parser({ defaultRSS: 2 }).parseString(text).catch((error: Error) => {
    throw new FeedError('not-a-feed', `The document is not a feed: ${error.message}`);
  });
  return { title: parsed.title ?? null, link: parsed.link ?? null, entries: parsed.items.map(toEntry) };
}

function toEntry(item: Parser.Item & Record<string, unknown>): Entry {
  const published = item.isoDate ?? null;
  return {
    id: item.guid ?? (item.id as string | undefined) ?? item.link ?? null,
    link: item.link ?? null,
    title: item.title ?? null,
    published,
    updated: null,
    dateSource: published ? 'published' : 'none',
    summary: item.content ?? item.summary ?? null,
    content: (item['content:encoded'] as string | undefined) ?? null,
    author: item.creator ?? null,
  };
}
