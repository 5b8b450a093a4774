import { Temporal } from 'temporal-polyfill';
import type { Codebook } from '../codebook/codebook.ts';
import type { MentionRow, StatementRow } from '../store/rows.ts';
import type { TrendPoint } from '../trend/trend-point.ts';

/** Past weeks that make the baseline. */
export const baselineWeeks = 12;
/** Weeks below which nothing is called unusual. */
export const fewestWeeks = 4;
/** Complete days over which somebody must have been silent to be called so. */
export const silentDays = 14;
/** Days of points that the rules look back on. */
export const historyDays = 7 * baselineWeeks + silentDays;
const windowHours = 24;

/** A feed that does not answer. */
export interface DeadFeed {
  url: string;
  outlet: string;
  /** First day on which it was not heard. */
  since: string;
  /** Entries it brought over the baseline's weeks before. */
  brought: number;
}

/** What alerts are found in, all as it stood at `now`. */
export interface AlertMaterial {
  codebook: Codebook;
  /** Milliseconds since the epoch. */
  now: number;
  /** Mentions of the last 24 hours, then of the same hours one, two ... weeks before; by actor, `*` for the dispute. */
  windows: Map<string, MentionRow[][]>;
  /** Statements of the last 24 hours by actor. */
  statements: Map<string, StatementRow[]>;
  /** Points of complete days, `*` included, over the baseline and the fortnight that silences are judged by. */
  points: Map<string, Map<string, TrendPoint>>;
  deadFeeds: DeadFeed[];
}

/** Instants, ISO 8601 UTC: `from` inclusive, `to` exclusive. */
export interface Window {
  from: string;
  to: string;
}

/**
 * The 24 hours before an instant, and the same hours of the weeks before by the wall clock: the same weekday and hour,
 * whatever the clocks did in between.
 */
export function weeklyWindows(now: number, timeZone: string): Window[] {
  const end = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(timeZone);
  return Array.from({ length: baselineWeeks + 1 }, (_, weeks) => {
    const to = end.subtract({ weeks });
    const iso = (time: Temporal.ZonedDateTime) => new Date(time.epochMilliseconds).toISOString();
    return { from: iso(to.subtract({ hours: windowHours })), to: iso(to) };
  });
}
