import { describe, expect, test } from 'vitest';
import { extractArticle } from '../../shared/article/extract-article.ts';

const url = 'https://channel-nine.example/live/story';
const sentence = 'Consultants covered the wards through the night, the trust said, and nothing was put off.';
const body = `<p>${sentence}</p>`.repeat(12);
const read = (inside: string, head = '', bodyClass = '') =>
  extractArticle(
    `<html><head>${head}</head><body class="${bodyClass}"><h1>Doctors walk out</h1>${inside}</body></html>`,
    { url },
  );
const jsonLd = (data: object) => `<script type="application/ld+json">${JSON.stringify(data)}</script>`;

describe('the kind of a page', () => {
  test('a film with a line under it has no text', () => {
    const page = read('<video src="clip.mp4"></video><p>Our reporter on the picket line.</p>');
    expect(page).toMatchObject({ kind: 'video', paragraphs: [] });
  });

  test('a film above an article is an article', () => {
    expect(read(`<video src="clip.mp4"></video>${body}`).kind).toBe('article');
  });

  test('a page that says it is a gallery, with little text', () => {
    const pictures = '<figure><img src="a.jpg"><figcaption>A banner.</figcaption></figure>'.repeat(6);
    const page = read(`<p>${sentence}</p>${pictures}`, jsonLd({ '@type': 'ImageGallery' }));
    expect(page).toMatchObject({ kind: 'gallery', paragraphs: [sentence] });
  });

  test('a page without text is a stub', () => {
    expect(read('<nav><a href="/">Home</a></nav>')).toMatchObject({ kind: 'stub', paragraphs: [] });
  });
});

describe('a wall', () => {
  const wall = '<div class="paywall-box"><p>Already a subscriber? Log in to read on.</p></div>';

  test.each([
    ['told to machines', read(`<p>${sentence}</p>`, jsonLd({ '@type': 'NewsArticle', isAccessibleForFree: false }))],
    ['told as a text', read(`<p>${sentence}</p>`, jsonLd({ '@type': 'NewsArticle', isAccessibleForFree: 'False' }))],
    ['told as a tier', read(`<p>${sentence}</p>`, '<meta property="article:content_tier" content="locked">')],
    ['shown', read(`<div class="story"><p>${sentence}</p><p>${sentence}</p></div>${wall}`)],
  ])('%s', (_, page) => {
    expect(page).toMatchObject({ kind: 'stub', paywalled: true });
    expect(page.paragraphs).toContain(sentence);
  });

  test('that is not in force, as machines are told', () => {
    const free = jsonLd({ '@type': 'NewsArticle', isAccessibleForFree: true });
    expect(read(`${body}${wall}`, free).paywalled).toBe(false);
  });
});

describe('a live blog', () => {
  const started = '<meta property="article:published_time" content="2016-04-26T22:00:00+01:00">';
  const post = (time: string, text: string) =>
    `<div class="live-post"><time${time.includes('T') ? ` datetime="${time}">Now` : `>${time}`}</time><p>${text}</p></div>`;
  const says = (what: string) => `${what} ${sentence}`;

  test('gives its posts with the times that machines are told', () => {
    const posts = [1, 2, 3].map((hour) => post(`2016-04-27T0${hour}:30:00+01:00`, says(`${hour}.`)));
    expect(read(`<main>${posts.join('')}</main>`, started, 'liveblog').posts).toEqual(
      [1, 2, 3].map((hour) => ({ at: `2016-04-27T0${hour - 1}:30:00.000Z`, paragraphs: [says(`${hour}.`)] })),
    );
  });

  test.each([
    ['oldest first', ['22.10', '23.50', '00.20']],
    ['newest first', ['00.20', '23.50', '22.10']],
  ])('%s, goes on past midnight', (_, clocks) => {
    const posts = clocks.map((clock) => `<div class="post"><p>${says(clock)}</p></div>`);
    const page = read(`<main>${posts.join('')}</main>`, started, 'liveblog');
    const at = new Map(page.posts?.map((each) => [each.paragraphs[0]?.slice(0, 5), each.at]));
    expect(Object.fromEntries(at)).toEqual({
      '22.10': '2016-04-26T21:10:00.000Z',
      '23.50': '2016-04-26T22:50:00.000Z',
      '00.20': '2016-04-26T23:20:00.000Z',
    });
  });

  test('drawn by script gives the posts that JSON-LD lists', () => {
    const update = (at: string, articleBody: string) => ({ '@type': 'BlogPosting', datePublished: at, articleBody });
    const liveBlogUpdate = [
      update('2016-04-26T08:00:00Z', says('First.')),
      update('2016-04-26T09:00:00Z', says('Then.')),
    ];
    const page = read('<div id="root"></div>', jsonLd({ '@type': 'LiveBlogPosting', liveBlogUpdate }));
    expect(page).toMatchObject({ kind: 'live-blog', paragraphs: [says('First.'), says('Then.')] });
    expect(page.posts?.[1]?.at).toBe('2016-04-26T09:00:00.000Z');
  });
});

describe('a text that JSON-LD states', () => {
  const articleBody = Array.from({ length: 10 }, (_, index) => `${index}. ${sentence}`).join('\n\n');
  const stated = jsonLd({ '@type': 'NewsArticle', articleBody });

  test('is taken where the page is drawn by script', () => {
    const page = read('<div id="root">Loading</div>', stated);
    expect(page).toMatchObject({ kind: 'article', text: articleBody });
  });

  test('is left where the page shows its own', () => {
    expect(read(body, stated).paragraphs).toEqual(Array.from({ length: 12 }, () => sentence));
  });
});

describe('the text', () => {
  const around = (middle: string) => `<article>${body}${middle}${body}</article>`;

  test.each([
    ['an embedded post', '<div class="social-embed"><blockquote class="twitter-tweet"><p>Proud of our team tonight.</p></blockquote></div>', 'Proud of our team tonight.'],
    ['a quotation', '<blockquote><p>We did not want this.</p></blockquote>', 'We did not want this.'],
    ['a heading', '<h2>What happens next</h2>', 'What happens next'],
    ['a list', '<ul><li>Emergency care goes on as before.</li></ul>', 'Emergency care goes on as before.'],
    ['a row of figures', '<table><tr><td>England</td><td>37,700</td></tr></table>', 'England 37,700'],
  ])('keeps %s', (_, middle, text) => {
    expect(read(around(middle)).paragraphs[12]).toBe(text);
  });

  test.each([
    ['a caption', '<figure><img src="a.jpg"><figcaption>A banner, held by no one.</figcaption></figure>'],
    ['a picture’s repeated description', '<div><img src="a.jpg" alt="A banner outside the infirmary"><span>A banner outside the infirmary</span></div>'],
    ['a plea for an address', '<div class="newsletter-signup"><p>Sign up to our morning e-mail, it is free.</p></div>'],
    ['a link to another story', '<p>Read more: <a href="/b">What the contract says</a></p>'],
    ['a list of stories', '<ul><li><a href="/a">One story</a></li><li><a href="/b">Another</a></li></ul>'],
    ['a label', '<p>Advertisement</p>'],
    ['a bar of buttons', '<div class="shareBar_top"><span>Share</span></div>'],
    ['what is hidden', '<p hidden>Not to be read, this line, by anyone.</p><p style="display: none">Nor this one, here.</p>'],
    ['a cookie notice', '<div id="cookie-notice"><p>We use cookies, as all do.</p></div>'],
  ])('drops %s', (_, middle) => {
    expect(read(around(middle)).paragraphs).toEqual(Array.from({ length: 24 }, () => sentence));
  });
}); // biome-ignore format: tables
