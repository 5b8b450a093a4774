import type { Links } from '../links.ts';
import { revisionAt } from '../revision-at.ts';
import type { Archive, ArchiveArticle, Outlet, Story } from '../schema.ts';

/** How many of the newest items a feed shows. */
export const FEED_LENGTH = 20;

/** One item of a feed, made ready for any of the formats. */
export type FeedItem = { story: Story; link: string; id: string; summary: string; source: Outlet | undefined };

/** A feed as it stands at one instant. `updated` is its newest item's time, so that an unchanged feed is unchanged bytes. */
export type FeedView = { outlet: Outlet; home: string; self: string; updated: string; items: FeedItem[] };

/** The newest items of an outlet's feed at an instant, newest first; an aggregator carries those of its outlets. */
export function feedView(outlet: Outlet, archive: Archive, now: Date, links: Links): FeedView {
  const carried = new Map(archive.outlets.filter((o) => carries(outlet, o)).map((o) => [o.slug, o]));
  const items = archive.articles
    .filter((article) => carried.has(article.outlet))
    .flatMap((article) => itemAt(article, carried.get(article.outlet), outlet, now, links))
    .reverse()
    .slice(0, FEED_LENGTH);
  const stamps = items.map(({ story }) => story.modified ?? story.published);
  const updated = stamps.sort((a, b) => Date.parse(b) - Date.parse(a))[0] ?? '2015-09-01T00:00:00+01:00';
  return { outlet, home: links.home(outlet), self: links.feed(outlet), updated, items };
}

function carries(feedOutlet: Outlet, outlet: Outlet): boolean {
  return outlet.slug === feedOutlet.slug || outlet.carriedBy === feedOutlet.slug;
}

function itemAt(article: ArchiveArticle, source: Outlet | undefined, outlet: Outlet, now: Date, links: Links) {
  const story = revisionAt(article, now);
  if (!story) return [];
  const link =
    links.article(article) +
    (outlet.feed?.tracking ? `?utm_source=rss&utm_medium=feed&utm_campaign=${outlet.slug}` : '');
  const id = `tag:${source?.host ?? outlet.host},${article.published.slice(0, 10)}:${article.id}`;
  return [{ story, link, id, summary: summaryOf(story), source: source === outlet ? undefined : source }];
}

/** A feed's teaser: the first paragraph, cut at a word as outlets do. */
function summaryOf(story: Story): string {
  const first = story.paragraphs[0] ?? '';
  return first.length <= 220 ? first : `${first.slice(0, first.lastIndexOf(' ', 217))}...`;
}
