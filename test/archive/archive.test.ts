import { describe, expect, test } from 'vitest';
import { articlePath } from '../../local/archive/links.ts';
import { loadArchive } from '../../local/archive/load-archive.ts';

const archive = loadArchive();
const outlets = new Map(archive.outlets.map((outlet) => [outlet.slug, outlet]));
const byId = new Map(archive.articles.map((article) => [article.id, article]));
const dispute = archive.articles.filter((article) => article.kind === 'news' || article.kind === 'live-blog');

/** The dispute's turning points: each must have coverage on the day. */
const KEY_DATES = `2015-11-19 2015-11-30 2016-01-12 2016-02-10 2016-02-11 2016-03-09 2016-03-10 2016-04-06 2016-04-07
  2016-04-26 2016-04-27 2016-05-18 2016-07-05 2016-07-06 2016-08-31 2016-09-05 2016-09-24 2016-09-28`.split(/\s+/);

describe('the sample archive', () => {
  test('holds at least 100 articles from at least 12 outlets, Sep 2015 to Oct 2016', () => {
    expect(archive.articles.length).toBeGreaterThanOrEqual(100);
    expect(new Set(archive.articles.map((article) => article.outlet)).size).toBeGreaterThanOrEqual(12);
    expect(archive.articles[0]!.published >= '2015-09-01').toBe(true);
    expect(archive.articles.at(-1)!.published < '2016-11-01').toBe(true);
  });

  test('says in every story that it is invented, and stands on reserved hosts only', () => {
    const stories = archive.articles.flatMap((article) => article.revisions);
    expect(stories.every((story) => story.invented)).toBe(true);
    expect(archive.outlets.every((outlet) => outlet.host.endsWith('.example'))).toBe(true);
  });

  test('writes every instant with the offset London had then', () => {
    const format = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', hour: '2-digit', minute: '2-digit' });
    for (const { id, published } of archive.articles) {
      expect(`${id} ${format.format(new Date(published))}`).toBe(`${id} ${published.slice(11, 16)}`);
    }
  });

  test('has unique ids and URLs', () => {
    expect(byId.size).toBe(archive.articles.length);
    const paths = archive.articles.map((article) => `${article.outlet}${articlePath(article)}`);
    expect(new Set(paths).size).toBe(paths.length);
  });

  test('files every story under a section its outlet has', () => {
    for (const { id, outlet, section } of archive.articles) {
      expect(Object.keys(outlets.get(outlet)!.sections), id).toContain(section);
    }
  });

  test.each(KEY_DATES)('covers %s by two stories or more', (day) => {
    expect(dispute.filter((article) => article.published.startsWith(day)).length).toBeGreaterThanOrEqual(2);
  });

  test('holds the odd pages a poller meets', () => {
    const count = (kind: string) => archive.articles.filter((article) => article.kind === kind).length;
    expect(count('off-topic')).toBeGreaterThanOrEqual(12);
    expect(count('live-blog')).toBeGreaterThanOrEqual(5);
    for (const kind of ['stub', 'video', 'foreign']) expect(count(kind)).toBeGreaterThanOrEqual(1);
    expect(archive.articles.filter((article) => article.revisions.length > 1).length).toBeGreaterThanOrEqual(1);
  });
});

describe('syndicated copies', () => {
  const copies = archive.articles.filter((article) => article.syndicatedFrom !== undefined);

  test('are at least eight', () => expect(copies.length).toBeGreaterThanOrEqual(8));

  test.each(copies)('$id names an earlier article of another outlet and shares text with it', (copy) => {
    const original = byId.get(copy.syndicatedFrom!)!;
    expect(Date.parse(original.published)).toBeLessThan(Date.parse(copy.published));
    expect(original.outlet).not.toBe(copy.outlet);
    const shared = copy.paragraphs.filter((paragraph) => original.paragraphs.includes(paragraph));
    expect(shared.length).toBeGreaterThanOrEqual(3);
  });
});

test('every outlet has a feed or is carried by one that has', () => {
  for (const { slug, feed, carriedBy } of archive.outlets) {
    expect(feed ?? outlets.get(carriedBy ?? '')?.feed, slug).toBeDefined();
  }
  const feeds = archive.outlets.filter((outlet) => outlet.feed);
  expect(feeds.length).toBeGreaterThanOrEqual(8);
  expect(feeds.length).toBeLessThanOrEqual(20);
});
