import { isSecretOf, parseApiKey } from '../../../shared/access/api-key.ts';
import { keyState } from '../../../shared/access/key-life.ts';
import type { Identity } from '../../../shared/access/roles.ts';
import type { Store } from '../../../shared/store/store.ts';
import { problem } from '../problem.ts';
import { notSignedIn } from './not-signed-in.ts';

/** How long it is known when a key was used. */
const usesKeptSeconds = 35 * 24 * 3_600;

/**
 * Verifies an API key and counts its use: one read, and one write where the key is good, whatever comes of it. Nothing is
 * remembered between requests, so that a revoked key is refused at once.
 * @throws a 401 problem for a key that isn't good, a 429 problem when its minute is used up
 */
export function keyVerifier(
  store: Pick<Store, 'keys' | 'keyUses'>,
  now: () => number,
): (presented: string) => Promise<Identity> {
  return async (presented) => {
    const parts = parseApiKey(presented);
    const key = parts && (await store.keys.get({ id: parts.id }));
    if (!key || !isSecretOf(key, parts.secret)) throw notSignedIn('There is no such API key.', true);
    const state = keyState(key, new Date(now()).toISOString());
    if (state === 'revoked')
      throw notSignedIn(`The API key ${key.id} was revoked on ${key.revokedAt?.slice(0, 10)}.`, true);
    if (state === 'expired')
      throw notSignedIn(`The API key ${key.id} expired on ${key.expiresAt.slice(0, 10)}. Ask for a new one.`, true);
    await countUse(key, now(), store);
    return { subject: `key:${key.id}`, roles: key.roles };
  };
}

/** Fixed windows of a minute: one conditional write, which neither parallel requests nor parallel functions get around. */
async function countUse(
  { id, perMinute }: { id: string; perMinute: number },
  now: number,
  store: Pick<Store, 'keyUses'>,
): Promise<void> {
  const minute = `${new Date(now).toISOString().slice(0, 16)}Z`;
  const counted = await store.keyUses.addIf(
    { id, minute },
    { name: 'uses', by: 1 },
    { expires: Math.floor(now / 1_000) + usesKeptSeconds },
    {
      text: 'attribute_not_exists(#uses) OR #uses < :limit',
      names: { '#uses': 'uses' },
      values: { ':limit': perMinute },
    },
  );
  if (counted) return;
  const wait = 60 - (Math.floor(now / 1_000) % 60);
  throw problem(
    429,
    'authorization',
    `The API key ${id} may ask ${perMinute} times a minute. Wait ${wait} s.`,
    undefined,
    { 'retry-after': String(wait) },
  );
}
