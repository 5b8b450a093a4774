import type { Links } from '../links.ts';
import { revisionAt } from '../revision-at.ts';
import type { Archive, ArchiveArticle, Outlet, Story } from '../schema.ts';

/** All that a layout needs to draw one story's page at one instant. */
export type PageView = {
  story: Story;
  outlet: Outlet;
  url: string;
  home: string;
  feed: string;
  related: RelatedStory[];
};

/** A headline in a "more from us" box. */
type RelatedStory = { title: string; url: string };

/** Makes the view of an article at an instant; undefined before the article is published. */
export function pageView(
  article: ArchiveArticle,
  outlet: Outlet,
  archive: Archive,
  now: Date,
  links: Links,
): PageView | undefined {
  const story = revisionAt(article, now);
  if (!story) return undefined;
  const url = links.article(article);
  const feedOutlet = archive.outlets.find((other) => other.slug === (outlet.carriedBy ?? outlet.slug)) ?? outlet;
  return {
    story,
    outlet,
    url,
    home: links.home(outlet),
    feed: links.feed(feedOutlet),
    related: relatedTo(article, archive, links),
  };
}

/** The outlet's stories before this one: they never change, so neither does the page. */
function relatedTo(article: ArchiveArticle, archive: Archive, links: Links): RelatedStory[] {
  const earlier = archive.articles.filter(
    (other) => other.outlet === article.outlet && Date.parse(other.published) < Date.parse(article.published),
  );
  return earlier.slice(-4).map((other) => ({ title: other.title, url: links.article(other) }));
}
