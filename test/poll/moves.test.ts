import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createWebClient } from '../../shared/web/web-client.ts';
import { type FeedServer, rss, serve, startFeedServer } from './feed-server.ts';
import { PollBench } from './poll-bench.ts';
import { selfSigned } from './self-signed.ts';

const day = 24 * 3_600_000;
const document = rss([{ guid: '1', link: 'story-1', date: 'Wed, 10 Feb 2016 08:00:00 GMT' }]);

let server: FeedServer;
let other: FeedServer;
let bench: PollBench;
let url: string;

beforeAll(async () => {
  server = await startFeedServer();
  other = await startFeedServer();
});
afterAll(async () => {
  await server.close();
  await other.close();
});
beforeEach(() => {
  bench = new PollBench([server.host, other.host, server.host.replace('127.0.0.1', 'localhost')]);
  url = `${server.origin}/feed`;
  bench.add(url);
  server.on('/new', serve(document));
});
afterEach(() => bench.close());

const redirect = (status: number, location: string) =>
  server.on('/feed', (_request, response) => response.writeHead(status, { location }).end());

/** Polls so many times, half a day apart. */
async function poll(times: number) {
  let outcome = await bench.poll(url);
  for (let poll = 1; poll < times; poll += 1) {
    bench.now += day / 2;
    outcome = await bench.poll(url);
  }
  return outcome;
}

describe('feeds that move', () => {
  test.each([301, 308])('16: a %i is followed at once and stored after three polls over a day', async (status) => {
    redirect(status, '/new');
    expect((await poll(2)).state).toMatchObject({ pollUrl: url, move: { url: `${server.origin}/new`, polls: 2 } });
    bench.now += day / 2;
    const { state, event } = await bench.poll(url);
    expect(state).toMatchObject({ url, pollUrl: `${server.origin}/new`, move: null, status: 'moved' });
    expect(event.warnings).toContain('moved');
    server.requests.length = 0;
    await bench.poll(url);
    expect(server.requests.map((request) => request.url)).toEqual(['/new']);
  });

  test('16: many polls within a day are not enough', async () => {
    redirect(301, '/new');
    for (let times = 0; times < 6; times += 1) {
      await bench.poll(url);
      bench.now += 3_600_000;
    }
    expect(bench.state(url).pollUrl).toBe(url);
  });

  test.each([302, 303, 307])('16: a %i is followed and never stored', async (status) => {
    redirect(status, '/new');
    const { state, event } = await poll(6);
    expect(event.result).toBe('same-body');
    expect(state).toMatchObject({ pollUrl: url, move: null });
  });

  test('16: a permanent redirect that leads on to a temporary one is stored as far as it is permanent', async () => {
    redirect(301, '/between');
    server.on('/between', (_request, response) => response.writeHead(302, { location: '/new' }).end());
    expect((await poll(4)).state.pollUrl).toBe(`${server.origin}/between`);
  });

  test('16: a target that changes starts the count again', async () => {
    server.on('/new2', serve(document));
    redirect(301, '/new');
    await poll(2);
    redirect(301, '/new2');
    bench.now += day;
    expect((await bench.poll(url)).state).toMatchObject({
      pollUrl: url,
      move: { url: `${server.origin}/new2`, polls: 1 },
    });
  });

  test('16: a redirect to another site’s home page is not a move, even if it were a feed', async () => {
    const home = `http://${server.host.replace('127.0.0.1', 'localhost')}/`;
    server.on('/', serve(document));
    redirect(301, home);
    const { state, event } = await poll(4);
    expect(event.warnings).toContain('move-refused');
    expect(state).toMatchObject({ pollUrl: url, move: null });
  });

  test('16: a redirect to a web page is a failure, not a move', async () => {
    server.on('/new', serve('<html><body>Our new site</body></html>', { 'content-type': 'text/html' }));
    redirect(301, '/new');
    const { state, event } = await poll(4);
    expect(event.result).toBe('failed');
    expect(state).toMatchObject({ pollUrl: url, move: null });
  });

  test('16: a loop ends after five redirects', async () => {
    redirect(302, '/feed');
    server.requests.length = 0;
    const { event } = await bench.poll(url);
    expect(event).toMatchObject({ result: 'failed', error: expect.stringContaining('redirects') });
    expect(server.requests).toHaveLength(6);
  });

  test('16: a redirect from https to http is refused', async () => {
    const tls = createTlsServer(selfSigned, (_request, response) =>
      response.writeHead(301, { location: `${server.origin}/new` }).end(),
    );
    await new Promise<void>((resolve) => tls.listen(0, '127.0.0.1', resolve));
    const host = `127.0.0.1:${(tls.address() as AddressInfo).port}`;
    const web = createWebClient({
      contact: 'https://picketline.example/robot',
      allowList: [host, server.host],
      authorities: selfSigned.cert,
    });
    server.requests.length = 0;
    await expect(web.get(`https://${host}/feed`, { kind: 'feed' })).rejects.toMatchObject({
      kind: 'bad-redirect',
      transient: false,
    });
    expect(server.requests).toHaveLength(0);
    await web.close();
    tls.close();
  });

  test('16: a feed that fails at its new address is asked at the old one again', async () => {
    redirect(301, '/new');
    await poll(4);
    expect(bench.state(url).pollUrl).toBe(`${server.origin}/new`);
    server.on('/new', serve('no', {}, 404));
    for (let times = 0; times < 6; times += 1) await bench.poll(url);
    expect(bench.state(url).pollUrl).toBe(url);
  });
});

describe('relative links', () => {
  const feed = (base: string) =>
    `<feed xmlns="http://www.w3.org/2005/Atom"${base}><title>t</title><entry><id>1</id><title>A</title><link href="story"/></entry></feed>`;
  test.each<[string, string, Record<string, string>, string]>([
    [
      'xml:base',
      ' xml:base="https://base.example/x/"',
      { 'content-location': 'https://location.example/y/' },
      'https://base.example/x/story',
    ],
    [
      'Content-Location',
      '',
      { 'content-location': 'https://location.example/y/feed' },
      'https://location.example/y/story',
    ],
    ['a Content-Location that is no web address', '', { 'content-location': 'javascript:alert(1)' }, '/folder/story'],
    ['the address after redirects', '', {}, '/folder/story'],
  ])('17: are relative to %s', async (_name, base, headers, expected) => {
    server.on('/folder/atom', serve(feed(base), headers));
    redirect(302, '/folder/atom');
    await bench.poll(url);
    const [article] = bench.articles.values();
    expect(article?.entry.url).toBe(new URL(expected, server.origin).href);
  });
});
