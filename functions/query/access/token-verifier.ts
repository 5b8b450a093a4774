import { errors, type JWTPayload, type JWTVerifyGetKey, jwtVerify } from 'jose';
import type { Identity } from '../../../shared/access/roles.ts';
import { type AccessSettings, rolesOf } from '../../../shared/access/settings.ts';
import { problem } from '../problem.ts';
import { notSignedIn } from './not-signed-in.ts';

/** Signatures by a key pair alone: neither `none` nor a shared secret (RFC 8725, section 3.1). */
const algorithms = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'EdDSA'];

/** How far the issuer's clock may be from ours. */
const clockTolerance = 30;

/**
 * Verifies a JSON Web Token as RFC 7519 and RFC 9068 say: signature, issuer, audience, time. The gateway has done so
 * before; whoever opens a route there by mistake still opens nothing here.
 * @throws a 401 problem for a token that isn't good, a 503 problem when the issuer's keys can't be read
 */
export function tokenVerifier(
  settings: AccessSettings,
  keys: JWTVerifyGetKey,
  now: () => number,
): (token: string) => Promise<Identity> {
  return async (token) => {
    const claims = await verified(token, settings, keys, now());
    if (!isMeantForUs(claims, settings.audience)) throw notSignedIn('This token is meant for another service.', true);
    return { subject: claims.sub!, roles: rolesOf(claims, settings) };
  };
}

async function verified(token: string, { issuer }: AccessSettings, keys: JWTVerifyGetKey, now: number) {
  try {
    const requiredClaims = ['exp', 'sub'];
    const currentDate = new Date(now);
    return (await jwtVerify(token, keys, { issuer, algorithms, requiredClaims, clockTolerance, currentDate })).payload;
  } catch (thrown) {
    throw refusal(thrown, issuer);
  }
}

function refusal(thrown: unknown, issuer: string): Error {
  if (thrown instanceof errors.JWTExpired) return notSignedIn('The sign-in has expired. Sign in again.', true);
  if (thrown instanceof errors.JWTClaimValidationFailed && thrown.claim === 'iss')
    return notSignedIn(`This token comes from another issuer than ${issuer}.`, true);
  const isOfToken =
    thrown instanceof errors.JOSEError &&
    !(thrown instanceof errors.JWKSTimeout) &&
    !(thrown instanceof errors.JWKSInvalid) &&
    thrown.code !== errors.JOSEError.code;
  if (isOfToken) return notSignedIn(`This token is not valid: ${thrown.message}.`, true);
  return problem(503, 'authorization', 'The keys of the sign-in service can’t be read. Try again in a minute.');
}

const isMeantForUs = ({ aud, client_id: client }: JWTPayload, audience: string): boolean =>
  aud === undefined ? client === audience : [aud].flat().includes(audience);
