import type { Validators } from './feed-state.ts';

/** Response headers, names in lower case. */
export type Headers = Readonly<Record<string, string>>;

const day = 24 * 3_600_000;

/** How long the server says its answer stays fresh, in milliseconds: max-age, else Expires (RFC 9111 4.2.1); 0 when it does not say or says nonsense. */
export function freshnessMs(headers: Headers, now: number): number {
  const maxAge = /(?:^|[,\s])max-age\s*=\s*"?(\d+)/i.exec(headers['cache-control'] ?? '');
  if (maxAge !== null) return Number(maxAge[1]) * 1_000;
  const expires = Date.parse(headers.expires ?? '');
  const date = Date.parse(headers.date ?? '');
  return Number.isNaN(expires) ? 0 : Math.max(0, expires - (Number.isNaN(date) ? now : date));
}

/** Retry-After as seconds or as an HTTP date (RFC 9110 10.2.3), in milliseconds from now, at most a day; 0 for nonsense. */
export function retryAfterMs(headers: Headers, now: number): number {
  const value = (headers['retry-after'] ?? '').trim();
  if (/^\d+$/.test(value)) return Math.min(day, Number(value) * 1_000);
  const date = /[a-z]{3}/i.test(value) ? Date.parse(value) : Number.NaN;
  return Number.isNaN(date) ? 0 : Math.min(day, Math.max(0, date - now));
}

/** Validators of a new document, byte for byte. `Expires: 0` is how some servers say that theirs can't be relied on. */
export function validatorsOf(headers: Headers): Validators {
  if (headers.expires?.trim() === '0') return { etag: null, lastModified: null };
  return { etag: headers.etag ?? null, lastModified: headers['last-modified'] ?? null };
}

/** What stays after a 304: an ETag it does not repeat is still good (RFC 9111 4.3.4). */
export function validatorsAfter304(stored: Validators, headers: Headers): Validators {
  const { etag, lastModified } = validatorsOf(headers);
  return { etag: etag ?? stored.etag, lastModified: lastModified ?? stored.lastModified };
}

/** Headers that ask only for a document newer than the stored one. */
export function conditionalHeaders({ etag, lastModified }: Validators): Record<string, string> {
  return {
    ...(etag !== null && { 'if-none-match': etag }),
    ...(lastModified !== null && { 'if-modified-since': lastModified }),
  };
}

/** Whether a 200 carries the very document we have, by a server that ignores conditions: same ETag, or without one the same Last-Modified. */
export function sameDocument(stored: Validators, headers: Headers): boolean {
  const { etag, lastModified } = validatorsOf(headers);
  if (etag !== null) return etag === stored.etag;
  return lastModified !== null && lastModified === stored.lastModified;
}
