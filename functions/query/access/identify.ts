import type { JWTVerifyGetKey } from 'jose';
import { keyPrefix } from '../../../shared/access/api-key.ts';
import type { Identity } from '../../../shared/access/roles.ts';
import type { AccessSettings } from '../../../shared/access/settings.ts';
import type { Store } from '../../../shared/store/store.ts';
import { keyVerifier } from './key-verifier.ts';
import { notSignedIn } from './not-signed-in.ts';
import { tokenVerifier } from './token-verifier.ts';

/** Who sends a request, by its `Authorization` header. @throws a problem that says what is needed */
export type Identify = (authorization: string | undefined) => Promise<Identity>;

export interface AccessPorts {
  store: Pick<Store, 'keys' | 'keyUses'>;
  now(): number;
  settings: AccessSettings;
  /** The issuer's public keys. */
  signingKeys: JWTVerifyGetKey;
}

/** People by their token, scripts by their key: both as a bearer (RFC 6750), in the header alone. */
export function identifyBy({ store, now, settings, signingKeys }: AccessPorts): Identify {
  const ofToken = tokenVerifier(settings, signingKeys, now);
  const ofKey = keyVerifier(store, now);
  return (authorization) => {
    const [, bearer] = /^Bearer +(\S+)$/i.exec(authorization ?? '') ?? [];
    if (!bearer)
      throw notSignedIn('Sign in, or send an API key: `Authorization: Bearer plk_…` (`picketline key create`).');
    return bearer.startsWith(keyPrefix) ? ofKey(bearer) : ofToken(bearer);
  };
}
