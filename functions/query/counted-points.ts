import type { Codebook } from '../../shared/codebook/codebook.ts';
import type { Store } from '../../shared/store/store.ts';
import { toArray } from '../../shared/store/to-array.ts';
import { dayOf, dayRange } from '../../shared/trend/day.ts';
import { type Interval, intervalStart, lastDayOf } from '../../shared/trend/interval.ts';
import { seriesOf } from '../../shared/trend/series.ts';
import { stanceCounts, type TrendPoint, trendPoint } from '../../shared/trend/trend-point.ts';
import { problem } from './problem.ts';

/** Rows that a series may be counted from in one request. */
const rowLimit = 20_000;

/** An interval of a series. */
export interface CountedPoint extends TrendPoint {
  /** The day, or for hours the instant, at which it begins. */
  start: string;
  /** Its first and last day within the period asked for; null for hours. */
  days: { from: string; to: string } | null;
  /** The day it begins on. */
  day: string;
}

interface Wanted {
  codebook: Codebook;
  actor: string;
  from: string;
  to: string;
  /** Only rows of these outlets; of all where empty. */
  outlets: string[];
  interval?: Interval;
}

/**
 * The points of a series in order of time: as stored, or counted anew from the rows where only some outlets or longer
 * or shorter intervals than days are wanted. Either way a point is what the rows under the same filter add up to.
 * @throws a 400 problem when that would read more rows than one request may
 */
export async function countedPoints(wanted: Wanted, store: Store): Promise<CountedPoint[]> {
  const { codebook, actor, from, to, outlets, interval = 'day' } = wanted;
  const series = seriesOf(codebook.id, actor);
  if (outlets.length === 0 && interval === 'day') {
    const rows = await toArray(store.trends.query({ series }, 'day', { from, to }));
    return rows.map(({ series: _, rowsDigest: __, ...point }) => ({
      start: point.day,
      days: { from: point.day, to: point.day },
      ...point,
    }));
  }
  const [mentions, statements] = await Promise.all([
    rowsWithin(store.mentions.pages({ series }, 'at', { ...rangeOf(wanted), attributes: mentionAttributes }), actor),
    statementsOf(wanted, store),
  ]);
  const startOf = startIn(codebook, interval);
  const mentionsByStart = groupBy(mentions, startOf);
  const statementsByStart = groupBy(statements, startOf);
  return [...mentionsByStart].map(([start, rows]) => ({
    ...placeOf(start, interval, wanted),
    ...trendPoint(rows, statementsByStart.get(start) ?? []),
  }));
}

/**
 * The days of a series that hold statements, with their stances alone: the same as `countedPoints` gives, at the cost of
 * the statements. @throws as it does
 */
export async function countedStances(wanted: Wanted, store: Pick<Store, 'statements'>) {
  const byDay = groupBy(await statementsOf(wanted, store), startIn(wanted.codebook, 'day'));
  return [...byDay].map(([day, rows]) => ({ day, stances: stanceCounts(rows) }));
}

const statementsOf = (wanted: Wanted, store: Pick<Store, 'statements'>) => {
  const series = seriesOf(wanted.codebook.id, wanted.actor);
  const range = { ...rangeOf(wanted), attributes: statementAttributes };
  return rowsWithin(store.statements.pages({ series }, 'at', range), wanted.actor);
};

function rangeOf({ codebook: { timeZone }, from, to, outlets }: Wanted) {
  return {
    ...{ from: dayRange(from, timeZone).from, to: `${dayRange(to, timeZone).to}#~`, limit: rowLimit + 1 },
    where: outlets.length === 0 ? undefined : { attribute: 'outlet', values: outlets },
  };
}

const startIn =
  ({ timeZone }: Codebook, interval: Interval) =>
  ({ at }: { at: string }) =>
    intervalStart(at.slice(0, at.indexOf('#')), timeZone, interval);

/** What a point is counted from. */
const mentionAttributes = ['at', 'clusterId', 'originOutlet', 'mentions', 'tones'];
const statementAttributes = ['at', 'issue', 'stance'];

async function rowsWithin<Row>(pages: AsyncIterable<{ rows: Row[]; read: number }>, actor: string): Promise<Row[]> {
  const rows: Row[] = [];
  let read = 0;
  for await (const page of pages) {
    rows.push(...page.rows);
    read += page.read;
    if (read > rowLimit)
      throw problem(400, 'from', `The period holds over ${rowLimit} rows of "${actor}": shorten it, or ask for days.`);
  }
  return rows;
}

function placeOf(start: string, interval: Interval, { codebook, from, to }: Wanted) {
  if (interval === 'hour') return { start, days: null, day: dayOf(start, codebook.timeZone) };
  const last = lastDayOf(start, interval);
  return { start, days: { from: start < from ? from : start, to: last > to ? to : last }, day: start };
}

function groupBy<Row>(rows: Row[], keyOf: (row: Row) => string): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const key = keyOf(row);
    const held = groups.get(key) ?? [];
    held.push(row);
    groups.set(key, held);
  }
  return groups;
}
