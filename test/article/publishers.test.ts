import { describe, expect, test } from 'vitest';
import { readLayouts } from '../../shared/article/body/read-layout.ts';
import { extractArticle } from '../../shared/article/extract-article.ts';
import { kept } from '../../shared/article/page/element-rules.ts';
import { parsePage } from '../../shared/article/page/parse-page.ts';
import { bbc } from '../../shared/article/publishers/bbc.ts';
import { findLayouts, publishers } from '../../shared/article/publishers/find-layouts.ts';
import { guardian } from '../../shared/article/publishers/guardian.ts';
import { independent } from '../../shared/article/publishers/independent.ts';
import { itv } from '../../shared/article/publishers/itv.ts';
import type { Publisher } from '../../shared/article/publishers/publisher.ts';

/** Invented text in markup that imitates each layout. */
const first = 'Consultants covered the wards through the night, the trust said, and nothing was put off.';
const second = 'A union official on the picket line said that members would be back on Monday.';
const [p1, p2] = [`<p>${first}</p>`, `<p>${second}</p>`];

const fixtures: { name: string; publisher: Publisher; day: string; html: string; byline?: string }[] = [
  {
    name: 'BBC, 2015-16',
    publisher: bbc,
    day: '2016-01-12',
    byline: 'Nell Arkwright',
    html: `<div class="story-body"><h1 class="story-body__h1">Walkout</h1><div class="byline"><span class="byline__name">By Nell Arkwright</span></div><div class="story-body__inner" property="articleBody"><figure class="media-landscape"><figcaption>A ward, posed by models, somewhere</figcaption></figure>${p1}<p><a class="story-body__link" href="/a">The dispute explained in full</a></p>${p2}</div></div><div class="tags-container"><p>More on this story, and others of its kind.</p></div>`,
  },
  {
    name: 'BBC, since 2020',
    publisher: bbc,
    day: '2022-03-04',
    html: `<main><article><div data-component="headline-block"><h1>Walkout</h1></div><div data-component="text-block">${p1}</div><div data-component="links-block"><p>Another story, told elsewhere.</p></div><div data-component="text-block">${p2}</div></article></main>`,
  },
  {
    name: 'Guardian, 2015-16',
    publisher: guardian,
    day: '2016-01-12',
    byline: 'Nell Arkwright',
    html: `<article><p class="byline"><a rel="author">Nell Arkwright</a></p><div class="content__article-body from-content-api js-article__body" itemprop="articleBody">${p1}<aside class="element element-rich-link"><p>Walkouts, and how they came about. Read more</p></aside>${p2}<div class="submeta"><p>Topics, and other things.</p></div></div></article>`,
  },
  {
    name: 'Guardian, since 2020',
    publisher: guardian,
    day: '2023-07-14',
    byline: 'Nell Arkwright',
    html: `<div data-link-name="byline"><a rel="author">Nell Arkwright</a></div><div id="maincontent"><div class="article-body-commercial-selector article-body-viewer-selector">${p1}<div data-spacefinder-role="richLink"><p>Walkouts, and how they came about.</p></div>${p2}</div></div>`,
  },
  {
    name: 'Independent, 2015-16',
    publisher: independent,
    day: '2016-01-12',
    html: `<div class="main-content-column"><div class="text-wrapper" itemprop="articleBody">${p1}<ul class="inline-pipes-list"><li>A story of another day, retold here.</li></ul>${p2}</div></div>`,
  },
  {
    name: 'Independent, since 2020',
    publisher: independent,
    day: '2022-03-04',
    html: `<div id="main">${p1}<div class="related"><p>A story of another day, retold here.</p></div>${p2}</div>`,
  },
  {
    name: 'ITV, 2015-16',
    publisher: itv,
    day: '2016-01-12',
    html: `<article class="update"><div class="update__body">${p1}<div class="update__share"><p>Share it, or send it to a friend.</p></div>${p2}</div></article>`,
  },
  {
    name: 'ITV, since 2020',
    publisher: itv,
    day: '2022-03-04',
    html: `<div data-testid="article-body">${p1}<div data-testid="related-content"><p>A story of another day, retold here.</p></div>${p2}</div>`,
  },
];

describe('a publisher’s layout', () => {
  test.each(fixtures)('$name', ({ publisher, day, html, byline }) => {
    const layouts = findLayouts(`https://www.${publisher.hosts[0]}/story`, `${day}T08:00:00.000Z`);
    expect(layouts).toHaveLength(1);
    const body = readLayouts(parsePage(`<html><body>${html}</body></html>`), layouts, 'Walkout');
    expect(body?.runs.map((run) => run.text)).toEqual([first, second]);
    if (byline) expect(body?.byline).toBe(byline);
  });

  test('is chosen by the day, and all are tried where none is known', () => {
    for (const { hosts, layouts } of publishers) {
      expect(findLayouts(`https://${hosts[0]}/story`, null)).toEqual(layouts);
      expect(findLayouts(`https://${hosts[0]}/story`, '2016-01-12T08:00:00.000Z')).toEqual([layouts[0]]);
    }
  });

  test('asks only for attributes that the page’s tree keeps', () => {
    const selectors = publishers.flatMap(({ layouts }) =>
      layouts.flatMap(({ body, drop = '', byline = '' }) => [body, drop, byline]),
    );
    const asked = selectors.flatMap((selector) => [...selector.matchAll(/\[([\w-]+)/g)].map((match) => match[1]!));
    expect(asked.filter((attribute) => !kept.has(attribute))).toEqual([]);
  });

  test('is for its own hosts alone', () => {
    expect(findLayouts('https://notbbc.co.uk.example/story', null)).toEqual([]);
    expect(findLayouts('no address', null)).toEqual([]);
  });
});

test('a page of the publisher in a layout that nobody knows is read without one', () => {
  const html = `<html><body><main><h1>Walkout</h1>${p1}${p2}${p1}</main></body></html>`;
  const { paragraphs } = extractArticle(html, { url: `https://www.${bbc.hosts[0]}/story` });
  expect(paragraphs).toEqual([first, second, first]);
});
