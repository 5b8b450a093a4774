import { createHash, timingSafeEqual } from 'node:crypto';
import type { Role } from './roles.ts';

/** Keys: one row an API key. The secret itself is nowhere; instants are ISO 8601 UTC. */
export interface ApiKey {
  id: string;
  /** SHA-256 of the secret, in hex. */
  hash: string;
  /** What it is for. */
  name: string;
  roles: Role[];
  perMinute: number;
  createdAt: string;
  createdBy: string;
  expiresAt: string;
  revokedAt?: string;
  revokedBy?: string;
}

const form = /^plk_([0-9a-f]{16})_([\w-]{43})$/;

/** How a key is recognised among other tokens, also by scanners for leaked secrets. */
export const keyPrefix = 'plk_';

/**
 * A key as it is handed out, made of random bytes: 8 name it, 32 are its secret.
 * @throws RangeError when there are not 40 bytes
 */
export function apiKeyOf(random: Uint8Array): { id: string; secret: string; text: string } {
  if (random.length !== 40) throw new RangeError(`an API key is made of 40 random bytes, not ${random.length}`);
  const id = Buffer.from(random.subarray(0, 8)).toString('hex');
  const secret = Buffer.from(random.subarray(8)).toString('base64url');
  return { id, secret, text: `${keyPrefix}${id}_${secret}` };
}

/** The parts of a presented key; null when it is none. */
export function parseApiKey(text: string): { id: string; secret: string } | null {
  const [, id, secret] = form.exec(text) ?? [];
  return id && secret ? { id, secret } : null;
}

/**
 * What is stored of a secret. One round of SHA-256 is enough: a password is stretched because it can be guessed, and
 * 256 random bits can't (NIST SP 800-63B, 5.1.2.2, on look-up secrets of at least 112 bits).
 */
export const hashOfSecret = (secret: string): string => createHash('sha256').update(secret).digest('hex');

/** Compares in a time that does not tell how much of the hash is right. */
export const isSecretOf = ({ hash }: Pick<ApiKey, 'hash'>, secret: string): boolean =>
  timingSafeEqual(Buffer.from(hash, 'hex'), Buffer.from(hashOfSecret(secret), 'hex'));
