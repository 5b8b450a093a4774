import { load } from 'cheerio';
import { describe, expect, test } from 'vitest';
import { loadArchive } from '../../local/archive/load-archive.ts';
import { createArchiveSite } from '../../local/archive/site.ts';

const archive = loadArchive();
const ORIGIN = 'http://127.0.0.1:4000';
const siteAt = (iso: string) => createArchiveSite(archive, () => new Date(iso));
const get = (site: (request: Request) => Response, path: string, headers: Record<string, string> = {}) =>
  site(new Request(`${ORIGIN}${path}`, { headers }));

describe('a feed', () => {
  const site = siteAt('2016-02-12T12:00:00Z');

  test('is served with its type and validators', () => {
    const response = get(site, '/northern-ledger/feed.xml');
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toContain('rss+xml');
    expect(response.headers.get('etag')).toMatch(/^".+"$/);
    expect(response.headers.get('last-modified')).toBe('Thu, 11 Feb 2016 15:20:00 GMT');
  });

  test('answers 304 to its own entity tag or date, and 200 once something is new', () => {
    const { headers } = get(site, '/northern-ledger/feed.xml');
    const etag = { 'if-none-match': headers.get('etag')! };
    const date = { 'if-modified-since': headers.get('last-modified')! };
    expect(get(site, '/northern-ledger/feed.xml', etag).status).toBe(304);
    expect(get(site, '/northern-ledger/feed.xml', date).status).toBe(304);
    expect(get(siteAt('2016-05-20T12:00:00Z'), '/northern-ledger/feed.xml', etag).status).toBe(200);
  });

  test('dies on 15 March 2016 where the outlet says so, while its pages go on', () => {
    expect(get(siteAt('2016-03-14T23:59:59Z'), '/evening-sentinel/rss.xml').status).toBe(200);
    const later = siteAt('2016-10-31T00:00:00Z');
    expect(get(later, '/evening-sentinel/rss.xml').status).toBe(500);
    expect(get(later, '/evening-sentinel/2016/07/07/fifty-eight-to-forty-two').status).toBe(200);
  });

  test('moves for good where the outlet says so', () => {
    expect(get(siteAt('2016-05-31T12:00:00Z'), '/sunday-examiner/rss.xml').status).toBe(200);
    const moved = get(siteAt('2016-06-02T12:00:00Z'), '/sunday-examiner/rss.xml');
    expect(moved.status).toBe(301);
    expect(moved.headers.get('location')).toBe(`${ORIGIN}/sunday-examiner/feed.atom`);
  });
});

describe('a page', () => {
  const path = '/2016/07/05/junior-doctors-vote-down-contract';
  const site = siteAt('2016-10-31T00:00:00Z');

  test('is found by path and by Host, its canonical link being the URL it is served from', async () => {
    const byPath = load(await get(site, `/london-courant${path}?utm_source=rss`).text());
    expect(byPath('link[rel=canonical]').attr('href')).toBe(`${ORIGIN}/london-courant${path}`);
    const byHost = load(await site(new Request(`http://london-courant.example${path}`)).text());
    expect(byHost('link[rel=canonical]').attr('href')).toBe(`http://london-courant.example${path}`);
  });

  test('is not there before it is published, nor under another outlet', () => {
    expect(get(siteAt('2016-07-05T14:04:59Z'), `/london-courant${path}`).status).toBe(404);
    expect(get(siteAt('2016-07-05T14:05:00Z'), `/london-courant${path}`).status).toBe(200);
    expect(get(site, `/metropolitan${path}`).status).toBe(404);
    expect(get(site, '/no-such-paper/').status).toBe(404);
  });
});

test('robots.txt and front pages are served', async () => {
  const site = siteAt('2016-02-12T12:00:00Z');
  expect(await get(site, '/robots.txt').text()).toContain('User-agent: *');
  expect(await get(site, '/daily-clarion/').text()).toContain('THE CLARION SAYS');
});
