import Parser from 'rss-parser';
import { describe, expect, test } from 'vitest';
import { FEED_LENGTH } from '../../local/archive/feeds/feed-view.ts';
import { pathLinks } from '../../local/archive/links.ts';
import { loadArchive } from '../../local/archive/load-archive.ts';
import { renderFeed } from '../../local/archive/render-feed.ts';
import type { ArchiveArticle, Outlet } from '../../local/archive/schema.ts';

const archive = loadArchive();
const links = pathLinks('http://127.0.0.1:4000');
const withFeeds = archive.outlets.filter((outlet) => outlet.feed);

/** rss-parser reads through xml2js (sax in strict mode), which throws on XML that is not well-formed. */
const items = async (outlet: Outlet, now: Date) =>
  (await new Parser().parseString(renderFeed(outlet, archive, now, links))).items;

const feedOf = ({ outlet: slug }: ArchiveArticle) => {
  const outlet = archive.outlets.find((candidate) => candidate.slug === slug)!;
  return archive.outlets.find((candidate) => candidate.slug === (outlet.carriedBy ?? slug))!;
};

describe.each(withFeeds)('the feed of $slug', (outlet) => {
  test('parses as XML at the start, in the thick of it and at the end', async () => {
    for (const day of ['2015-09-01', '2016-02-12', '2016-10-31']) {
      const found = await items(outlet, new Date(`${day}T12:00:00Z`));
      expect(found.length).toBeLessThanOrEqual(FEED_LENGTH);
      expect(found.every((item) => item.link?.startsWith('http://127.0.0.1:4000/'))).toBe(true);
    }
  });

  test('shows nothing from the future, newest first', async () => {
    const now = new Date('2016-04-27T12:00:00Z');
    const dates = (await items(outlet, now)).map((item) => Date.parse(item.isoDate!));
    expect(dates.every((date) => date <= now.getTime())).toBe(true);
    expect(dates).toEqual(dates.toSorted((a, b) => b - a));
  });

  test('is the same bytes for the same instant, and while nothing is published', () => {
    const at = (iso: string) => renderFeed(outlet, archive, new Date(iso), links);
    expect(at('2016-10-30T00:00:00Z')).toBe(at('2016-10-31T00:00:00Z'));
  });
});

test('every article is in its feed a day after it is published', async () => {
  for (const article of archive.articles) {
    const dayLater = new Date(Date.parse(article.published) + 24 * 3600_000);
    const found = (await items(feedOf(article), dayLater)).map((item) => item.link!.split('?')[0]);
    expect(found, article.id).toContain(links.article(article));
  }
});

test('a moment before it is published no feed shows it', async () => {
  for (const article of archive.articles.slice(0, 20)) {
    const found = await items(feedOf(article), new Date(Date.parse(article.published) - 1));
    expect(found.map((item) => item.title)).not.toContain(article.title);
  }
});
