import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { createGzip } from 'node:zlib';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type FeedServer, rss, serve, startFeedServer } from './feed-server.ts';
import { PollBench } from './poll-bench.ts';
import { selfSigned } from './self-signed.ts';

const day = 24 * 3_600_000;
const document = rss([{ guid: '1', date: 'Wed, 10 Feb 2016 08:00:00 GMT' }]);

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
afterEach(() => bench.close());

/** Polls with a total time limit of 0.4 s. */
async function pollImpatiently() {
  const hasty = new PollBench([server.host], { totalTimeoutMs: 400 });
  hasty.add(url);
  const outcome = await hasty.poll(url);
  await hasty.close();
  return outcome;
}

describe('failures', () => {
  test.each<[string, number, number]>([
    ['404', 404, 0.5],
    ['429', 429, 0.5],
    ['500', 500, 0.5],
    ['503', 503, 0.5],
    ['401', 401, 1],
    ['403', 403, 1],
  ])('13: %s weighs', async (_name, status, weight) => {
    server.on('/feed', serve('no', {}, status));
    expect((await bench.poll(url)).state.failures).toBe(weight);
  });

  test.each<[string, string, number]>([
    ['a name that does not exist', 'ENOTFOUND', 1],
    ['a resolver that asks to try again', 'EAI_AGAIN', 0.25],
  ])('13: %s weighs', async (_name, code, weight) => {
    const resolve = async () => Promise.reject(Object.assign(new Error(code), { code }));
    const other = new PollBench([], { resolve });
    other.add('https://courier.example/feed');
    const { state, event } = await other.poll('https://courier.example/feed');
    expect(state.failures).toBe(weight);
    expect(event).toMatchObject({ result: 'failed', code: null, error: expect.stringContaining('courier.example') });
  });

  test('13: a parse error is not a success: it counts half and keeps the validators', async () => {
    server.on('/feed', serve(document, { etag: '"good"' }));
    await bench.poll(url);
    server.on('/feed', serve('<opml version="2.0"/>', { etag: '"bad"' }));
    const { state, event } = await bench.pollWhenDue(url);
    expect(event).toMatchObject({ result: 'failed', code: 200, error: expect.stringContaining('not a feed') });
    expect(state).toMatchObject({ failures: 0.5, validators: { etag: '"good"' } });
  });

  test('13: back-off grows with the failures, and one success resets it', async () => {
    server.on('/feed', serve('no', {}, 403));
    const waits: number[] = [];
    for (let poll = 0; poll < 4; poll += 1) {
      const { event } = await bench.pollWhenDue(url);
      waits.push((event.nextPollAt - bench.now) / 60_000);
      expect(event.why).toContain('back-off');
    }
    expect(waits).toEqual([30, 60, 90, 120]);
    server.on('/feed', serve(document));
    const { state, event } = await bench.pollWhenDue(url);
    expect(state).toMatchObject({ failures: 0, status: 'ok' });
    expect((event.nextPollAt - bench.now) / 60_000).toBe(30);
  });

  test('13: one 404 and then a 200 leave no trace', async () => {
    server.on('/feed', serve('no', {}, 404));
    expect((await bench.poll(url)).state.failures).toBe(0.5);
    server.on('/feed', serve(document));
    expect((await bench.pollWhenDue(url)).state).toMatchObject({ failures: 0, status: 'ok', intervalMs: 30 * 60_000 });
  });

  test('13: thirty hard failures park the feed', async () => {
    server.on('/feed', serve('no', {}, 403));
    for (let poll = 0; poll < 30; poll += 1) await bench.pollWhenDue(url);
    expect(bench.state(url)).toMatchObject({ parked: true, failures: 30, status: 'failing' });
  });

  test('14: a feed that failed 40 times is still asked, every 30 days, and shown as failing; an answer revives it', async () => {
    server.on('/feed', serve('no', {}, 500));
    for (let poll = 0; poll < 40; poll += 1) await bench.pollWhenDue(url);
    const { state, event } = await bench.pollWhenDue(url);
    expect((event.nextPollAt - bench.now) / day).toBe(30);
    expect(event.why).toBe('parked after too many failures');
    expect(state.status).toBe('failing');
    server.on('/feed', serve(document));
    const revived = await bench.pollWhenDue(url);
    expect(revived.state).toMatchObject({ failures: 0, parked: false, status: 'ok' });
    expect(revived.event.nextPollAt - bench.now).toBeLessThan(day);
  });

  test('15: a 410 is final: the feed is gone and never asked again', async () => {
    server.on('/feed', serve('gone', {}, 410));
    const { state, event } = await bench.poll(url);
    expect(event).toMatchObject({ result: 'gone', code: 410 });
    expect(state.status).toBe('gone');
    bench.now += 400 * day;
    await bench.poll(url);
    expect(server.requests).toHaveLength(1);
  });

  test('27: a body that drips is cut off at the total limit, its socket closed, and counts half', async () => {
    const closed = new Promise<void>((resolve) => {
      server.on('/feed', (_request, response) => {
        response.writeHead(200, { 'content-type': 'application/rss+xml' });
        const drip = setInterval(() => response.write('<'), 20);
        response.on('close', () => {
          clearInterval(drip);
          resolve();
        });
      });
    });
    const { state, event } = await pollImpatiently();
    await closed;
    expect(event).toMatchObject({ result: 'failed', error: expect.stringContaining('in time') });
    expect(state.failures).toBe(0.5);
  });

  test('27: a server that takes the connection and says nothing is cut off too', async () => {
    server.on('/feed', () => {});
    expect((await pollImpatiently()).event).toMatchObject({
      result: 'failed',
      error: expect.stringContaining('in time'),
    });
  });

  test('28: a gzip bomb is aborted while it unpacks, in little memory', async () => {
    server.on('/feed', (_request, response) => {
      response.writeHead(200, { 'content-encoding': 'gzip', 'content-length': '10000' });
      const zip = createGzip();
      zip.pipe(response);
      const zeros = Buffer.alloc(1 << 20);
      let left = 1_000;
      const write = () => {
        while (left > 0 && !response.destroyed) {
          left -= 1;
          if (!zip.write(zeros)) return void zip.once('drain', write);
        }
        zip.end();
      };
      response.on('error', () => {});
      write();
    });
    const before = process.memoryUsage().rss;
    const { event } = await bench.poll(url);
    expect(event).toMatchObject({ result: 'failed', code: null, error: expect.stringContaining('larger than') });
    // Unpacked it is 1,000 MB. The process grows by some dozens for reasons of its own: this very server's among them.
    expect(process.memoryUsage().rss - before).toBeLessThan(250 * 1024 * 1024);
  });

  test('28: a plain document over 5 MB is refused whatever Content-Length said', async () => {
    server.on('/feed', (_request, response) => {
      response.writeHead(200, { 'transfer-encoding': 'chunked' }).end(Buffer.alloc(6 * 1024 * 1024, 'x'));
    });
    expect((await bench.poll(url)).event).toMatchObject({
      result: 'failed',
      error: expect.stringContaining('larger than'),
    });
  });

  test('28: of 2,500 items 2,000 are read, and the event says so', async () => {
    const items = Array.from({ length: 2_500 }, (_, index) => ({
      guid: `${index}`,
      link: `https://courier.example/${index}`,
    }));
    server.on('/feed', serve(rss(items)));
    const { event } = await bench.poll(url);
    expect(event).toMatchObject({ items: 2_500, new: 2_000, warnings: expect.arrayContaining(['too-many-items']) });
  });

  test('30: a certificate nobody vouches for is a soft failure', async () => {
    const tls = createTlsServer(selfSigned, (_request, response) => response.end(document));
    await new Promise<void>((resolve) => tls.listen(0, '127.0.0.1', resolve));
    const host = `127.0.0.1:${(tls.address() as AddressInfo).port}`;
    const other = new PollBench([host]);
    other.add(`https://${host}/feed`);
    const { state, event } = await other.poll(`https://${host}/feed`);
    tls.close();
    expect(event).toMatchObject({ result: 'failed', code: null, error: expect.stringContaining('certificate') });
    expect(state.failures).toBe(0.5);
  });

  test.each<[string, string, Record<string, string>]>([
    ['a login page', '<!doctype html><html><body>Please sign in</body></html>', { 'content-type': 'text/html' }],
    [
      'a page served as XML',
      '<html xmlns="http://www.w3.org/1999/xhtml"><body/></html>',
      { 'content-type': 'application/xml' },
    ],
    ['a Cloudflare challenge', document, { 'cf-mitigated': 'challenge' }],
    ['nothing at all', '', {}],
  ])('31: %s is a failure, never "no entries"', async (_name, body, headers) => {
    server.on('/feed', serve(body, headers));
    const { event, state } = await bench.poll(url);
    expect(event).toMatchObject({ result: 'failed', code: 200, items: 0 });
    expect(state.failures).toBe(0.5);
    expect(state.bodyHash).toBeNull();
  });

  test('32: a feed without entries is warned of and not called healthy', async () => {
    server.on('/feed', serve(rss([])));
    const { event, state } = await bench.poll(url);
    expect(event).toMatchObject({ result: 'entries', items: 0, warnings: ['no-entries'] });
    expect(state.status).toBe('silent');
    expect(state.lastSuccessAt).toBeNull();
  });

  test('32: a feed that falls from some entries to none keeps what it knew of them', async () => {
    server.on('/feed', serve(document, { etag: '"a"' }));
    const full = await bench.poll(url);
    server.on('/feed', serve(rss([]), { etag: '"b"' }));
    const empty = await bench.pollWhenDue(url);
    expect(empty.state).toMatchObject({ status: 'silent', sightings: full.state.sightings });
    server.on('/feed', serve(document, { etag: '"a"' }));
    const back = await bench.pollWhenDue(url);
    expect(back.event).toMatchObject({ result: 'entries', new: 0, duplicate: 1 });
    expect(back.state.status).toBe('ok');
  });

  test('36: thirty events are kept, each with what it asked, what came and what is next', async () => {
    server.on('/feed', serve(document));
    for (let poll = 0; poll < 35; poll += 1) await bench.pollWhenDue(url);
    const { events } = bench.state(url);
    expect(events).toHaveLength(30);
    expect(events.at(-1)).toEqual({
      at: bench.now,
      result: 'same-body',
      code: 200,
      ms: 0,
      bytes: Buffer.byteLength(document),
      items: 0,
      new: 0,
      duplicate: 0,
      updated: 0,
      skipped: {},
      bad: 0,
      warnings: [],
      error: null,
      nextPollAt: bench.state(url).nextPollAt,
      why: 'own interval',
    });
  });
});
