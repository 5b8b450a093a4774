import { findDeadFeeds } from '../../shared/alerts/dead-feed-rule.ts';
import { type AlertMaterial, historyDays, type Window, weeklyWindows } from '../../shared/alerts/material.ts';
import type { Codebook } from '../../shared/codebook/codebook.ts';
import type { MentionRow } from '../../shared/store/rows.ts';
import type { Store } from '../../shared/store/store.ts';
import { toArray } from '../../shared/store/to-array.ts';
import { addDays, dayOf, dayRange } from '../../shared/trend/day.ts';
import { coverageSeries, seriesOf, wholeDispute } from '../../shared/trend/series.ts';

type Read = Pick<Store, 'mentions' | 'statements' | 'trends' | 'coverage'>;

/**
 * Everything the rules look at, as it stands now. Rows are read for the last 24 hours and the same hours of past weeks
 * only; for the days between, the counted points say enough.
 */
export async function gatherAlertMaterial(codebook: Codebook, now: number, store: Read): Promise<AlertMaterial> {
  const today = dayOf(new Date(now).toISOString(), codebook.timeZone);
  const days = { from: addDays(today, -historyDays), to: addDays(today, -1) };
  const actors = codebook.actors.map(({ id }) => id);
  const all = [wholeDispute, ...actors];
  const [coverage, points] = await Promise.all([
    toArray(store.coverage.query({ series: coverageSeries(codebook.id) }, 'day', { from: days.from, to: today })),
    byActor(all, async (actor) => {
      const rows = await toArray(store.trends.query({ series: seriesOf(codebook.id, actor) }, 'day', days));
      return new Map(rows.map((row) => [row.day, row]));
    }),
  ]);
  const firstDay = [...(points.get(wholeDispute)?.keys() ?? []), ...coverage.map(({ day }) => day), today].sort()[0]!;
  const since = dayRange(firstDay, codebook.timeZone).from;
  const windows = weeklyWindows(now, codebook.timeZone).filter(({ from }, week) => week === 0 || from >= since);
  const whole = await windowsOf(codebook.id, wholeDispute, windows, store);
  // Where the dispute is silent no actor can be in the news: most hours of a quiet dispute cost a dozen reads.
  const isSilent = whole[0]?.length === 0;
  const ofActors = isSilent ? [] : await byActor(actors, (actor) => windowsOf(codebook.id, actor, windows, store));
  const current = windows[0]!;
  const statements = isSilent
    ? new Map()
    : await byActor(actors, (actor) =>
        toArray(store.statements.query({ series: seriesOf(codebook.id, actor) }, 'at', rangeOf(current))),
      );
  return {
    ...{ codebook, now, points, statements },
    windows: new Map([[wholeDispute, whole], ...ofActors]),
    deadFeeds: findDeadFeeds(coverage, today),
  };
}

async function byActor<T>(actors: string[], read: (actor: string) => Promise<T>): Promise<Map<string, T>> {
  return new Map(await Promise.all(actors.map(async (actor) => [actor, await read(actor)] as const)));
}

const windowsOf = (dispute: string, actor: string, windows: Window[], store: Read): Promise<MentionRow[][]> =>
  Promise.all(
    windows.map((window) => toArray(store.mentions.query({ series: seriesOf(dispute, actor) }, 'at', rangeOf(window)))),
  );

/** Keys begin with the instant and go on with `#`, so that an instant itself sorts before its own rows. */
const rangeOf = ({ from, to }: Window) => ({ from, to });
