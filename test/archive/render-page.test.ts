import { load } from 'cheerio';
import { describe, expect, test } from 'vitest';
import { pathLinks } from '../../local/archive/links.ts';
import { loadArchive } from '../../local/archive/load-archive.ts';
import { renderPage } from '../../local/archive/render-page.ts';
import type { ArchiveArticle } from '../../local/archive/schema.ts';

const archive = loadArchive();
const links = pathLinks('http://127.0.0.1:4000');
const outletOf = (article: ArchiveArticle) => archive.outlets.find((outlet) => outlet.slug === article.outlet)!;
const pageAt = (article: ArchiveArticle, iso: string) =>
  renderPage(article, outletOf(article), archive, new Date(iso), links);
const END = '2016-11-01T00:00:00Z';

describe.each(archive.articles)('the page of $id', (article) => {
  const $ = load(pageAt(article, END)!);
  const latest = article.revisions.at(-1)!;

  test('holds its headline, its whole text and a canonical link', () => {
    const text = $('body').text();
    for (const paragraph of latest.paragraphs) expect(text).toContain(paragraph);
    expect($('h1, h2').first().text()).toBe(latest.title);
    expect($('link[rel=canonical]').attr('href')).toBe(links.article(article));
  });

  test('says that it is invented', () => {
    expect($('footer').text()).toContain('Invented for testing Picketline');
  });
});

test('at least six layouts are in use', () => {
  expect(new Set(archive.articles.map((article) => article.layout ?? outletOf(article).layout)).size).toBeGreaterThan(
    5,
  );
});

test('an unpublished article has no page', () => {
  const [first] = archive.articles;
  expect(pageAt(first!, '2015-09-01T00:00:00Z')).toBeUndefined();
});

test('an edited story keeps its URL and changes its text', () => {
  const edited = archive.articles.find((article) => article.revisions.length > 1)!;
  const before = load(pageAt(edited, edited.published)!);
  const after = load(pageAt(edited, END)!);
  expect(before('h1').text()).not.toBe(after('h1').text());
  expect(before('link[rel=canonical]').attr('href')).toBe(after('link[rel=canonical]').attr('href'));
});

test('a video page has no paragraph of its own, a stub ends at the paywall', () => {
  const video = archive.articles.find((article) => article.kind === 'video')!;
  expect(load(pageAt(video, END)!)('.story-body > p').length).toBe(0);
  const stub = archive.articles.find((article) => article.kind === 'stub')!;
  expect(load(pageAt(stub, END)!)('.paywall').length).toBe(1);
});
