import { type LookupAddress, lookup as systemLookup } from 'node:dns';
import type { LookupFunction } from 'node:net';
import { buildConnector } from 'undici';
import type { AllowList } from './check-url.ts';
import { isPublicAddress, literalAddress } from './public-address.ts';

/** Resolves a name to all of its addresses; `dns.lookup` unless a test brings its own. */
export type Resolve = (hostname: string) => Promise<LookupAddress[]>;

/** Raised inside the connection, where only an error code survives undici's wrapping. */
export class RefusedAddressError extends Error {
  readonly code = 'PICKETLINE_REFUSED_ADDRESS';
}

/** Resolves through the operating system. */
export const resolveBySystem: Resolve = (hostname) =>
  new Promise((resolve, reject) => {
    systemLookup(hostname, { all: true }, (error, addresses) => (error ? reject(error) : resolve(addresses)));
  });

/**
 * A connector that opens a socket only to a public address. The check sits between name resolution and `connect`, on
 * the very addresses the socket will use, so a name that answers differently the second time gains nothing.
 */
export function guardedConnector(
  allowList: AllowList,
  resolve: Resolve,
  { connectTimeoutMs, authorities }: { connectTimeoutMs: number; authorities?: string },
): buildConnector.connector {
  // TypeScript's ConnectionOptions lack `lookup` here although both net and tls take it.
  const common = { timeout: connectTimeoutMs, rejectUnauthorized: true, ...(authorities && { ca: authorities }) };
  const guarded = buildConnector({ ...common, lookup: guardedLookup(resolve) } as buildConnector.BuildOptions);
  const open = buildConnector(common);
  return (target, callback) => {
    const port = target.port || (target.protocol === 'https:' ? '443' : '80');
    if (allowList.has(`${target.hostname}:${port}`)) return open(target, callback);
    // A literal never passes through `lookup`.
    const literal = literalAddress(target.hostname);
    if (literal !== null && !isPublicAddress(literal)) return callback(refused(literal), null);
    return guarded(target, callback);
  };
}

function guardedLookup(resolve: Resolve): LookupFunction {
  return (hostname, options, callback) => {
    resolve(hostname).then(
      (addresses) => answer(addresses, options.all === true, callback),
      (error) => callback(error, '', 0),
    );
  };
}

function answer(addresses: LookupAddress[], all: boolean, callback: Parameters<LookupFunction>[2]): void {
  const hidden = addresses.find(({ address }) => !isPublicAddress(address));
  const first = addresses[0];
  if (hidden) callback(refused(hidden.address), '', 0);
  else if (!first) callback(Object.assign(new Error('no address'), { code: 'ENOTFOUND' }), '', 0);
  else if (all) (callback as unknown as (error: null, addresses: LookupAddress[]) => void)(null, addresses);
  else callback(null, first.address, first.family);
}

function refused(address: string): RefusedAddressError {
  return new RefusedAddressError(`${address} is not a public address`);
}
