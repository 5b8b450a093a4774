import { dayOf } from '../trend/day.ts';
import { feedStatus } from './feed-health.ts';
import type { FeedDay, FeedState } from './feed-state.ts';
import { nextPoll } from './next-poll.ts';
import { intervalAfter } from './own-interval.ts';
import { decideMove } from './permanent-move.ts';
import type { PollContext } from './poll-context.ts';
import type { PollEvent, PollWarning } from './poll-event.ts';
import type { PollFindings } from './poll-findings.ts';
import { rememberDocument, rememberFailures, rememberWishes } from './poll-memory.ts';
import type { Schedule } from './poll-schedule.ts';
import { warningsOf } from './poll-warnings.ts';

const keptEvents = 30;
const keptDays = 63;

/** Decides, from what a poll found, what to remember of the feed and when to ask again. */
export function afterPoll(
  before: FeedState,
  found: PollFindings,
  context: PollContext,
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

function countDay(
  days: readonly FeedDay[],
  { result, delivery }: PollFindings,
  { startedAt, timeZone }: PollContext,
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

function toEvent(
  found: PollFindings,
  warnings: PollWarning[],
  next: Schedule,
  { startedAt, endedAt }: PollContext,
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
