import type { Element } from 'domhandler';
import { textContent } from 'domutils';
import type { DateSource, FoundDate } from '../article.ts';
import { oneLine } from '../page/one-line.ts';
import { chooseDate } from './choose-date.ts';
import type { JsonLdObject, PageFacts } from './page-facts.ts';
import { nameOf } from './parse-json-ld.ts';
import { readDate } from './read-date.ts';

/** Names of `meta` that state when a page was first published, the plainest first. */
const publishedMetas = [
  'article:published_time', 'og:article:published_time', 'og:published_time', 'datepublished', 'itemprop:datepublished',
  'originalpublicationdate', 'article.published', 'parsely-pub-date', 'sailthru.date', 'cxenseparse:recs:publishtime',
  'shareaholic:article_published_time', 'rnews:datepublished', 'dc.date.issued', 'dcterms.issued', 'dcterms.date', 'dc.date',
  'dc.date.created', 'dcterms.created', 'pubdate', 'publishdate', 'publish-date', 'publish_date', 'publication_date',
  'publicationdate', 'pub_date', 'published_at', 'article_date_original', 'sn-post-date', 'post-date', 'displaydate', 'ptime', 'date',
]; // biome-ignore format: a list of names
const modifiedMetas = [
  'article:modified_time', 'og:article:modified_time', 'datemodified', 'itemprop:datemodified', 'article.updated',
  'og:updated_time', 'lastmodified', 'last-modified', 'dcterms.modified', 'dc.date.modified', 'lastmod', 'revised',
  'moddate', 'utime',
]; // biome-ignore format: a list of names

interface Wanted {
  jsonLd: readonly string[];
  metas: readonly string[];
  property: string;
}

const published: Wanted = {
  jsonLd: ['datePublished', 'dateCreated'],
  metas: publishedMetas,
  property: 'datePublished',
};
const modified: Wanted = { jsonLd: ['dateModified'], metas: modifiedMetas, property: 'dateModified' };

/** What the dates are looked for in. */
export interface DatePlaces {
  facts: PageFacts;
  article: JsonLdObject | null;
  url: string;
  timeZone: string;
  /** Lines near the headline that may print the date, in order. */
  lines: readonly string[];
}

/** When the article was published and last changed, by the page's own statements. */
export function findDates(places: DatePlaces): { published: FoundDate | null; modified: FoundDate | null } {
  const stated = statedDates(places, published);
  const first = chooseDate(agree(stated) ? stated : [...stated, ...shownDates(places)]);
  const changed = statedDates(places, modified);
  const last = chooseDate(changed.length > 0 ? changed : updatedLine(places));
  return { published: first, modified: last && first && last.instant < first.instant ? null : last };
}

/** Two that are told to machines outweigh all that is shown to readers. */
const agree = (stated: readonly FoundDate[]) =>
  stated.length > 1 && stated.every(({ instant }) => instant.slice(0, 10) === stated[0]!.instant.slice(0, 10));

const shownDates = (places: DatePlaces): FoundDate[] => [
  ...timeElements(places),
  ...visibleDates(places),
  ...urlDate(places),
];

function statedDates({ facts, article, timeZone }: DatePlaces, wanted: Wanted): FoundDate[] {
  const read = (source: DateSource, texts: (string | null | undefined)[]) => datesFrom(source, texts, timeZone);
  const elements = facts.properties.get(wanted.property) ?? [];
  return [
    ...read(
      'json-ld',
      wanted.jsonLd.map((key) => nameOf(article?.[key])),
    ),
    ...read(
      'meta',
      wanted.metas.map((name) => facts.metas.get(name)?.[0]),
    ),
    ...read('microdata', elements.slice(0, 1).flatMap(textsOf)),
  ];
}

/** The first that can be read is the source's word. */
function datesFrom(source: DateSource, texts: (string | null | undefined)[], timeZone: string): FoundDate[] {
  for (const text of texts) {
    const date = text ? (readDate(text, timeZone) ?? readDate(printedDateIn(text) ?? '', timeZone)) : null;
    if (date) return [{ ...date, source }];
  }
  return [];
}

function textsOf(element: Element): string[] {
  const { attribs } = element;
  return [attribs.datetime, attribs.content, oneLine(textContent(element)).slice(0, 100)].filter(
    (text): text is string => text !== undefined && text !== '',
  );
}

const updateWords = /\b(?:modified|updated?|edited|amended|changed)\b/i;

/** `time` elements that say they are the date of publication, else the page's first: the others are of its neighbours. */
function timeElements({ facts, timeZone }: DatePlaces): FoundDate[] {
  const named = (element: Element) => `${element.attribs.class ?? ''} ${element.attribs.itemprop ?? ''}`;
  const candidates = facts.times.filter(
    (element) => !updateWords.test(named(element).replace(/([a-z])([A-Z])/g, '$1 $2')),
  );
  const marked = candidates.filter(
    ({ attribs }) =>
      attribs.pubdate !== undefined || /\b(?:entry-date|publish\w*|pub-?date)\b/i.test(attribs.class ?? ''),
  );
  return datesFrom('time-element', [...marked, ...candidates.slice(0, 1)].flatMap(textsOf), timeZone);
}

const months = 'jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec';
/** A day as words or numbers, with what a clock time may follow it. */
const printedDate = new RegExp(
  `(?:\\d{1,2}(?:st|nd|rd|th)?(?: of)? (?:${months})[a-z]*\\.?,? \\d{4}|(?:${months})[a-z]*\\.? \\d{1,2}(?:st|nd|rd|th)?,? \\d{4}|` +
    '\\d{1,2}/\\d{1,2}/\\d{4}|\\d{4}-\\d\\d-\\d\\d|\\d{1,2}\\.\\d{1,2}\\.\\d{4})' +
    '(?:[ T,]*(?:[-–—·•|]|at|on)?[ ,]*\\d{1,2}(?:[:.]\\d{2}(?::\\d{2})?(?: ?[ap]\\.?m\\b\\.?)?| ?[ap]\\.?m\\b\\.?)(?: ?(?:GMT|BST|UTC|Z|[+-]\\d\\d:?\\d\\d))?)?',
  'i',
);
/** `18:30, 12 January 2016`, `11:34 p.m. EST Jan. 12, 2016`. */
const timeFirst = new RegExp(
  '\\b(\\d{1,2}[:.]\\d{2}(?:[:.]\\d{2})? ?(?:[ap]\\.?m\\b\\.?)?)(?: ?(GMT|BST|UTC|IST|[ECMP][SD]?T))?,? (?:on )?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)[a-z]*,? )?' +
    `(\\d{1,2}(?:st|nd|rd|th)? (?:${months})[a-z]*\\.?,? \\d{4}|(?:${months})[a-z]*\\.? \\d{1,2}(?:st|nd|rd|th)?,? \\d{4})`,
  'i',
);

/** The date that a line prints, as text that can be read; null where it prints none. */
export function printedDateIn(line: string): string | null {
  if (!/\d{4}/.test(line)) return null;
  const reversed = timeFirst.exec(line);
  if (reversed) return `${reversed[3]} ${reversed[1]} ${reversed[2] ?? ''}`.trim();
  return printedDate.exec(line)?.[0] ?? null;
}

function visibleDates({ facts, lines, timeZone }: DatePlaces): FoundDate[] {
  const marked = facts.dated.map((element) => oneLine(textContent(element)).slice(0, 120));
  const first = lines.filter((line) => !updateWords.test(line) || /publish/i.test(line));
  return datesFrom('visible-text', [...first, ...marked, ...lines].map(beforeUpdate).map(printedDateIn), timeZone);
}

const beforeUpdate = (line: string) =>
  line.replace(/\b(?:last )?(?:modified|updated?|edited|amended)\b.*$/i, (rest, at) => (at > 8 ? '' : rest));

function updatedLine({ lines, timeZone }: DatePlaces): FoundDate[] {
  const texts = lines.map((line) => /\b(?:last )?(?:modified|updated?|edited|amended)\b(.*)$/i.exec(line)?.[1] ?? '');
  return datesFrom('visible-text', texts.map(printedDateIn), timeZone);
}

function urlDate({ url, timeZone }: DatePlaces): FoundDate[] {
  const month = months.split('|');
  const match =
    /\/((?:19|20)\d{2})[/-](\d{1,2}|[a-z]{3})[/-](\d{1,2})(?=[/\-_.]|$)/i.exec(url) ??
    /\/((?:20)\d{2})(\d{2})(\d{2})(?=[/\-_.]|$)/.exec(url);
  if (!match) return [];
  const named = month.indexOf(match[2]!.toLowerCase()) + 1;
  return datesFrom(
    'url',
    [`${match[1]}-${String(named || match[2]).padStart(2, '0')}-${match[3]!.padStart(2, '0')}`],
    timeZone,
  );
}
