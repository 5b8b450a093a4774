import type { Codebook } from '../codebook/codebook.ts';
import type { MentionRow, StatementRow } from '../store/rows.ts';
import { addDays, dayOf, dayRange, daysBetween } from '../trend/day.ts';
import { wholeDispute } from '../trend/series.ts';
import type { TrendPoint } from '../trend/trend-point.ts';
import { type ChanceRule, chanceRules, coolDownMs, defaultThresholds, type Thresholds } from './alert.ts';
import { type FeedSight, findDeadFeeds } from './dead-feed-rule.ts';
import { type Alert, findAll, isOver } from './find-alerts.ts';
import { type AlertMaterial, historyDays, weeklyWindows } from './material.ts';

/** Everything a dispute has stored, by actor (`*` is the dispute), rows in the order of their keys. */
export interface StoredRows {
  mentions: Map<string, MentionRow[]>;
  statements: Map<string, StatementRow[]>;
  points: Map<string, Map<string, TrendPoint>>;
  coverage: { day: string; feeds: FeedSight[] }[];
}

/** An alert at an instant (milliseconds) of the past. */
export interface Sighting {
  at: number;
  alert: Alert;
}

/** Below one chance in a hundred nothing is worth an alert, whatever the budget. */
const leastThreshold = 2;
const hourMs = 3_600_000;

/**
 * Walks through the past hour by hour and notes what the rules would have seen, as if every article had been heard when
 * it was published. Nothing later than the hour is looked at.
 */
export function seeInPast(codebook: Codebook, rows: StoredRows, period: { from: string; to: string }): Sighting[] {
  return daysBetween(period.from, period.to).flatMap((day) => {
    const range = dayRange(day, codebook.timeZone);
    const common = { codebook, ...knownOn(day, rows) };
    const hours = Math.round((Date.parse(range.to) + 1 - Date.parse(range.from)) / hourMs);
    return Array.from({ length: hours }, (_, hour) => Date.parse(range.from) + (hour + 1) * hourMs - 1).flatMap((now) =>
      seeAt(now, rows, common),
    );
  });
}

interface DayKnowledge extends Pick<AlertMaterial, 'points' | 'deadFeeds'> {
  firstDay: string;
}

function seeAt(
  now: number,
  rows: StoredRows,
  { firstDay, ...common }: DayKnowledge & Pick<AlertMaterial, 'codebook'>,
): Sighting[] {
  const { timeZone } = common.codebook;
  const since = dayRange(firstDay, timeZone).from;
  const windows = weeklyWindows(now, timeZone).filter(({ from }, week) => week === 0 || from >= since);
  const current = windows[0]!;
  const slices = [...rows.mentions].map(
    ([actor, list]) => [actor, windows.map(({ from, to }) => between(list, from, to))] as const,
  );
  const statements = [...rows.statements].map(
    ([actor, list]) => [actor, between(list, current.from, current.to)] as const,
  );
  const found = findAll({ ...common, now, windows: new Map(slices), statements: new Map(statements) });
  return found
    .filter(({ surprise }) => surprise === null || surprise >= leastThreshold)
    .map((alert) => ({ at: now, alert }));
}

/** What a run on that day reads: points of complete days and coverage, as far back as the rules look and no further. */
function knownOn(day: string, { points, coverage }: StoredRows): DayKnowledge {
  const from = addDays(day, -historyDays);
  const recent = coverage.filter((row) => row.day >= from && row.day <= day);
  const known = new Map(
    [...points].map(
      ([actor, series]) => [actor, new Map([...series].filter(([each]) => each >= from && each < day))] as const,
    ),
  );
  const days = [...(known.get(wholeDispute)?.keys() ?? []), ...recent.map((row) => row.day), day];
  const firstDay = days.reduce((first, each) => (each < first ? each : first));
  return { points: known, deadFeeds: findDeadFeeds(recent, day), firstDay };
}

/** Rows with keys in [from, to), by halving. */
function between<T extends { at: string }>(rows: T[], from: string, to: string): T[] {
  return rows.slice(lowerBound(rows, from), lowerBound(rows, to));
}

function lowerBound(rows: { at: string }[], at: string): number {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (rows[middle]!.at < at) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** What would have been sent under the thresholds, cool-downs kept, and what would have been held for a dead feed. */
export function replayAlerts(
  sightings: readonly Sighting[],
  thresholds: Thresholds,
): { sent: Sighting[]; held: Sighting[] } {
  const spokenAt = new Map<string, number>();
  const over = sightings.filter(({ alert }) => isOver(alert, thresholds));
  const fresh = over.filter(({ at, alert }) => {
    const key = `${alert.rule} ${alert.subject} ${alert.heldFor === null}`;
    const last = spokenAt.get(key);
    if (last !== undefined && at - last < coolDownMs[alert.rule]) return false;
    spokenAt.set(key, at);
    return true;
  });
  return {
    sent: fresh.filter(({ alert }) => alert.heldFor === null),
    held: fresh.filter(({ alert }) => alert.heldFor !== null),
  };
}

/**
 * The lowest thresholds under which the rules together keep to a budget. Each rule gets an equal share of it; what some
 * leave unspent is shared by those that could use more.
 * @param budget alerts over the whole time of the sightings
 */
export function thresholdsFor(sightings: readonly Sighting[], budget: number): Thresholds {
  const byRule = new Map(chanceRules.map((rule) => [rule, sightings.filter(({ alert }) => alert.rule === rule)]));
  const choose = (rule: ChanceRule, share: number) => lowestThreshold(byRule.get(rule)!, rule, share);
  const share = budget / chanceRules.length;
  const first = thresholdsBy((rule) => choose(rule, share));
  const spentBy = (rule: ChanceRule) => countSent(byRule.get(rule)!, rule, first[rule]);
  const wanting = chanceRules.filter((rule) => first[rule] > leastThreshold);
  const spent = chanceRules.reduce((sum, rule) => sum + spentBy(rule), 0);
  const extra = (budget - spent) / Math.max(1, wanting.length);
  return thresholdsBy((rule) => (wanting.includes(rule) ? choose(rule, spentBy(rule) + extra) : first[rule]));
}

const thresholdsBy = (choose: (rule: ChanceRule) => number): Thresholds =>
  Object.fromEntries(chanceRules.map((rule) => [rule, choose(rule)])) as Thresholds;

const countSent = (sightings: readonly Sighting[], rule: ChanceRule, threshold: number): number =>
  replayAlerts(sightings, { ...defaultThresholds, [rule]: threshold }).sent.length;

/** In steps of a tenth. */
function lowestThreshold(sightings: readonly Sighting[], rule: ChanceRule, share: number): number {
  const tenths = (surprise: number | null) => Math.floor((surprise ?? leastThreshold) * 10) / 10;
  const steps = new Set([leastThreshold, ...sightings.map(({ alert }) => tenths(alert.surprise))]);
  const candidates = [...steps].sort((a, b) => a - b);
  const kept = candidates.find((threshold) => countSent(sightings, rule, threshold) <= share);
  return kept ?? tenths(candidates.at(-1)! + 0.15);
}

/** The day in the dispute's zone on which something was seen. */
export const dayOfSighting = ({ at }: Sighting, timeZone: string): string =>
  dayOf(new Date(at).toISOString(), timeZone);
