import type { MoveCandidate } from './feed-state.ts';
import { isHomePage } from './skip-reason.ts';

const enoughPolls = 3;
const longEnough = 24 * 3_600_000;
const permanent = new Set([301, 308]);

/** What a poll's redirects say about where the feed lives. */
export interface MoveDecision {
  /** To remember until the next poll. */
  move: MoveCandidate | null;
  /** The address to ask from now on, once enough polls agree; else null. */
  pollUrl: string | null;
  warning: 'moved' | 'move-refused' | null;
}

/**
 * Takes a permanent redirect over after three polls over at least 24 hours that agree on the target; a temporary one
 * never (RFC 9110 15.4). A move to another site's home page is how outlets bury a feed, and is refused.
 * @param redirects hops of a poll that ended in a feed
 */
export function decideMove(
  from: string,
  redirects: readonly { status: number; url: string }[],
  known: MoveCandidate | null,
  now: number,
): MoveDecision {
  const target = permanentTarget(redirects);
  if (target === null || target === from) return { move: null, pollUrl: null, warning: null };
  if (leadsHome(from, target)) return { move: null, pollUrl: null, warning: 'move-refused' };
  const move =
    known?.url === target ? { ...known, polls: known.polls + 1 } : { url: target, firstSeenAt: now, polls: 1 };
  const settled = move.polls >= enoughPolls && now - move.firstSeenAt >= longEnough;
  return settled ? { move: null, pollUrl: target, warning: 'moved' } : { move, pollUrl: null, warning: null };
}

/** Where the unbroken run of permanent redirects at the start leads. */
function permanentTarget(redirects: readonly { status: number; url: string }[]): string | null {
  const firstTemporary = redirects.findIndex(({ status }) => !permanent.has(status));
  const run = firstTemporary < 0 ? redirects : redirects.slice(0, firstTemporary);
  return run.at(-1)?.url ?? null;
}

function leadsHome(from: string, target: string): boolean {
  return new URL(from).hostname !== new URL(target).hostname && isHomePage(new URL(target));
}
