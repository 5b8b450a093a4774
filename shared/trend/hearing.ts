import type { FeedStatus } from '../feed/feed-state.ts';

/** What became of a feed on a day, from good to bad. `dead`: it could not be heard, so its silence says nothing about the news. */
export const hearings = ['heard', 'late', 'silent', 'dead'] as const;
export type Hearing = (typeof hearings)[number];

/** How a feed did. A feed that answered but had no entry at all, or none where some were due, is silent. */
export function hearingOf({ status, isHeard }: { status: FeedStatus; isHeard: boolean }): Hearing {
  if (status === 'failing' || status === 'gone') return 'dead';
  if (status === 'silent') return 'silent';
  if (!isHeard) return 'dead';
  return status === 'late' ? 'late' : 'heard';
}
