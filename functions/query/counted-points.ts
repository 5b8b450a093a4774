import type { Codebook } from '../../shared/codebook/codebook.ts';
import type { Store } from '../../shared/store/store.ts';
import { toArray } from '../../shared/store/to-array.ts';
import { dayOf, dayRange } from '../../shared/trend/day.ts';
import { type Interval, intervalStart, lastDayOf } from '../../shared/trend/interval.ts';
import { seriesOf } from '../../shared/trend/series.ts';
import { type TrendPoint, trendPoint } from '../../shared/trend/trend-point.ts';
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
  const { timeZone } = codebook;
  const range = { from: dayRange(from, timeZone).from, to: `${dayRange(to, timeZone).to}#~`, limit: rowLimit + 1 };
  const [mentions, statements] = await Promise.all([
    toArray(store.mentions.query({ series }, 'at', range)),
    toArray(store.statements.query({ series }, 'at', range)),
  ]);
  if (Math.max(mentions.length, statements.length) > rowLimit) {
    throw problem(400, 'from', `The period holds over ${rowLimit} rows of "${actor}": shorten it, or ask for days.`);
  }
  const startOf = ({ at }: { at: string }) => intervalStart(at.slice(0, at.indexOf('#')), timeZone, interval);
  const isWanted = ({ outlet }: { outlet: string }) => outlets.length === 0 || outlets.includes(outlet);
  const mentionsByStart = groupBy(mentions.filter(isWanted), startOf);
  const statementsByStart = groupBy(statements.filter(isWanted), startOf);
  return [...mentionsByStart].map(([start, rows]) => ({
    ...placeOf(start, interval, wanted),
    ...trendPoint(rows, statementsByStart.get(start) ?? []),
  }));
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
