import { describe, expect, test } from 'vitest';
import { pathLinks } from '../../local/archive/links.ts';
import { loadArchive } from '../../local/archive/load-archive.ts';
import { renderPage } from '../../local/archive/render-page.ts';
import type { ArchiveArticle, Outlet } from '../../local/archive/schema.ts';
import type { Article } from '../../shared/article/article.ts';
import { extractArticle } from '../../shared/article/extract-article.ts';

const archive = loadArchive();
const links = pathLinks('http://127.0.0.1:4000');
const outlets = new Map(archive.outlets.map((outlet) => [outlet.slug, outlet]));
const layouts = ['bare', 'broadcast', 'jsonld', 'live', 'microdata', 'opengraph', 'table'] as const;
/** Layouts that print the time without seconds, and those that state no outlet or section to machines. */
const toTheMinute = new Set<string>(['bare', 'table']);

const outletOf = (article: ArchiveArticle): Outlet => outlets.get(article.outlet)!;
const normal = (text: string) => text.replace(/\s+/g, ' ').trim();

/** The article as its page gives it once all its revisions are out, in a layout of its own or another. */
function extracted(article: ArchiveArticle, layout = article.layout ?? outletOf(article).layout): Article {
  const own = { ...article, layout, revisions: article.revisions.map((story) => ({ ...story, layout })) };
  const html = renderPage(own, outletOf(article), archive, new Date('2016-11-01T00:00:00Z'), links)!;
  return extractArticle(new TextEncoder().encode(html), {
    url: links.article(article),
    contentType: 'text/html; charset=utf-8',
  });
}

describe.each(archive.articles)('the page of $id', (article) => {
  const story = article.revisions.at(-1)!;
  const outlet = outletOf(article);
  const result = extracted(article);

  test('gives its paragraphs, exactly', () => {
    expect(result.paragraphs).toEqual(story.paragraphs.map(normal));
    expect(result.text).toBe(result.paragraphs.join('\n\n'));
  });

  test('gives its headline, its writer, its outlet and when it was published', () => {
    expect(result.title).toBe(story.title);
    expect(result.byline).toBe(story.byline === outlet.name ? null : (story.byline ?? null));
    expect(result.outlet).toBe(outlet.name);
    const printed = Date.parse(story.published);
    const minute = toTheMinute.has(article.layout ?? outlet.layout) ? printed - (printed % 60_000) : printed;
    expect(result.published?.instant).toBe(new Date(minute).toISOString());
    expect(result.canonicalUrl).toBe(links.article(article));
    if (story.modified && result.modified) expect(result.modified.instant).toBe(new Date(story.modified).toISOString());
  });

  test('says what kind of page it is', () => {
    const kinds = {
      stub: 'stub',
      video: 'video',
      'live-blog': 'live-blog',
      news: 'article',
      'off-topic': 'article',
      foreign: 'article',
    };
    expect(result.kind).toBe(kinds[story.kind]);
    expect(result.paywalled).toBe(story.kind === 'stub');
  });
});

test.each(layouts)('every article comes out whole from the layout %s', (layout) => {
  const texts = archive.articles.filter((article) => !['live-blog', 'video'].includes(article.kind));
  const wrong = texts.filter((article) => {
    const { paragraphs } = extracted(article, layout);
    return paragraphs.join('\n') !== article.revisions.at(-1)!.paragraphs.map(normal).join('\n');
  });
  expect(wrong.map(({ id }) => id)).toEqual([]);
});

describe.each(archive.articles.filter(({ kind }) => kind === 'live-blog'))('the live blog $id', (article) => {
  const { posts = [], published } = extracted(article, 'live');

  test('is split into its posts', () => {
    expect(posts.flatMap((post) => post.paragraphs)).toEqual(article.revisions.at(-1)!.paragraphs.map(normal));
  });

  test('gives each post that prints a clock its instant', () => {
    const timed = posts.filter((post) => /^\d{1,2}[.:]\d\d/.test(post.paragraphs[0]!));
    expect(timed.length).toBeGreaterThan(2);
    for (const post of timed) {
      const minutes = Math.abs(Date.parse(post.at!) - Date.parse(published!.instant)) / 60_000;
      expect(minutes).toBeLessThan(24 * 60);
    }
  });
});
