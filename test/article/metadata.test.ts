import { describe, expect, test } from 'vitest';
import { extractArticle } from '../../shared/article/extract-article.ts';
import { metadataPages } from './metadata-pages.ts';

test('at least sixty invented pages', () => {
  expect(metadataPages.length).toBeGreaterThanOrEqual(60);
});

describe('what a page states of itself', () => {
  test.each(metadataPages)('$name', ({ html, url = 'https://fenland-post.example/story', ...wanted }) => {
    const { published, modified, title, byline, outlet, section } = extractArticle(html, { url });
    expect(published?.instant ?? null).toBe(wanted.published);
    if (wanted.precision) expect(published?.precision).toBe(wanted.precision);
    if (wanted.modified !== undefined) expect(modified?.instant ?? null).toBe(wanted.modified);
    if (wanted.title !== undefined) expect(title).toBe(wanted.title);
    if (wanted.byline !== undefined) expect(byline).toBe(wanted.byline);
    if (wanted.outlet !== undefined) expect(outlet).toBe(wanted.outlet);
    if (wanted.section !== undefined) expect(section).toBe(wanted.section);
  });
});
