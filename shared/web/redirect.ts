import { WebError } from './web-error.ts';

const redirecting = new Set([301, 302, 303, 307, 308]);

/**
 * Where a response sends us, as an absolute address, or null when it is no redirect.
 * @throws WebError `bad-redirect` when the target is no address, or leaves https for http
 */
export function redirectTarget(from: URL, status: number, location: string | undefined): string | null {
  if (!redirecting.has(status) || location === undefined) return null;
  if (!URL.canParse(location, from.href)) throw bad(`${from.href} redirects to something that is not an address`, from);
  const target = new URL(location, from);
  if (from.protocol === 'https:' && target.protocol === 'http:')
    throw bad(`${from.href} redirects from https to http`, from);
  return target.href;
}

function bad(message: string, from: URL): WebError {
  return new WebError('bad-redirect', `${message}.`, { transient: false, url: from.href });
}
