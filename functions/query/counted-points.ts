import type { Codebook } from '../../shared/codebook/codebook.ts';
import type { Store } from '../../shared/store/store.ts';
import { toArray } from '../../shared/store/to-array.ts';
import { dayOf, dayRange } from '../../shared/trend/day.ts';
import { seriesOf } from '../../shared/trend/series.ts';
import { type TrendPoint, trendPoint } from '../../shared/trend/trend-point.ts';

/** A day of a series. */
export type DayPoint = TrendPoint & { day: string };

interface Wanted {
  codebook: Codebook;
  actor: string;
  from: string;
  to: string;
  /** Only rows of these outlets; of all where empty. */
  outlets: string[];
}

/**
 * The points of a series in order of days: as stored, or counted anew from the rows where only some outlets are wanted.
 * Either way a point is what the rows under the same filter add up to.
 */
export async function countedPoints(wanted: Wanted, store: Store): Promise<DayPoint[]> {
  const { codebook, actor, from, to, outlets } = wanted;
  const series = seriesOf(codebook.id, actor);
  if (outlets.length === 0) {
    const rows = await toArray(store.trends.query({ series }, 'day', { from, to }));
    return rows.map(({ series: _, rowsDigest: __, ...point }) => point);
  }
  const range = { from: dayRange(from, codebook.timeZone).from, to: `${dayRange(to, codebook.timeZone).to}#~` };
  const [mentions, statements] = await Promise.all([
    toArray(store.mentions.query({ series }, 'at', range)),
    toArray(store.statements.query({ series }, 'at', range)),
  ]);
  const isWanted = ({ outlet }: { outlet: string }) => outlets.includes(outlet);
  const mentionsByDay = byDay(mentions.filter(isWanted), codebook.timeZone);
  const statementsByDay = byDay(statements.filter(isWanted), codebook.timeZone);
  return [...mentionsByDay].map(([day, rows]) => ({ day, ...trendPoint(rows, statementsByDay.get(day) ?? []) }));
}

function byDay<Row extends { at: string }>(rows: Row[], timeZone: string): Map<string, Row[]> {
  const days = new Map<string, Row[]>();
  for (const row of rows) {
    const day = dayOf(row.at.slice(0, row.at.indexOf('#')), timeZone);
    const held = days.get(day) ?? [];
    held.push(row);
    days.set(day, held);
  }
  return days;
}
