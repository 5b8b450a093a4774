import { addDays, dayOf, daysBetween } from '../trend/day.ts';
import type { FeedDay, FeedState, FeedStatus } from './feed-state.ts';

/** Days of the same weekday that are enough to expect anything of that weekday. */
const enoughWeekdays = 3;
const enoughDays = 7;
/** Weighted failures from which a feed is called failing: two soft ones, or one hard. */
const failingAt = 1;
/** Share of what was expected below which a day is called late. */
const lateShare = 1 / 3;
/** Least that must have been expected of a day before its silence says anything. */
const fewest = 2;

/** What one day should have brought by the feed's own history, and what it brought. */
export interface ExpectedDay {
  day: string;
  /** Null when the history is too short to say. */
  expected: number | null;
  heard: number;
  polls: number;
  failedPolls: number;
}

/** A feed's health as people are shown it. */
export interface FeedHealth {
  url: string;
  outlet: string;
  status: FeedStatus;
  /** Oldest first, today last. */
  days: ExpectedDay[];
  lastNewAt: number | null;
  lastSuccessAt: number | null;
  nextPollAt: number;
  /** Of the last poll, or null. */
  error: string | null;
}

/** Health of a feed over its last days, in the dispute's time zone. `now` in milliseconds. */
export function feedHealth(state: FeedState, now: number, timeZone: string, length = 14): FeedHealth {
  const today = dayOf(new Date(now).toISOString(), timeZone);
  const days = daysBetween(addDays(today, 1 - length), today).map((day) => expectedDay(state.days, day));
  const { url, outlet, lastNewAt, lastSuccessAt, nextPollAt } = state;
  return {
    url,
    outlet,
    status: feedStatus(state, now, timeZone),
    days,
    lastNewAt,
    lastSuccessAt,
    nextPollAt,
    error: state.events.at(-1)?.error ?? null,
  };
}

/** How a feed is doing: the worst that is true of it. */
export function feedStatus(state: FeedState, now: number, timeZone: string): FeedStatus {
  if (state.status === 'gone') return 'gone';
  if (state.failures >= failingAt || (state.failures > 0 && state.lastSuccessAt === null)) return 'failing';
  if (state.events.at(-1)?.warnings.includes('no-entries')) return 'silent';
  const quietness = quietnessOf(state.days, dayOf(new Date(now).toISOString(), timeZone));
  if (quietness !== null) return quietness;
  return state.pollUrl === state.url ? 'ok' : 'moved';
}

/** `silent`: the last two full days brought nothing where something was due; `late`: the last one far too little. */
function quietnessOf(days: readonly FeedDay[], today: string): 'silent' | 'late' | null {
  const yesterday = expectedDay(days, addDays(today, -1));
  const before = expectedDay(days, addDays(today, -2));
  const heardToday = days.find(({ day }) => day === today)?.heard ?? 0;
  if (heardToday > 0 || !isShort(yesterday)) return null;
  return yesterday.heard + before.heard === 0 && isShort(before) ? 'silent' : 'late';
}

function isShort({ expected, heard }: ExpectedDay): boolean {
  return expected !== null && expected >= fewest && heard < expected * lateShare;
}

/** What a day should have brought: the median of its weekdays, or of all days while there are few of them. */
export function expectedDay(days: readonly FeedDay[], day: string): ExpectedDay {
  const own = days.find((each) => each.day === day);
  const history = usable(days, day);
  const weekdays = history.filter((each) => weekday(each.day) === weekday(day));
  const basis = weekdays.length >= enoughWeekdays ? weekdays : history.length >= enoughDays ? history : [];
  const expected = basis.length === 0 ? null : median(basis.map(({ heard }) => heard));
  return { day, expected, heard: own?.heard ?? 0, polls: own?.polls ?? 0, failedPolls: own?.failedPolls ?? 0 };
}

/** Earlier days on which we listened. The first one is left out: it brought all that stood in the document. */
function usable(days: readonly FeedDay[], day: string): FeedDay[] {
  const first = days[0]?.day;
  return days.filter((each) => each.day < day && each.day !== first && each.polls > each.failedPolls);
}

function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}

function weekday(day: string): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay();
}
