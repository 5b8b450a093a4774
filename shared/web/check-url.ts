import { isPublicAddress, literalAddress } from './public-address.ts';
import { WebError } from './web-error.ts';

const maximumLength = 2_048;

/** `host:port` pairs that may be reached although they are not public; the port is always written out. */
export type AllowList = ReadonlySet<string>;

/** `host:port` of a URL, with the scheme's own port when none is given. */
export function hostAndPort(url: URL): string {
  return `${url.hostname}:${url.port || (url.protocol === 'https:' ? '443' : '80')}`;
}

/**
 * Parses an address and refuses what we never ask: other schemes, credentials, over-long addresses, IP literals that
 * are not public, and the ports of other services. The WHATWG parser has by then turned `http://2130706433`,
 * `http://0x7f.1` and `http://127。0。0。1` into dotted form, so that they can't hide.
 * @throws WebError `bad-url` or `refused-address`
 */
export function checkUrl(address: string, allowList: AllowList): URL {
  if (address.length > maximumLength) throw refuse('bad-url', `longer than ${maximumLength} characters`, address);
  if (!URL.canParse(address)) throw refuse('bad-url', 'not an absolute address', address);
  const url = new URL(address);
  if (url.protocol !== 'http:' && url.protocol !== 'https:')
    throw refuse('bad-url', 'only http and https are asked', address);
  if (url.username !== '' || url.password !== '')
    throw refuse('bad-url', 'an address must not carry credentials', address);
  if (!allowList.has(hostAndPort(url))) checkPublic(url);
  return url;
}

function checkPublic(url: URL): void {
  const literal = literalAddress(url.hostname);
  if (literal !== null && !isPublicAddress(literal))
    throw refuse('refused-address', `${literal} is not a public address`, url.href);
  // Mail, shell and database servers can be talked to with a crafted HTTP request.
  if (url.port !== '' && Number(url.port) < 1024)
    throw refuse('refused-address', `port ${url.port} is not a web port`, url.href);
}

function refuse(kind: 'bad-url' | 'refused-address', reason: string, url: string): WebError {
  return new WebError(kind, `Refused ${url.slice(0, 200)}: ${reason}.`, { transient: false, url });
}
