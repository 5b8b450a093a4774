import { dayOf } from '../trend/day.ts';
import { freshnessMs, retryAfterMs, validatorsAfter304, validatorsOf } from './cache-headers.ts';
import { feedStatus } from './feed-health.ts';
import type { FeedDay, FeedState } from './feed-state.ts';
import { decideMove } from './permanent-move.ts';
import type { PollEvent, PollWarning } from './poll-event.ts';
import type { PollFindings } from './poll-findings.ts';
import { type IntervalLimits, nextInterval } from './poll-interval.ts';
import { backOff, parkedWait, type Schedule, schedule, type Wish } from './poll-schedule.ts';

/** Weighted failures after which a feed is asked only every 30 days. */
const parkedAt = 20;
/** Failures after which a feed that moved is asked at its old address again. */
const doubtMoveAt = 3;
const keptEvents = 30;
const keptDays = 63;
const day = 24 * 3_600_000;
const assumedGap = 4 * 3_600_000;
/** The last instant a date can hold: never. */
const never = 8_640_000_000_000_000;

export interface AfterPollContext {
  /** When the poll began and ended, milliseconds since the epoch. */
  startedAt: number;
  endedAt: number;
  /** In [0, 1). */
  random: number;
  limits: IntervalLimits;
  timeZone: string;
}

/** Decides, from what a poll found, what to remember of the feed and when to ask again. */
export function afterPoll(
  before: FeedState,
  found: PollFindings,
  context: AfterPollContext,
): { state: FeedState; event: PollEvent } {
  const succeeded = found.result === 'entries' || found.result === 'unmodified' || found.result === 'same-body';
  const move = succeeded ? decideMove(before.pollUrl, found.redirects, before.move, context.startedAt) : null;
  const state = {
    ...before,
    ...rememberDocument(before, found, context),
    ...rememberWishes(before, found),
    ...rememberFailures(before, found, succeeded),
    intervalMs: intervalAfter(before, found, context),
    days: countDay(before.days, found, context),
    revision: before.revision + 1,
    lastPollAt: context.startedAt,
  };
  if (move !== null) Object.assign(state, { move: move.move, pollUrl: move.pollUrl ?? state.pollUrl });
  const warnings = [...warningsOf(before, found), ...(move?.warning ? [move.warning] : [])];
  const next = nextPoll(state, found, context);
  const event = toEvent(found, warnings, next, context);
  const done = { ...state, nextPollAt: next.nextPollAt, events: [...before.events, event].slice(-keptEvents) };
  return { state: { ...done, status: feedStatus(done, context.startedAt, context.timeZone) }, event };
}

/** Validators and hash are those of a document whose entries are all stored; one without entries is not to be relied on. */
function rememberDocument(
  before: FeedState,
  { result, headers, bodyHash, delivery, feed }: PollFindings,
  { startedAt }: AfterPollContext,
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

function rememberWishes(
  before: FeedState,
  { feed }: PollFindings,
): Pick<FeedState, 'updatePeriodMs' | 'skipHours' | 'skipDays'> {
  if (feed === null)
    return { updatePeriodMs: before.updatePeriodMs, skipHours: before.skipHours, skipDays: before.skipDays };
  const { ttlMs, updatePeriodMs, skipHours, skipDays } = feed;
  return { updatePeriodMs: Math.max(ttlMs ?? 0, updatePeriodMs ?? 0), skipHours, skipDays };
}

function rememberFailures(
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

function intervalAfter(
  before: FeedState,
  { result, delivery }: PollFindings,
  { startedAt, limits }: AfterPollContext,
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

function countDay(
  days: readonly FeedDay[],
  { result, delivery }: PollFindings,
  { startedAt, timeZone }: AfterPollContext,
): FeedDay[] {
  const day = dayOf(new Date(startedAt).toISOString(), timeZone);
  const last = days.at(-1);
  const today = last?.day === day ? last : { day, heard: 0, polls: 0, failedPolls: 0 };
  const failed = result === 'failed' || result === 'gone' ? 1 : 0;
  const counted = {
    day,
    heard: today.heard + (delivery?.new ?? 0),
    polls: today.polls + 1,
    failedPolls: today.failedPolls + failed,
  };
  return [...days.filter((each) => each.day !== day), counted].slice(-keptDays);
}

function warningsOf(before: FeedState, { feed, delivery }: PollFindings): PollWarning[] {
  if (feed === null || delivery === null) return [];
  const warnings: PollWarning[] = [...delivery.warnings];
  if (feed.entries.length === 0) warnings.push('no-entries');
  if (feed.bad + delivery.bad > 0) warnings.push('bad-items');
  if (feed.dropped > 0) warnings.push('too-many-items');
  if (hasGap(before, delivery, feed.entries.length)) warnings.push('possible-gap');
  return warnings;
}

/** Nothing of the last document is left, and the oldest entry is younger than the last poll: some probably came and went. */
function hasGap(
  { sightings, lastSuccessAt }: FeedState,
  { familiar, updated, oldest }: NonNullable<PollFindings['delivery']>,
  entries: number,
): boolean {
  if (lastSuccessAt === null || sightings.length === 0 || entries === 0 || familiar + updated > 0) return false;
  return oldest === null || oldest > lastSuccessAt;
}

function nextPoll(state: FeedState, found: PollFindings, { endedAt, random, limits }: AfterPollContext): Schedule {
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

function toEvent(
  found: PollFindings,
  warnings: PollWarning[],
  next: Schedule,
  { startedAt, endedAt }: AfterPollContext,
): PollEvent {
  const { delivery, feed } = found;
  return {
    at: startedAt,
    result: found.result,
    code: found.code,
    ms: endedAt - startedAt,
    bytes: found.bytes,
    items: (feed?.entries.length ?? 0) + (feed?.bad ?? 0) + (feed?.dropped ?? 0),
    new: delivery?.new ?? 0,
    duplicate: delivery?.duplicate ?? 0,
    updated: delivery?.updated ?? 0,
    skipped: delivery?.skipped ?? {},
    bad: (feed?.bad ?? 0) + (delivery?.bad ?? 0),
    warnings,
    error: found.failure?.error ?? delivery?.error ?? null,
    ...next,
  };
}
