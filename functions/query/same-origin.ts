import type { MiddlewareHandler } from 'hono';
import { problem } from './problem.ts';

/**
 * Lets through only what a page of this server, or a program, sends as JSON: another site's page can send neither
 * without asking first (Fetch standard, CORS preflight), and browsers name their site (Fetch Metadata).
 * @throws a 403 problem for another site's request, a 415 problem for anything but JSON
 */
export const sameOriginJson: MiddlewareHandler = async (context, next) => {
  const site = context.req.header('sec-fetch-site');
  const origin = context.req.header('origin');
  const isForeign =
    site === undefined ? origin !== undefined && !isOwn(origin, context.req.url) : site !== 'same-origin';
  if (isForeign) throw problem(403, 'origin', 'Another site may not write here. Use the page of this server.');
  const type = context.req.header('content-type') ?? '';
  if (!/^application\/json\s*(;|$)/i.test(type))
    throw problem(415, 'content-type', `Send application/json, not "${type}".`);
  await next();
};

const isOwn = (origin: string, url: string) => URL.canParse(origin) && new URL(origin).host === new URL(url).host;
