import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type FeedServer, rss, serve, startFeedServer } from './feed-server.ts';
import { PollBench } from './poll-bench.ts';

let server: FeedServer;
let bench: PollBench;
let url: string;

beforeAll(async () => {
  server = await startFeedServer();
});
afterAll(() => server.close());
beforeEach(() => {
  bench = new PollBench([server.host]);
  url = `${server.origin}/feed`;
  server.requests.length = 0;
  bench.add(url);
});

const document = rss([{ title: 'Ballot result announced', guid: '1', date: 'Wed, 10 Feb 2016 08:00:00 GMT' }]);
const lastHeaders = () => server.requests.at(-1)!.headers;

describe('asking whether a feed has changed', () => {
  test('1: sends the stored ETag byte for byte; a 304 stores nothing and leaves the feed healthy', async () => {
    server.on('/feed', serve(document, { etag: 'W/"a"' }));
    await bench.poll(url);
    server.on('/feed', (_request, response) => response.writeHead(304).end());
    const stored = bench.articles.size;
    const { state, event } = await bench.pollWhenDue(url);
    expect(lastHeaders()['if-none-match']).toBe('W/"a"');
    expect(bench.articles.size).toBe(stored);
    expect(state.status).toBe('ok');
    expect(event).toMatchObject({ result: 'unmodified', code: 304, new: 0, error: null, why: 'own interval' });
  });

  test.each(['Wed, 10 Feb 2016 08:00:00 GMT', 'yesterday at noon'])(
    '2: sends the server’s own Last-Modified back unparsed, beside the ETag (%s)',
    async (lastModified) => {
      server.on('/feed', serve(document, { etag: '"x"', 'last-modified': lastModified }));
      await bench.poll(url);
      await bench.pollWhenDue(url);
      expect(lastHeaders()['if-modified-since']).toBe(lastModified);
      expect(lastHeaders()['if-none-match']).toBe('"x"');
    },
  );

  test('3: a 304 without ETag keeps the stored one and takes a new Last-Modified', async () => {
    server.on('/feed', serve(document, { etag: '"a"', 'last-modified': 'one' }));
    await bench.poll(url);
    server.on('/feed', (_request, response) => response.writeHead(304, { 'last-modified': 'two' }).end());
    const { state } = await bench.pollWhenDue(url);
    expect(state.validators).toEqual({ etag: '"a"', lastModified: 'two' });
  });

  test('4: validators are stored only once the entries are; after a failed write they are delivered again', async () => {
    server.on('/feed', serve(document, { etag: '"new"' }));
    bench.storeIsDown = true;
    const failed = await bench.poll(url);
    expect(failed.event).toMatchObject({ result: 'not-stored', error: expect.stringContaining('the queue is down') });
    expect(failed.state.validators.etag).toBeNull();
    expect(failed.state.failures).toBe(0);
    bench.storeIsDown = false;
    const { event } = await bench.pollWhenDue(url);
    expect(lastHeaders()['if-none-match']).toBeUndefined();
    expect(event).toMatchObject({ result: 'entries', new: 1 });
    expect(bench.articles.size).toBe(1);
  });

  test('5: `Expires: 0` drops the validators, and a feed can be set to ignore them', async () => {
    server.on('/feed', serve(document, { etag: '"a"', expires: '0' }));
    await bench.poll(url);
    await bench.pollWhenDue(url);
    expect(lastHeaders()['if-none-match']).toBeUndefined();

    server.on('/feed', serve(document, { etag: '"a"' }));
    bench.states.set(url, { ...bench.state(url), ignoreCache: true });
    await bench.pollWhenDue(url);
    await bench.pollWhenDue(url);
    expect(lastHeaders()['if-none-match']).toBeUndefined();
  });

  test('6: a 200 with the same ETag counts as unmodified: the document is not read', async () => {
    server.on('/feed', serve(document, { etag: '"a"' }));
    await bench.poll(url);
    server.on('/feed', serve('<html>no parser would take this for a feed', { etag: '"a"' }));
    const { event, state } = await bench.pollWhenDue(url);
    expect(event).toMatchObject({ result: 'unmodified', code: 200, items: 0 });
    expect(state.failures).toBe(0);
  });

  test('7: the same bytes under a fresh ETag are not read again, and the interval grows', async () => {
    server.on('/feed', serve(document, { etag: '"a"' }));
    const first = await bench.poll(url);
    server.on('/feed', serve(document, { etag: '"b"' }));
    const { event, state } = await bench.pollWhenDue(url);
    expect(event).toMatchObject({ result: 'same-body', items: 0 });
    expect(state.validators.etag).toBe('"b"');
    expect(state.intervalMs).toBeGreaterThan(first.state.intervalMs);
  });

  test('21: entries of an unchanged feed are seen again', async () => {
    server.on('/feed', serve(document, { etag: '"a"' }));
    const first = await bench.poll(url);
    server.on('/feed', (_request, response) => response.writeHead(304).end());
    const { state } = await bench.pollWhenDue(url);
    expect(state.sightings).toEqual(first.state.sightings);
    expect(state.seenAt).toBeGreaterThan(first.state.seenAt!);
  });

  test('26: says who asks and whom to write to, which formats it reads, and only codings it undoes', async () => {
    server.on('/feed', serve(document));
    await bench.poll(url);
    expect(lastHeaders()['user-agent']).toMatch(/^Picketline\/[\d.]+ \(\+https:\/\/picketline\.example\/robot\)$/);
    expect(lastHeaders().accept).toMatch(/application\/rss\+xml.*application\/atom\+xml.*application\/feed\+json/);
    expect(lastHeaders()['accept-encoding']).toBe('gzip, deflate, br');
  });
});
