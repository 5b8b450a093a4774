import type { Entry } from './feed.ts';
import { FeedError } from './feed-error.ts';
import { parseDate } from './parse-date.ts';
import { collapse, plainText } from './plain-text.ts';
import { resolveAddress } from './resolve-address.ts';

const maximumItems = 2_000;
const titleLength = 100;
type Json = Record<string, unknown>;

/** What a JSON Feed (1.0 or 1.1, https://www.jsonfeed.org/version/1.1/) says, read leniently: a value of the wrong type is an absent one. */
export interface JsonFeed {
  title: string | null;
  link: string | null;
  entries: Entry[];
  /** Items that were not objects. */
  bad: number;
  dropped: number;
}

/** @throws FeedError when the text is not JSON or the JSON not a feed */
export function readJsonFeed(text: string, base: string): JsonFeed {
  const feed = parse(text);
  const items = isObject(feed.items) ? [feed.items] : feed.items;
  const isFeed = Array.isArray(items) || /jsonfeed\.org/.test(String(feed.version ?? ''));
  if (!isFeed) throw new FeedError('not-a-feed', 'The document is JSON, but not a JSON Feed.');
  const list = Array.isArray(items) ? items : [];
  const objects = list.slice(0, maximumItems).filter(isObject).map(withLowerCaseKeys);
  return {
    title: textOf(feed.title),
    link: addressOf(feed.home_page_url, base),
    entries: objects.map((item) => toEntry(item, base)),
    bad: Math.min(list.length, maximumItems) - objects.length,
    dropped: Math.max(0, list.length - maximumItems),
  };
}

function parse(text: string): Json {
  try {
    const value: unknown = JSON.parse(text);
    if (isObject(value)) return withLowerCaseKeys(value);
  } catch (error) {
    throw new FeedError(
      'not-a-feed',
      `The document looks like JSON but is not: ${(error as Error).message.slice(0, 120)}`,
    );
  }
  throw new FeedError('not-a-feed', 'The document is JSON, but not a JSON Feed.');
}

function withLowerCaseKeys(object: Json): Json {
  return Object.fromEntries(Object.entries(object).map(([key, value]) => [key.toLowerCase(), value]));
}

function toEntry(item: Json, base: string): Entry {
  const published = dateOf(item.date_published);
  const updated = dateOf(item.date_modified);
  return {
    id: textOf(item.id),
    link: addressOf(item.url, base) ?? addressOf(item.external_url, base) ?? permanentId(item.id),
    title: textOf(item.title) ?? titleFromText(item),
    published: published ?? updated,
    updated,
    dateSource: published ? 'published' : updated ? 'updated' : 'none',
    summary: textOf(item.summary),
    content: textOf(item.content_html) ?? textOf(item.content_text),
    author: authorOf(item),
  };
}

/** Titles are optional in a JSON Feed, as a microblog has none: the first words of the text stand in. */
function titleFromText(item: Json): string | null {
  const text = textOf(item.summary) ?? textOf(item.content_text) ?? plainText(textOf(item.content_html) ?? '');
  const words = collapse(text);
  return (words.length > titleLength ? `${words.slice(0, titleLength)}…` : words) || null;
}

/** The specification recommends the item's address as its id. */
function permanentId(id: unknown): string | null {
  return typeof id === 'string' && /^https?:\/\//i.test(id) ? resolveAddress(id, '') : null;
}

function authorOf(item: Json): string | null {
  const authors = Array.isArray(item.authors) ? item.authors : [item.author];
  const names = authors
    .filter(isObject)
    .map((author) => textOf(author.name))
    .filter((name) => name !== null);
  return names.map(collapse).join(', ') || null;
}

function textOf(value: unknown): string | null {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
}

function addressOf(value: unknown, base: string): string | null {
  return typeof value === 'string' ? resolveAddress(value, base) || null : null;
}

function dateOf(value: unknown): string | null {
  return typeof value === 'string' ? parseDate(value) : null;
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
