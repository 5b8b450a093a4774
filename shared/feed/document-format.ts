import type { FeedFormat } from './tidied-feed.ts';

/** The format a root element tells, by its local name in lower case. */
export const formatByRoot = new Map(
  Object.entries<FeedFormat>({
    rss: 'rss',
    rdf: 'rdf',
    feed: 'atom',
    entry: 'atom',
    channel: 'cdf',
    urlset: 'sitemap',
  }),
);
/** The element that holds an item, under our own prefix. */
export const itemByFormat: Record<FeedFormat, string> = {
  rss: 'item',
  rdf: 'item',
  cdf: 'item',
  atom: 'atom:entry',
  sitemap: 'url',
  json: '',
};
