import { atom } from './feeds/atom.ts';
import { feedView } from './feeds/feed-view.ts';
import { rss1 } from './feeds/rss1.ts';
import { rss2 } from './feeds/rss2.ts';
import type { Links } from './links.ts';
import type { Archive, Outlet } from './schema.ts';

const FORMATS = { rss1, rss2, atom };

/** The outlet's feed as it stands at an instant, in the outlet's own format. */
export function renderFeed(outlet: Outlet, archive: Archive, now: Date, links: Links): string {
  if (!outlet.feed) throw new Error(`${outlet.slug} has no feed of its own: ask for that of ${outlet.carriedBy}`);
  return FORMATS[outlet.feed.format](feedView(outlet, archive, now, links));
}
