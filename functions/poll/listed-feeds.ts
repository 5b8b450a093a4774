import type { Published } from '../../shared/store/published-codebooks.ts';

/** A feed that some codebooks list. */
export interface ListedFeed {
  url: string;
  outlet: string;
  aggregator: boolean;
  ignoreHttpCache: boolean;
  disputes: string[];
  timeZone: string;
}

/** The feeds of all codebooks; one that several list is polled once, for all of them. */
export function listedFeeds(published: Published[]): ListedFeed[] {
  const feeds = new Map<string, ListedFeed>();
  for (const { codebook } of published) {
    for (const feed of codebook.feeds) {
      const known = feeds.get(feed.url);
      if (known) known.disputes.push(codebook.id);
      else feeds.set(feed.url, { ...feed, disputes: [codebook.id], timeZone: codebook.timeZone });
    }
  }
  return [...feeds.values()];
}
