import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { HostPacer } from '../../shared/web/host-pacer.ts';
import { createWebClient, type WebClient } from '../../shared/web/web-client.ts';
import { type FeedServer, serve, startFeedServer } from '../poll/feed-server.ts';

const hour = 3_600_000;
let server: FeedServer;
let client: WebClient;
let now: number;
let gaps: number[];

beforeAll(async () => {
  server = await startFeedServer();
  for (const path of ['/story', '/private/story', '/private/open', '/moved'])
    server.on(path, serve('<html>a page</html>', { 'content-type': 'text/html' }));
});
afterAll(() => server.close());
beforeEach(() => {
  now = 0;
  gaps = [];
  server.requests.length = 0;
  const pacer: HostPacer = {
    take: async (_host, { gapMs }) => {
      gaps.push(gapMs);
      return { release: async () => {} };
    },
  };
  client = createWebClient({
    contact: 'https://picketline.example/robot',
    allowList: [server.host],
    clock: () => now,
    pacer,
    paceAllowList: true,
  });
});
afterEach(() => client.close());

const robots = (text: string, status = 200) =>
  server.on('/robots.txt', serve(text, { 'content-type': 'text/plain' }, status));
const page = (path: string) => client.get(`${server.origin}${path}`, { kind: 'page' });
const asked = () => server.requests.map(({ url }) => url);

describe('33: robots.txt before every page', () => {
  test('a path it disallows is not asked for', async () => {
    robots('User-agent: *\nDisallow: /private/\nAllow: /private/open');
    await expect(page('/private/story')).rejects.toMatchObject({ kind: 'robots', transient: false });
    expect(asked()).toEqual(['/robots.txt']);
    expect((await page('/private/open')).status).toBe(200);
    expect((await page('/story')).status).toBe(200);
  });

  test.each<[string, string, boolean]>([
    [
      'a group for us goes before the one for all',
      'User-agent: *\nDisallow: /\n\nUser-agent: picketline\nDisallow: /private/',
      true,
    ],
    ['a group for us may be stricter', 'User-agent: *\nAllow: /\n\nUser-agent: Picketline\nDisallow: /', false],
    ['several agents share a group', 'User-agent: otherbot\nUser-agent: Picketline/0.1\nDisallow: /story', false],
    [
      'two groups for us count together',
      'User-agent: picketline\nDisallow: /a\n\nUser-agent: picketline\nDisallow: /story',
      false,
    ],
    ['the longest rule wins', 'User-agent: *\nDisallow: /st\nAllow: /story', true],
    ['of equal rules the kinder one', 'User-agent: *\nDisallow: /story\nAllow: /story', true],
    ['wildcards and an end mark', 'User-agent: *\nDisallow: /*ory$', false],
    ['comments and a byte order mark', '\uFEFFUser-agent: * # all\nDisallow: /story # no', false],
    ['an empty rule allows', 'User-agent: *\nDisallow:', true],
    ['an empty file allows', '', true],
    ['a page that is no robots.txt allows', '<html><body>Not found</body></html>', true],
  ])('%s', async (_name, text, allowed) => {
    robots(text);
    const outcome = page('/story');
    if (allowed) expect((await outcome).status).toBe(200);
    else await expect(outcome).rejects.toMatchObject({ kind: 'robots' });
  });

  test.each([400, 401, 403, 404, 410])('a %i allows everything', async (status) => {
    robots('no', status);
    expect((await page('/story')).status).toBe(200);
  });

  test.each([500, 503, 429])('a %i forbids everything, for ten minutes', async (status) => {
    robots('User-agent: *\nAllow: /', status);
    await expect(page('/story')).rejects.toMatchObject({ kind: 'robots-unreachable', transient: true });
    expect(asked()).toEqual(['/robots.txt']);
    robots('');
    await expect(page('/story')).rejects.toMatchObject({ kind: 'robots-unreachable' });
    now += 11 * 60_000;
    expect((await page('/story')).status).toBe(200);
  });

  test('what was read is used for a day, and one request serves many pages at once', async () => {
    robots('');
    await Promise.all([page('/story'), page('/story'), page('/story')]);
    now += 23 * hour;
    await page('/story');
    expect(asked().filter((path) => path === '/robots.txt')).toHaveLength(1);
    now += 2 * hour;
    await page('/story');
    expect(asked().filter((path) => path === '/robots.txt')).toHaveLength(2);
  });

  test('500 kB are read, and what stands after them is not', async () => {
    const filler = `# ${'x'.repeat(1_000)}\n`;
    robots(`User-agent: *\nDisallow: /private/\n${filler.repeat(600)}Disallow: /story\n`);
    expect((await page('/story')).status).toBe(200);
    await expect(page('/private/story')).rejects.toMatchObject({ kind: 'robots' });
  });

  test('a redirect of the file is followed; one that never ends allows everything', async () => {
    server.on('/robots.txt', (_request, response) => response.writeHead(301, { location: '/real-robots.txt' }).end());
    server.on('/real-robots.txt', serve('User-agent: *\nDisallow: /story'));
    await expect(page('/story')).rejects.toMatchObject({ kind: 'robots' });
    server.on('/robots.txt', (_request, response) => response.writeHead(301, { location: '/robots.txt' }).end());
    now += 25 * hour;
    expect((await page('/story')).status).toBe(200);
  });

  test('crawl-delay is the least gap between pages, up to a minute', async () => {
    robots('User-agent: *\nCrawl-delay: 7');
    await page('/story');
    robots('User-agent: *\nCrawl-delay: 86400');
    now += 25 * hour;
    await page('/story');
    expect(gaps.filter((gap) => gap > 0)).toEqual([7_000, 60_000]);
  });

  test('the target of a redirect is asked about too', async () => {
    robots('User-agent: *\nDisallow: /private/');
    server.on('/moved', (_request, response) => response.writeHead(302, { location: '/private/story' }).end());
    await expect(page('/moved')).rejects.toMatchObject({ kind: 'robots' });
    expect(asked()).toEqual(['/robots.txt', '/moved']);
  });

  test('a feed, which a user named, is asked without', async () => {
    robots('User-agent: *\nDisallow: /');
    expect((await client.get(`${server.origin}/story`, { kind: 'feed' })).status).toBe(200);
    expect(asked()).toEqual(['/story']);
  });
});
