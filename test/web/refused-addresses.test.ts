import { Socket } from 'node:net';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { isPublicAddress } from '../../shared/web/public-address.ts';
import { createWebClient, type WebClient } from '../../shared/web/web-client.ts';
import { type FeedServer, startFeedServer } from '../poll/feed-server.ts';

const contact = 'https://picketline.example/robot';

/** Addresses that are refused as they stand, however they are written. */
const literals = [
  'http://127.0.0.1/',
  'http://127.0.0.1:8080/',
  'http://127.1/',
  'http://127.0.1/',
  'http://2130706433/',
  'http://0x7f000001/',
  'http://0x7f.0.0.1/',
  'http://0177.0.0.1/',
  'http://017700000001/',
  'http://127.0.0.1./',
  'http://①②⑦.⓪.⓪.①/',
  'http://127。0。0。1/',
  'http://%31%32%37.0.0.1/',
  'http://0/',
  'http://0.0.0.0/',
  'http://10.0.0.1/',
  'http://167772161/',
  'http://172.16.0.1/',
  'http://172.31.255.255/',
  'http://192.168.1.1/',
  'http://192.168.257/',
  'http://169.254.169.254/latest/meta-data/',
  'http://0xa9fea9fe/',
  'http://2852039166/',
  'http://100.64.0.1/',
  'http://100.127.255.254/',
  'http://192.0.0.1/',
  'http://192.0.2.1/',
  'http://198.18.0.1/',
  'http://198.51.100.7/',
  'http://203.0.113.7/',
  'http://224.0.0.1/',
  'http://240.0.0.1/',
  'http://255.255.255.255/',
  'http://[::1]/',
  'http://[::]/',
  'http://[0:0:0:0:0:0:0:1]/',
  'http://[::ffff:10.0.0.1]/',
  'http://[::ffff:7f00:1]/',
  'http://[::127.0.0.1]/',
  'http://[::ffff:0:127.0.0.1]/',
  'http://[64:ff9b::a9fe:a9fe]/',
  'http://[64:ff9b:1::7f00:1]/',
  'http://[2002:7f00:1::]/',
  'http://[2001:0:53aa:64c::1]/',
  'http://[fe80::1]/',
  'http://[fc00::1]/',
  'http://[fd00:ec2::254]/',
  'http://[fec0::1]/',
  'http://[ff02::1]/',
  'http://[2001:db8::1]/',
  'http://[100::1]/',
  'http://[5f00::1]/',
];

/** Not an address that is ever asked. */
const notWeb = [
  'ftp://courier.example/feed',
  'file:///etc/passwd',
  'gopher://courier.example:70/1',
  'data:text/xml,<rss/>',
  'javascript:alert(1)',
  'http://user:secret@courier.example/',
  'http://127.0.0.1@courier.example/',
  '//courier.example/feed',
  'http://',
  'http://courier.example:99999/',
  `http://courier.example/${'x'.repeat(2_100)}`,
];

/** Ports of other services on a host that may well be public. */
const otherPorts = ['http://courier.example:22/', 'http://courier.example:25/', 'https://courier.example:445/'];

/** What a name may resolve to. */
const hiddenAnswers: [string, string[]][] = [
  ['localhost', ['127.0.0.1']],
  ['localhost.', ['::1']],
  ['local.courier.example', ['127.0.0.1']],
  ['ten.courier.example', ['10.1.2.3']],
  ['metadata.courier.example', ['169.254.169.254']],
  ['mapped.courier.example', ['::ffff:192.168.0.1']],
  ['cgnat.courier.example', ['100.100.100.200']],
  ['v6.courier.example', ['fd00::1']],
  ['mixed.courier.example', ['8.8.8.8', '127.0.0.1']],
  ['mixed6.courier.example', ['2606:4700::1111', 'fe80::1']],
];

let server: FeedServer;
let client: WebClient;
let answers: string[][];

beforeAll(async () => {
  server = await startFeedServer();
});
afterAll(() => server.close());
beforeEach(() => {
  answers = [];
  const resolve = async () =>
    (answers.length > 1 ? answers.shift()! : (answers[0] ?? [])).map((address) => ({
      address,
      family: address.includes(':') ? 6 : 4,
    }));
  client = createWebClient({ contact, allowList: [server.host], resolve });
});
afterEach(async () => {
  vi.restoreAllMocks();
  await client.close();
});

describe('29: addresses that are refused before any connection', () => {
  test.each(literals)('%s', async (url) => {
    const connect = vi.spyOn(Socket.prototype, 'connect');
    await expect(client.get(url, { kind: 'feed' })).rejects.toMatchObject({
      kind: 'refused-address',
      transient: false,
    });
    expect(connect).not.toHaveBeenCalled();
  });

  test.each(notWeb)('%s', async (url) => {
    const connect = vi.spyOn(Socket.prototype, 'connect');
    await expect(client.get(url, { kind: 'feed' })).rejects.toMatchObject({ kind: 'bad-url', transient: false });
    expect(connect).not.toHaveBeenCalled();
  });

  test.each(otherPorts)('%s', async (url) => {
    await expect(client.get(url, { kind: 'feed' })).rejects.toMatchObject({ kind: 'refused-address' });
  });

  test.each(hiddenAnswers)('the name %s that resolves to %j', async (name, addresses) => {
    answers = [addresses];
    const opened = watchConnections();
    await expect(client.get(`http://${name}/`, { kind: 'feed' })).rejects.toMatchObject({
      kind: 'refused-address',
      transient: false,
    });
    expect(opened()).toEqual([]);
  });

  test('a name that resolves to a public address first and a private one later', async () => {
    answers = [['8.8.8.8'], ['127.0.0.1']];
    const results: string[] = [];
    // Stands in for the connection: resolves as Node does, twice, and opens nothing.
    vi.spyOn(Socket.prototype, 'connect').mockImplementation(function (this: Socket, normalised: unknown) {
      const [options] = normalised as [{ lookup: (...args: unknown[]) => void; host: string }];
      const { lookup, host } = options;
      const record = (error: Error | null, found: { address: string }[]) => {
        results.push(error?.message ?? found.map(({ address }) => address).join());
        if (results.length === 1) lookup(host, { all: true }, record);
        else this.destroy(error ?? new Error('not connected in this test'));
      };
      lookup(host, { all: true }, record);
      return this;
    });
    await expect(client.get('http://rebind.courier.example/', { kind: 'feed' })).rejects.toMatchObject({
      kind: 'refused-address',
    });
    expect(results).toEqual(['8.8.8.8', '127.0.0.1 is not a public address']);
  });

  test.each([
    'http://127.0.0.1:1/',
    'http://169.254.169.254/latest/',
    'http://[::ffff:127.0.0.1]/',
    'http://2130706433/',
    'http://localhost/',
    'file:///etc/passwd',
    'http://user:pw@courier.example/',
  ])('a redirect to %s', async (location) => {
    answers = [['127.0.0.1']];
    server.on('/redirect', (_request, response) => response.writeHead(302, { location }).end());
    server.requests.length = 0;
    await expect(client.get(`${server.origin}/redirect`, { kind: 'feed' })).rejects.toMatchObject({ transient: false });
    expect(server.requests.map(({ url }) => url)).toEqual(['/redirect']);
  });

  test('the allow-list lets through one host and port, and nothing beside it', async () => {
    const port = Number(server.host.split(':')[1]);
    server.on('/feed', (_request, response) => response.end('ok'));
    expect((await client.get(`${server.origin}/feed`, { kind: 'feed' })).status).toBe(200);
    await expect(client.get(`http://127.0.0.1:${port + 1}/`, { kind: 'feed' })).rejects.toMatchObject({
      kind: 'refused-address',
    });
    answers = [['127.0.0.1']];
    await expect(client.get(`http://localhost:${port}/feed`, { kind: 'feed' })).rejects.toMatchObject({
      kind: 'refused-address',
    });
    const closed = createWebClient({ contact });
    await expect(closed.get(`${server.origin}/feed`, { kind: 'feed' })).rejects.toMatchObject({
      kind: 'refused-address',
    });
    await closed.close();
  });
});

test.each(['8.8.8.8', '1.1.1.1', '151.101.0.81', '2606:4700::1111', '2a00:1450:4009::200e', '2001:4860:4860::8888'])(
  '29: %s is a public address',
  (address) => {
    expect(isPublicAddress(address)).toBe(true);
  },
);

/** Hosts that sockets were really connected to. */
function watchConnections(): () => string[] {
  const opened: string[] = [];
  const original = Socket.prototype.connect;
  vi.spyOn(Socket.prototype, 'connect').mockImplementation(function (this: Socket, ...args: unknown[]) {
    this.once('connect', () => opened.push(this.remoteAddress ?? '?'));
    return Reflect.apply(original, this, args);
  });
  return () => opened;
}
