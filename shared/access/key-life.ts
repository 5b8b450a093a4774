import type { ApiKey } from './api-key.ts';

export type KeyState = 'good' | 'expired' | 'revoked';

/** What a key is good for at an instant (ISO 8601 UTC). */
export function keyState({ revokedAt, expiresAt }: Pick<ApiKey, 'revokedAt' | 'expiresAt'>, now: string): KeyState {
  if (revokedAt) return 'revoked';
  return expiresAt <= now ? 'expired' : 'good';
}
