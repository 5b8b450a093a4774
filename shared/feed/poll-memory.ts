import { validatorsAfter304, validatorsOf } from './cache-headers.ts';
import type { FeedState } from './feed-state.ts';
import type { PollContext } from './poll-context.ts';
import type { PollFindings } from './poll-findings.ts';

/** Weighted failures after which a feed is asked only every 30 days. */
const parkedAt = 20;
/** Failures after which a feed that moved is asked at its old address again. */
const doubtMoveAt = 3;

/** Validators and hash are those of a document whose entries are all stored; one without entries is not to be relied on. */
export function rememberDocument(
  before: FeedState,
  { result, headers, bodyHash, delivery, feed }: PollFindings,
  { startedAt }: PollContext,
): Partial<FeedState> {
  if (result === 'unmodified')
    return { validators: validatorsAfter304(before.validators, headers), seenAt: startedAt, lastSuccessAt: startedAt };
  if (result === 'same-body') return { validators: validatorsOf(headers), seenAt: startedAt, lastSuccessAt: startedAt };
  if (delivery === null || feed === null) return {};
  const heard = {
    sightings: delivery.sightings,
    title: feed.title ?? before.title,
    ...(delivery.new > 0 && { lastNewAt: startedAt }),
  };
  if (result === 'not-stored') return heard;
  if (feed.entries.length === 0) return { validators: { etag: null, lastModified: null }, bodyHash: null };
  return { ...heard, validators: validatorsOf(headers), bodyHash, seenAt: startedAt, lastSuccessAt: startedAt };
}

/** The feed's own wishes stay in force until another document changes them. */
export function rememberWishes(
  before: FeedState,
  { feed }: PollFindings,
): Pick<FeedState, 'updatePeriodMs' | 'skipHours' | 'skipDays'> {
  if (feed === null)
    return { updatePeriodMs: before.updatePeriodMs, skipHours: before.skipHours, skipDays: before.skipDays };
  const { ttlMs, updatePeriodMs, skipHours, skipDays } = feed;
  return { updatePeriodMs: Math.max(ttlMs ?? 0, updatePeriodMs ?? 0), skipHours, skipDays };
}

/** Weighted failures add up until a success; what went wrong on our side does not count. */
export function rememberFailures(
  before: FeedState,
  { failure, result }: PollFindings,
  succeeded: boolean,
): Partial<FeedState> {
  if (succeeded) return { failures: 0, parked: false };
  if (result === 'gone') return { status: 'gone' };
  if (failure === null) return {};
  const failures = before.failures + failure.weight;
  const doubtful = failures >= doubtMoveAt && before.pollUrl !== before.url;
  return { failures, parked: failures >= parkedAt, move: null, ...(doubtful && { pollUrl: before.url }) };
}
