import fc from 'fast-check';
import { pathLinks } from '../../local/archive/links.ts';
import { loadArchive } from '../../local/archive/load-archive.ts';
import { renderPage } from '../../local/archive/render-page.ts';
import type { Article } from '../../shared/article/article.ts';

const fragments = [
  '<', '>', '</', '/>', '"', "'", '=', '&', '&amp', '&#x110000;', '&#0;', '<!--', '-->', '<!', '<?', '<![CDATA[', ']]>',
  '<p>', '</p>', '<div>', '</div>', '<table><tr>', '</td>', '<li>', '<a href="', '<script>', '</script>', '<style>',
  '<svg>', '<title>', '<textarea>', '<noscript>', '<plaintext>', '<body>', '</body>', '</html>', '<article>', '<h1>',
  '<script type="application/ld+json">', '{"@type":"NewsArticle","datePublished":', '{"@graph":[[[', '<time datetime="',
  '<meta property="article:published_time" content="', 'itemprop="datePublished"', ' class="', '\u0000', '\ufeff',
  '\u202e', '\ud800', '99999-99-99', '2016-02-30T25:61:61Z', '1e309', 'javascript:alert(1)', 'http://[', '\r', '\t',
]; // biome-ignore format: a list of pieces

/** The sample archive's pages, one of each layout and kind. */
export function samplePages(): string[] {
  const archive = loadArchive();
  const links = pathLinks('http://127.0.0.1:4000');
  const pages = new Map<string, string>();
  for (const article of archive.articles) {
    const outlet = archive.outlets.find(({ slug }) => slug === article.outlet)!;
    const html = renderPage(article, outlet, archive, new Date('2016-11-01T00:00:00Z'), links);
    const key = `${article.layout ?? outlet.layout} ${article.kind}`;
    if (html && !pages.has(key)) pages.set(key, html);
  }
  return [...pages.values()];
}

const place = fc.double({ min: 0, max: 1, noNaN: true });
const change = fc.oneof(
  fc.record({ what: fc.constant('insert' as const), at: place, text: fc.constantFrom(...fragments) }),
  fc.record({ what: fc.constant('insert' as const), at: place, text: fc.string({ unit: 'binary', maxLength: 20 }) }),
  fc.record({ what: fc.constant('cut' as const), at: place, length: fc.integer({ min: 1, max: 400 }) }),
  fc.record({ what: fc.constant('double' as const), at: place, length: fc.integer({ min: 1, max: 2_000 }) }),
  fc.record({ what: fc.constant('end' as const), at: place }),
);

function apply(html: string, made: typeof change extends fc.Arbitrary<infer Value> ? Value : never): string {
  const at = Math.floor(made.at * html.length);
  if (made.what === 'insert') return html.slice(0, at) + made.text + html.slice(at);
  if (made.what === 'cut') return html.slice(0, at) + html.slice(at + made.length);
  if (made.what === 'double') return html.slice(0, at + made.length) + html.slice(at);
  return html.slice(0, at);
}

const encodings = ['utf-8', 'latin1', 'utf16le', 'ascii'] as const;
const contentTypes = [undefined, 'text/html; charset=utf-8', 'text/html; charset=iso-8859-1', 'text/html; charset=shift_jis', 'text/html; charset=utf-16', 'text/html; charset=no-such', '']; // biome-ignore format: one line

/** Broken pages: with pieces put in, cut out, doubled, cut off, in an encoding that is not the one named. */
export const mutatedPage: fc.Arbitrary<{ bytes: Uint8Array; contentType: string | undefined }> = fc
  .record({
    page: fc.constantFrom(...samplePages()),
    changes: fc.array(change, { minLength: 1, maxLength: 12 }),
    encoding: fc.constantFrom(...encodings),
    contentType: fc.constantFrom(...contentTypes),
  })
  .map(({ page, changes, encoding, contentType }) => ({
    bytes: Buffer.from(changes.reduce(apply, page), encoding),
    contentType,
  }));

/** What is wrong with an article, whatever page it came from; nothing, if all is as its type promises. */
export function faultsOf(article: Article): string[] {
  const { paragraphs, text, published, modified, canonicalUrl, kind } = article;
  const dates = [published, modified].filter((date) => date !== null);
  return [
    paragraphs.some((paragraph) => paragraph !== paragraph.trim() || paragraph === '' || /[\r\n]/.test(paragraph)) &&
      'a paragraph is empty, untrimmed or has a line break',
    text !== paragraphs.join('\n\n') && 'the text is not its paragraphs',
    dates.some(({ instant }) => new Date(instant).toISOString() !== instant) && 'a date is no instant',
    published && modified && modified.instant < published.instant && 'it was changed before it was published',
    canonicalUrl !== null && !/^https?:\/\//.test(canonicalUrl) && 'the canonical address is none',
    (kind === 'live-blog') !== (article.posts !== undefined) && 'posts without a live blog, or the reverse',
  ].filter((fault) => typeof fault === 'string');
}
