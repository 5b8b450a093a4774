import { freshnessMs, retryAfterMs } from './cache-headers.ts';
import type { FeedState } from './feed-state.ts';
import type { PollContext } from './poll-context.ts';
import type { PollFindings } from './poll-findings.ts';
import type { IntervalLimits } from './poll-interval.ts';
import { backOff, parkedWait, type Schedule, schedule, type Wish } from './poll-schedule.ts';

/** The last instant a date can hold: never. */
const never = 8_640_000_000_000_000;

/** When to ask a feed again: the longest of our interval, the feed's wishes and the server's, or the back-off. */
export function nextPoll(state: FeedState, found: PollFindings, { endedAt, random, limits }: PollContext): Schedule {
  if (state.status === 'gone') return { nextPollAt: never, why: 'gone: not asked again' };
  if (found.result === 'put-off')
    return {
      nextPollAt: found.retryAt ?? endedAt + limits.minimumIntervalMs,
      why: 'the host is busy with other requests of ours',
    };
  const parked: Wish[] = state.parked ? [{ why: 'parked after too many failures', waitMs: parkedWait }] : [];
  return schedule({
    now: endedAt,
    random,
    minimumIntervalMs: limits.minimumIntervalMs,
    maximumIntervalMs: state.parked ? parkedWait : limits.maximumIntervalMs,
    wishes: [...wishesOf(state, found, endedAt, limits, random), ...parked],
    skipHours: state.skipHours,
    skipDays: state.skipDays,
    tooManyRequests: found.code === 429,
  });
}

function wishesOf(state: FeedState, found: PollFindings, now: number, limits: IntervalLimits, random: number): Wish[] {
  const retryAfter = { why: 'Retry-After', waitMs: retryAfterMs(found.headers, now) };
  if (found.result === 'failed') return [backOff(state.intervalMs, state.failures), retryAfter];
  if (found.result === 'not-stored')
    return [{ why: 'entries could not be stored', waitMs: limits.minimumIntervalMs }, retryAfter];
  return [
    { why: 'own interval', waitMs: ownWait(state, limits, random) },
    { why: "the feed's own period (ttl, sy:updatePeriod)", waitMs: state.updatePeriodMs },
    { why: 'freshness (Cache-Control, Expires)', waitMs: freshnessMs(found.headers, now) },
    retryAfter,
  ];
}

/** After its first poll a feed is asked anywhere within its interval, so that feeds created together part at once. */
function ownWait({ intervalMs, events }: FeedState, { minimumIntervalMs }: IntervalLimits, random: number): number {
  return events.length > 0 ? intervalMs : intervalMs - random * (intervalMs - minimumIntervalMs);
}
