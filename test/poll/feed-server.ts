import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Answer = (request: IncomingMessage, response: ServerResponse) => void;

/** A real HTTP server on loopback that answers as the test says and keeps what it was asked. */
export interface FeedServer {
  /** `http://127.0.0.1:port` */
  origin: string;
  /** As the web client's allow-list wants it. */
  host: string;
  requests: IncomingMessage[];
  /** Sets the answer for a path; the last one set stands. */
  on(path: string, answer: Answer): void;
  close(): Promise<void>;
}

/** Listens on a free port. Unknown paths answer 404. */
export async function startFeedServer(): Promise<FeedServer> {
  const answers = new Map<string, Answer>();
  const requests: IncomingMessage[] = [];
  const server = createServer((request, response) => {
    requests.push(request);
    const answer = answers.get(new URL(request.url ?? '/', 'http://x.example').pathname);
    if (answer) answer(request, response);
    else response.writeHead(404).end('not here');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    origin: `http://${host}`,
    host,
    requests,
    on: (path, answer) => answers.set(path, answer),
    close: () => close(server),
  };
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

/** Answers with a body, 200 and the given headers. */
export const serve =
  (body: string | Uint8Array, headers: Record<string, string> = {}, status = 200): Answer =>
  (_request, response) => {
    response.writeHead(status, { 'content-type': 'application/rss+xml', ...headers }).end(body);
  };

export interface Item {
  title?: string;
  link?: string | null;
  guid?: string;
  date?: string;
  description?: string;
}

/** An RSS document with these items; `extra` goes into the channel. */
export function rss(items: Item[], extra = ''): string {
  return `<?xml version="1.0"?><rss version="2.0"><channel><title>Northern Courier</title><link>https://courier.example/news</link>${extra}${items.map(toXml).join('')}</channel></rss>`;
}

function toXml({ title = 'A story', link, guid, date, description }: Item, index: number): string {
  const parts = [
    `<title>${title}</title>`,
    link === null ? '' : `<link>${link ?? `https://courier.example/story-${index}`}</link>`,
    guid === undefined ? '' : `<guid isPermaLink="false">${guid}</guid>`,
    date === undefined ? '' : `<pubDate>${date}</pubDate>`,
    description === undefined ? '' : `<description>${description}</description>`,
  ];
  return `<item>${parts.join('')}</item>`;
}
