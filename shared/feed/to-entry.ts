import type { Entry, EntryDateSource } from './feed.ts';
import { parseDate } from './parse-date.ts';
import { collapse, decodeEntities, plainText } from './plain-text.ts';
import type { FieldsByName } from './read-tidied.ts';
import type { Field, FieldName } from './tidied-feed.ts';

/** Tags outlets put into titles. Others may be what the title is about ("why <blink> had to go"). */
const titleTags =
  /<\/?(?:a|abbr|b|br|cite|code|del|em|font|h[1-6]|i|img|ins|mark|p|q|s|small|span|strike|strong|sub|sup|u|wbr)\b[^<>]*>/i;
const anyTag = /<\/?[a-z][^<>]*>|<!--/i;
/** Relations of links that lead somewhere else than to the article (RFC 4287 4.2.7.2 and its registry). */
const otherRelations = new Set([
  'self',
  'enclosure',
  'replies',
  'edit',
  'edit-media',
  'next',
  'first',
  'last',
  'previous',
  'prev',
  'hub',
  'payment',
  'license',
  'service',
  'search',
  'icon',
  'stylesheet',
  'image',
  'thumbnail',
  'author',
  'via',
  'related',
  'prev-archive',
  'next-archive',
  'current',
  'http://schemas.google.com/g/2005#feed',
  'http://schemas.google.com/g/2005#post',
]);

/** Makes an entry of an item's fields; `feedLink` stands in for the address of an item that has none at all. */
export function toEntry(fields: FieldsByName, feedLink: string | null): Entry {
  const dates = readDates(fields);
  const summary = firstValue(fields, 'summary') ?? firstValue(fields, 'other-summary');
  return {
    id: firstValue(fields, 'id') ?? firstValue(fields, 'about') ?? null,
    link: entryLink(fields) ?? feedLink,
    title: readTitle(fields),
    ...dates,
    summary: summary ?? null,
    content: longest(fields.content) ?? otherThan(summary, fields.summary),
    author: collapse(decodeEntities(firstValue(fields, 'author') ?? '')) || null,
  };
}

/** A title as words: Atom says how to read it, RSS leaves it to us. */
export function readTitle(fields: FieldsByName): string | null {
  const field = fields.title?.find(({ value }) => value !== '') ?? fields['other-title']?.[0];
  if (field === undefined) return null;
  return titleText(field) || null;
}

function titleText({ value, kind }: Field): string {
  if (kind === 'html' ? anyTag.test(value) : kind !== 'text' && titleTags.test(value)) return plainText(value);
  return collapse(decodeEntities(value));
}

/** The address of the page a feed or an item is about. */
export function readLink(fields: FieldsByName): string | null {
  const links = fields.link ?? [];
  const plain = links.filter(({ rel = 'alternate' }) => rel === 'alternate');
  const page = plain.find(({ type = 'text/html' }) => type.includes('html')) ?? plain[0];
  const other = links.find(({ rel = '' }) => !otherRelations.has(rel));
  return (page ?? other)?.value || null;
}

function entryLink(fields: FieldsByName): string | null {
  const permanent = fields.id?.find(({ value, isPermaLink }) => isPermaLink !== 'false' && isAddress(value));
  const about = fields.about?.find(({ value }) => isAddress(value));
  // FeedBurner and Pheedo put their own counting address into <link>.
  return (
    firstValue(fields, 'original-link') ??
    readLink(fields) ??
    permanent?.value ??
    about?.value ??
    firstValue(fields, 'enclosed') ??
    null
  );
}

function readDates(fields: FieldsByName): Pick<Entry, 'published' | 'updated' | 'dateSource'> {
  const updated = lastDate(fields.updated);
  const candidates: [EntryDateSource, string | null][] = [
    ['published', lastDate(fields.published)],
    ['dc:date', lastDate(fields['dc-date'])],
    ['updated', updated],
  ];
  const [source, published] = candidates.find(([, date]) => date !== null) ?? ['none' as const, null];
  return { published, updated, dateSource: source };
}

function lastDate(fields: Field[] | undefined): string | null {
  // Where an item has two, the later one is the newer vocabulary's: Atom 0.3's `issued` before 1.0's `published`.
  return (fields ?? []).reduce<string | null>((found, { value }) => parseDate(value) ?? found, null);
}

function firstValue(fields: FieldsByName, name: FieldName): string | null {
  return fields[name]?.find(({ value }) => value !== '')?.value ?? null;
}

function longest(fields: Field[] | undefined): string | null {
  return fields?.reduce((best, { value }) => (value.length > best.length ? value : best), '') || null;
}

/** A second text of an item that has no content: some outlets fill both `description` and `summary`. */
function otherThan(text: string | null, fields: Field[] | undefined): string | null {
  return fields?.find(({ value }) => value !== '' && value !== text)?.value ?? null;
}

function isAddress(value: string): boolean {
  return /^https?:\/\//i.test(value);
}
