import type { Headers } from './cache-headers.ts';
import type { Feed } from './feed.ts';
import type { Sighting } from './feed-state.ts';
import type { PollResult, PollWarning, SkipReason } from './poll-event.ts';
import type { PollFailure } from './poll-failure.ts';

/** What became of the entries of a document. */
export interface Delivery {
  new: number;
  duplicate: number;
  updated: number;
  /** Entries that stood in the feed's last document already. */
  familiar: number;
  skipped: Partial<Record<SkipReason, number>>;
  /** Entries that made us throw. */
  bad: number;
  warnings: PollWarning[];
  /** Of all entries that are stored now. */
  sightings: Sighting[];
  /** Earliest date of an entry, in milliseconds; null when none is dated. */
  oldest: number | null;
  /** Why some entries could not be stored; null when all were. */
  error: string | null;
}

/** Everything a poll found out, before anything is decided. */
export interface PollFindings {
  result: PollResult;
  code: number | null;
  bytes: number;
  headers: Headers;
  redirects: readonly { status: number; url: string }[];
  /** SHA-256 (hex) of the document; null when none came. */
  bodyHash: string | null;
  feed: Feed | null;
  delivery: Delivery | null;
  failure: PollFailure | null;
  /** Milliseconds since the epoch before which the host is not to be asked (`put-off` only). */
  retryAt: number | null;
}

/** Findings of a poll that got no document. */
export function findings(result: PollResult, found: Partial<PollFindings> = {}): PollFindings {
  const none = {
    code: null,
    bytes: 0,
    headers: {},
    redirects: [],
    bodyHash: null,
    feed: null,
    delivery: null,
    failure: null,
    retryAt: null,
  };
  return { ...none, ...found, result };
}
