import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { faultsOf, mutatedPage } from '../../bench/extraction/mutated-pages.ts';
import { extractArticle } from '../../shared/article/extract-article.ts';

const url = 'https://daily-beacon.example/health/story';
const words = 'Consultants covered the wards, the trust said, and no patient came to harm during the strike. ';
const paragraph = `<p>${words.repeat(3)}</p>`;
const five = 5 * 1024 * 1024;
const fill = (piece: string, bytes = five) => piece.repeat(Math.ceil(bytes / piece.length));

test('500 broken pages: none throws, and each gives an article as promised', () => {
  fc.assert(
    fc.property(mutatedPage, ({ bytes, contentType }) => {
      const article = extractArticle(bytes, { url, ...(contentType !== undefined && { contentType }) });
      expect(faultsOf(article)).toEqual([]);
    }),
    { numRuns: 500 },
  );
});

const monsters: { name: string; html: string }[] = [
  { name: '100,000 nested blocks', html: `${'<div>'.repeat(100_000)}${paragraph}${'</div>'.repeat(100_000)}` },
  { name: '100,000 nested inline elements', html: `<p>${'<b>'.repeat(100_000)}${words}` },
  { name: '100,000 nested tables', html: `${'<table><tr><td>'.repeat(33_000)}${paragraph}` },
  { name: '100,000 unclosed paragraphs', html: '<p>Word, word and word again in a line.'.repeat(100_000) },
  { name: '1,000,000 stray end tags', html: `${'</b>'.repeat(1_000_000)}${paragraph}` },
  { name: '5 MB of paragraphs', html: `<body><article>${fill(paragraph)}` },
  { name: '5 MB of one text', html: `<p>${fill('word ')}` },
  { name: '5 MB of white space', html: `<p>a${fill(' ')}b</p>` },
  { name: '5 MB of opening brackets', html: fill('<') },
  { name: '5 MB of unclosed comments', html: fill('<!-- ') },
  { name: '5 MB of unclosed scripts', html: fill('<script> ') },
  { name: '5 MB of unclosed drawings', html: fill('<svg> ') },
  { name: '5 MB of empty scripts', html: fill('<script></script>') },
  { name: '5 MB of comments in tags', html: `${fill('<a<!-- -->b>')}${paragraph}` },
  { name: '5 MB of comments in one attribute', html: `<p title="${fill('<!-- -->')}">${words}` },
  { name: '5 MB of ends in a script', html: `<script>${fill('</')}` },
  { name: '5 MB of links', html: fill('<a href="/x">word</a> ') },
  { name: '5 MB of line breaks', html: fill('<br>') },
  { name: '5 MB of attributes', html: `<div ${fill('a1=b ')}>${paragraph}` },
  { name: '5 MB of one attribute', html: `<p class="${fill('x-')}">${words}` },
  { name: '5 MB of references', html: `<p>${fill('&amp;&notit;&#x41;')}` },
  { name: '5 MB of JSON brackets', html: `<script type="application/ld+json">${fill('[')}</script>${paragraph}` },
  { name: '5 MB of digits and colons', html: `<h1>Doctors walk out</h1><p>${fill('12:34 ')}` },
  { name: '5 MB of short lines under the headline', html: `<h1>Doctors walk out</h1>${fill('<div>12 January</div>')}` },
];

describe('pages that are too much', () => {
  test.each(monsters)('$name', ({ html }) => {
    expect(faultsOf(extractArticle(html, { url }))).toEqual([]);
  });
});

describe('what can still be read is read', () => {
  const whole = words.trim();
  const texts = (html: string | Uint8Array, contentType?: string) =>
    extractArticle(html, { url, ...(contentType !== undefined && { contentType }) }).paragraphs.join(' ');

  test.each([
    ['deep nesting', `${'<div>'.repeat(2_000)}${paragraph}`],
    ['no html, head or body', paragraph.repeat(3)],
    ['nothing closed', `<html><body><div class=a><p>${words}<p>${words}<div><p>${words}`],
    ['text without any element', words.repeat(5)],
    ['a body after the body', `<html><body></body></html>${paragraph}`],
    ['a comment in a tag', `<html><p<!-- note --> class="story">${words}</p>${paragraph}`],
    ['a drawing in an attribute', `<div title="<svg></svg>" class="story">${paragraph.repeat(2)}</div>`],
    ['a frame of tables', `<table><tr><td><table><tr><td>${paragraph.repeat(3)}`],
  ])('%s', (_, html) => {
    expect(texts(html)).toContain(whole);
  });

  const accented = 'Dr Zoë Müller – “the rota is unsafe”, she said – has worked nights for years at the infirmary.';
  const page = (charset: string) =>
    `<html><head><meta charset="${charset}"></head><body>${`<p>${accented}</p>`.repeat(3)}`;
  const windows1252 = (html: string) =>
    Uint8Array.from(html, (sign) => ({ '“': 0x93, '”': 0x94, '–': 0x96 })[sign] ?? sign.charCodeAt(0));

  test.each([
    ['UTF-8 called Latin-1 by the header', Buffer.from(page('utf-8')), 'text/html; charset=iso-8859-1'],
    ['UTF-8 with a byte order mark, called windows-1252', Buffer.from(`\ufeff${page('windows-1252')}`), 'text/html'],
    ['windows-1252 called Latin-1 by the page', windows1252(page('iso-8859-1')), 'text/html'],
    ['windows-1252 called UTF-8', windows1252(page('utf-8')), 'text/html'],
    ['windows-1252 without a label', windows1252(page('')), undefined],
    ['UTF-16 with a byte order mark', Buffer.from(`\ufeff${page('utf-16')}`, 'utf16le'), 'text/html'],
  ])('%s', (_, bytes, contentType) => {
    expect(texts(bytes, contentType)).toContain(accented);
  });

  test.each(['', ' ', '<', '<html>', '<!doctype html>', '\u0000', '<p class="<p class="</'])(
    'nothing gives nothing: %j',
    (html) => {
      const article = extractArticle(html, { url });
      expect(article).toMatchObject({
        kind: 'stub',
        title: null,
        byline: null,
        published: null,
        paragraphs: [],
        text: '',
      });
    },
  );
});
