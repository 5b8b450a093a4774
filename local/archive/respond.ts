import { createHash } from 'node:crypto';

/** A response with validators, or 304 when the request's own still hold; HEAD gets no body. */
export function respond(request: Request, body: string, contentType: string, changed?: string): Response {
  const etag = `"${createHash('sha256').update(body).digest('hex').slice(0, 20)}"`;
  const headers = new Headers({ 'content-type': contentType, etag, 'cache-control': 'no-cache' });
  if (changed) headers.set('last-modified', new Date(changed).toUTCString());
  if (isUnchanged(request, etag, changed)) return new Response(null, { status: 304, headers });
  return new Response(request.method === 'HEAD' ? null : body, { headers });
}

/** By RFC 9110 the date counts only where no entity tag is sent. */
function isUnchanged(request: Request, etag: string, changed: string | undefined): boolean {
  const tags = request.headers.get('if-none-match');
  if (tags !== null)
    return tags.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag || tag.trim() === '*');
  const since = request.headers.get('if-modified-since');
  return since !== null && changed !== undefined && Date.parse(changed) <= Date.parse(since);
}
