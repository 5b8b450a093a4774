import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createWebClient, type WebClient } from '../../shared/web/web-client.ts';
import { type FeedServer, serve, startFeedServer } from '../poll/feed-server.ts';

const text = 'Junior doctors vote to strike. '.repeat(50);
let server: FeedServer;
let client: WebClient;

beforeAll(async () => {
  server = await startFeedServer();
});
afterAll(() => server.close());
beforeEach(() => {
  client = createWebClient({
    contact: 'mailto:robot@picketline.example',
    allowList: [server.host],
  });
});
afterEach(() => client.close());

const get = (path: string, maxBytes?: number) =>
  client.get(`${server.origin}${path}`, { kind: 'feed', ...(maxBytes && { maxBytes }) });

describe('bodies', () => {
  test.each<[string, string, Uint8Array]>([
    ['plain', 'identity', Buffer.from(text)],
    ['gzip', 'gzip', gzipSync(text)],
    ['x-gzip', 'x-gzip', gzipSync(text)],
    ['deflate with its zlib header', 'deflate', deflateSync(text)],
    ['deflate without', 'deflate', deflateRawSync(text)],
    ['brotli', 'br', brotliCompressSync(text)],
    ['two codings', 'gzip, br', brotliCompressSync(gzipSync(text))],
    ['gzip without its trailer', 'gzip', gzipSync(text).subarray(0, -8)],
    ['gzip in two members', 'gzip', Buffer.concat([gzipSync(text.slice(0, 100)), gzipSync(text.slice(100))])],
  ])('%s', async (_name, encoding, body) => {
    server.on('/body', serve(body, { 'content-encoding': encoding }));
    expect(Buffer.from((await get('/body')).body).toString()).toBe(text);
  });

  test.each<[string, string, Uint8Array]>([
    ['text that claims to be gzip', 'gzip', Buffer.from(text)],
    ['text that claims to be brotli', 'br', Buffer.from(text)],
    ['a coding we did not offer', 'zstd', Buffer.from(text)],
    ['four codings', 'gzip, gzip, gzip, gzip', gzipSync(text)],
  ])('refuses %s', async (_name, encoding, body) => {
    server.on('/body', serve(body, { 'content-encoding': encoding }));
    await expect(get('/body')).rejects.toMatchObject({ kind: 'bad-encoding' });
  });

  test.each<[string, string, (zeros: Buffer) => Uint8Array]>([
    ['plain', 'identity', (zeros) => zeros],
    ['gzip', 'gzip', (zeros) => gzipSync(zeros)],
    ['deflate', 'deflate', (zeros) => deflateSync(zeros)],
    ['brotli', 'br', (zeros) => brotliCompressSync(zeros)],
    ['gzip within gzip', 'gzip, gzip', (zeros) => gzipSync(gzipSync(zeros))],
  ])('stops a %s body at the limit', async (_name, encoding, pack) => {
    server.on('/body', serve(pack(Buffer.alloc(300_000)), { 'content-encoding': encoding }));
    await expect(get('/body', 200_000)).rejects.toMatchObject({ kind: 'too-large', transient: false });
    expect((await get('/body', 300_000)).body).toHaveLength(300_000);
  });

  test('a body cut short by its server is a transient failure', async () => {
    server.on('/body', (_request, response) => {
      response.writeHead(200, { 'content-length': '1000' });
      response.write('half');
      setTimeout(() => response.destroy(), 20);
    });
    await expect(get('/body')).rejects.toMatchObject({ kind: 'connection', transient: true });
  });
});

describe('responses', () => {
  test('any status is a response', async () => {
    server.on('/body', serve('no', { 'x-reason': 'closed' }, 503));
    expect(await get('/body')).toMatchObject({
      status: 503,
      headers: { 'x-reason': 'closed' },
      redirects: [],
      url: `${server.origin}/body`,
    });
  });

  test('redirects are followed, and told of in order', async () => {
    server.on('/one', (_request, response) => response.writeHead(301, { location: '/two' }).end());
    server.on('/two', (_request, response) => response.writeHead(307, { location: `${server.origin}/three` }).end());
    server.on('/three', serve('here'));
    const { url, redirects } = await get('/one');
    expect(url).toBe(`${server.origin}/three`);
    expect(redirects).toEqual([
      { status: 301, url: `${server.origin}/two` },
      { status: 307, url: `${server.origin}/three` },
    ]);
  });

  test('a redirect without a target is a response', async () => {
    server.on('/one', (_request, response) => response.writeHead(302).end());
    expect((await get('/one')).status).toBe(302);
  });

  test('a redirect to nonsense is refused', async () => {
    server.on('/one', (_request, response) => response.writeHead(302, { location: 'http://[' }).end());
    await expect(get('/one')).rejects.toMatchObject({ kind: 'bad-redirect' });
  });

  test('the time limit is for all hops together', async () => {
    server.on('/slow', (_request, response) =>
      setTimeout(() => response.writeHead(302, { location: '/slow' }).end(), 150),
    );
    const hasty = createWebClient({
      contact: 'mailto:robot@picketline.example',
      allowList: [server.host],
      totalTimeoutMs: 500,
    });
    const asked = hasty.get(`${server.origin}/slow`, { kind: 'feed' });
    await expect(asked).rejects.toMatchObject({ kind: 'timeout', transient: true });
    await hasty.close();
  });

  test('a port nobody listens on is a transient failure', async () => {
    const gone = await startFeedServer();
    await gone.close();
    const other = createWebClient({ contact: 'mailto:robot@picketline.example', allowList: [gone.host] });
    await expect(other.get(`${gone.origin}/feed`, { kind: 'feed' })).rejects.toMatchObject({
      kind: 'connection',
      transient: true,
    });
    await other.close();
  });

  test('a failure names the address and says what to do', async () => {
    await expect(client.get('http://10.0.0.1/feed', { kind: 'feed' })).rejects.toMatchObject({
      message: expect.stringContaining('http://10.0.0.1/feed'),
      remedy: expect.stringMatching(/\w/),
    });
  });
});
