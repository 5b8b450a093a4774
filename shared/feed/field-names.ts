import type { FieldName } from './tidied-feed.ts';

/** What each element of an item says. Elements not listed are ignored with all they hold. */
export const itemFields = byElement({
  title: 'title',
  'atom:title': 'title',
  'news:title': 'title',
  'dc:title': 'other-title',
  'media:title': 'other-title',
  'itunes:title': 'other-title',
  link: 'link',
  'atom:link': 'link',
  loc: 'link',
  'feedburner:origlink': 'original-link',
  'pheedo:origlink': 'original-link',
  guid: 'id',
  'atom:id': 'id',
  pubdate: 'published',
  'atom:pubdate': 'published',
  'atom:published': 'published',
  'atom:issued': 'published',
  published: 'published',
  issued: 'published',
  'dcterms:issued': 'published',
  'news:publication_date': 'published',
  date: 'dc-date',
  'dc:date': 'dc-date',
  'dcterms:date': 'dc-date',
  'dcterms:created': 'dc-date',
  'atom:created': 'dc-date',
  created: 'dc-date',
  updated: 'updated',
  modified: 'updated',
  lastmod: 'updated',
  'atom:updated': 'updated',
  'atom:modified': 'updated',
  'dcterms:modified': 'updated',
  description: 'summary',
  summary: 'summary',
  abstract: 'summary',
  'atom:summary': 'summary',
  'dc:description': 'other-summary',
  'media:description': 'other-summary',
  'itunes:summary': 'other-summary',
  'itunes:subtitle': 'other-summary',
  'content:encoded': 'content',
  'atom:content': 'content',
  'xhtml:body': 'content',
  'xhtml:div': 'content',
  body: 'content',
  fullitem: 'content',
  author: 'author',
  'dc:creator': 'author',
  'dcterms:creator': 'author',
  'atom:name': 'author',
  'itunes:author': 'author',
  enclosure: 'enclosed',
  'media:content': 'enclosed',
});

/** What each element of a feed says of the feed. */
export const feedFields = byElement({
  title: 'title',
  'atom:title': 'title',
  'dc:title': 'other-title',
  link: 'link',
  'atom:link': 'link',
  ttl: 'ttl',
  hour: 'skip-hour',
  day: 'skip-day',
  'sy:updateperiod': 'update-period',
  'sy:updatefrequency': 'update-frequency',
});

/** Elements that only group: what they hold counts as if it stood outside. */
export const groups: ReadonlySet<string> = new Set([
  'items',
  'media:group',
  'media:content',
  'news:news',
  'skiphours',
  'skipdays',
  'atom:author',
]);

/** Fields whose markup is part of what they say; of all others only the words count. */
export const textFields: ReadonlySet<FieldName> = new Set([
  'title',
  'other-title',
  'summary',
  'other-summary',
  'content',
] as const);

/** Elements that stand in no HTML: where one begins, a text that was never closed has ended. */
export const neverInText: ReadonlySet<string> = new Set([
  'pubdate',
  'guid',
  'dc:date',
  'dc:creator',
  'content:encoded',
  'atom:id',
  'atom:published',
  'atom:updated',
]);

/** A map, since documents do hold elements named `constructor` and `__proto__`. */
function byElement(fields: Record<string, FieldName>): ReadonlyMap<string, FieldName> {
  return new Map(Object.entries(fields));
}
