import type { FeedState } from './feed-state.ts';
import type { PollContext } from './poll-context.ts';
import type { PollFindings } from './poll-findings.ts';
import { nextInterval } from './poll-interval.ts';

const day = 24 * 3_600_000;
const assumedGap = 4 * 3_600_000;

/** Our own interval after a poll, in milliseconds. */
export function intervalAfter(
  before: FeedState,
  { result, delivery }: PollFindings,
  { startedAt, limits }: PollContext,
): number {
  const intervalMs = before.intervalMs || limits.defaultIntervalMs;
  const unchanged = result === 'unmodified' || result === 'same-body';
  // The first document is all new, whatever the feed's pace.
  const isFirst = before.lastSuccessAt === null;
  if (isFirst || !(unchanged || result === 'entries')) return Math.max(limits.minimumIntervalMs, intervalMs);
  return nextInterval(
    {
      intervalMs,
      new: unchanged ? 0 : (delivery?.new ?? 0),
      duplicate: unchanged ? 1 : (delivery?.duplicate ?? 0) + (delivery?.updated ?? 0),
      driftMs: startedAt - before.nextPollAt,
      quietMs: before.lastNewAt === null ? null : startedAt - before.lastNewAt,
      meanGapMs: meanGap(before, startedAt),
    },
    limits,
  );
}

/** Mean time between entries over the last seven days, null when silent; of a feed younger than a day four hours are assumed. */
function meanGap({ days, createdAt }: FeedState, now: number): number | null {
  const heard = days.slice(-7).reduce((sum, each) => sum + each.heard, 0);
  const age = now - createdAt;
  if (age < day) return assumedGap;
  return heard === 0 ? null : Math.min(7 * day, age) / heard;
}
