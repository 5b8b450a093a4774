import type { StoredRows } from '../../shared/alerts/backtest.ts';
import type { Codebook } from '../../shared/codebook/codebook.ts';
import type { Store } from '../../shared/store/store.ts';
import { toArray } from '../../shared/store/to-array.ts';
import { coverageSeries, seriesOf, wholeDispute } from '../../shared/trend/series.ts';

/** Every row of a dispute that the alert rules look at, for a back-test. */
export async function loadStoredRows(
  { id, actors }: Codebook,
  store: Pick<Store, 'mentions' | 'statements' | 'trends' | 'coverage'>,
): Promise<StoredRows> {
  const rows: StoredRows = { mentions: new Map(), statements: new Map(), points: new Map(), coverage: [] };
  for (const actor of [wholeDispute, ...actors.map((each) => each.id)]) {
    const series = seriesOf(id, actor);
    rows.mentions.set(actor, await toArray(store.mentions.query({ series }, 'at')));
    rows.statements.set(actor, await toArray(store.statements.query({ series }, 'at')));
    const points = await toArray(store.trends.query({ series }, 'day'));
    rows.points.set(actor, new Map(points.map((point) => [point.day, point])));
  }
  rows.coverage = await toArray(store.coverage.query({ series: coverageSeries(id) }, 'day'));
  return rows;
}
