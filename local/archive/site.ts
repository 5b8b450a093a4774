import { feedView } from './feeds/feed-view.ts';
import { articlePath, hostLinks, type Links, pathLinks } from './links.ts';
import { renderFeed } from './render-feed.ts';
import { renderIndex } from './render-index.ts';
import { renderPage } from './render-page.ts';
import { respond } from './respond.ts';
import type { Archive, Outlet } from './schema.ts';

/** What one request asks for, once it is known which outlet it is addressed to. */
type Ask = { request: Request; outlet: Outlet; path: string; links: Links; now: Date };

const FEED_TYPES = { rss2: 'application/rss+xml', atom: 'application/atom+xml', rss1: 'application/rdf+xml' };
const ROBOTS = 'User-agent: *\nDisallow: /search\nDisallow: /login\n';

/**
 * Serves all outlets of an archive as the web stood at the clock's instant, on one port: an outlet is named by the
 * first path segment (`/northern-ledger/feed.xml`) or by a Host header with its reserved domain. `base` is the origin
 * that links are made under; without it they follow the request's own.
 */
export function createArchiveSite(archive: Archive, clock: () => Date, base?: string): (request: Request) => Response {
  return (request) => {
    const url = new URL(request.url);
    if (url.pathname === '/robots.txt') return new Response(ROBOTS, { headers: { 'content-type': 'text/plain' } });
    const target = addressee(archive, request, url, base);
    return target ? answer(archive, { request, now: clock(), ...target }) : notFound();
  };
}

function addressee(archive: Archive, request: Request, url: URL, base: string | undefined) {
  const host = (request.headers.get('host') ?? url.host).replace(/:\d+$/, '');
  const byHost = archive.outlets.find((outlet) => outlet.host === host);
  if (byHost) return { outlet: byHost, path: url.pathname, links: hostLinks(archive.outlets, url.port) };
  const slug = url.pathname.split('/')[1];
  const byPath = archive.outlets.find((outlet) => outlet.slug === slug);
  if (!byPath) return undefined;
  const path = url.pathname.slice(byPath.slug.length + 1) || '/';
  return { outlet: byPath, path, links: pathLinks(base ?? url.origin) };
}

function answer(archive: Archive, ask: Ask): Response {
  const { outlet, path } = ask;
  if (outlet.feed && (path === outlet.feed.path || path === outlet.feed.formerPath)) return answerFeed(archive, ask);
  if (path === '/' || path.slice(1) in outlet.sections) return answerIndex(archive, ask);
  return answerPage(archive, ask);
}

function answerFeed(archive: Archive, { request, outlet, path, links, now }: Ask): Response {
  const feed = outlet.feed!;
  if (isPast(feed.diesAt, now)) return new Response('Internal Server Error', { status: 500 });
  if (path === feed.formerPath && isPast(feed.movedAt, now)) {
    return new Response(null, { status: 301, headers: { location: links.feed(outlet) } });
  }
  const { updated } = feedView(outlet, archive, now, links);
  return respond(
    request,
    renderFeed(outlet, archive, now, links),
    `${FEED_TYPES[feed.format]}; charset=utf-8`,
    updated,
  );
}

function isPast(instant: string | undefined, now: Date): boolean {
  return instant !== undefined && now.getTime() >= Date.parse(instant);
}

function answerIndex(archive: Archive, { request, outlet, links, now }: Ask): Response {
  return respond(request, renderIndex(outlet, archive, now, links), 'text/html; charset=utf-8');
}

function answerPage(archive: Archive, { request, outlet, path, links, now }: Ask): Response {
  const article = archive.articles.find((a) => a.outlet === outlet.slug && articlePath(a) === path);
  const page = article && renderPage(article, outlet, archive, now, links);
  return page === undefined ? notFound() : respond(request, page, 'text/html; charset=utf-8');
}

function notFound(): Response {
  const page = '<!DOCTYPE html><title>Not found</title><h1>Sorry, we cannot find that page</h1>';
  return new Response(page, { status: 404, headers: { 'content-type': 'text/html; charset=utf-8' } });
}
