import type { FeedState } from '../../shared/feed/feed-state.ts';
import { feedStates } from '../../shared/store/feed-states.ts';
import type { Published } from '../../shared/store/published-codebooks.ts';
import type { CoverageRow } from '../../shared/store/store.ts';
import { dayOf } from '../../shared/trend/day.ts';
import { coverageSeries } from '../../shared/trend/series.ts';
import type { Runtime } from '../runtime.ts';

/**
 * Notes, for each dispute and today, what every feed of its codebook was asked for and brought, so that a quiet day can
 * be told from a dead feed for as long as the series is kept.
 * @returns how many feeds were asked today and not heard when last asked
 */
export async function keepCoverage({
  store,
  codebooks,
  now,
}: Pick<Runtime, 'store' | 'codebooks' | 'now'>): Promise<number> {
  const at = new Date(now()).toISOString();
  const rows = await Promise.all((await codebooks()).map((published) => coverageOf(published, at, store)));
  await Promise.all(rows.map((row) => store.coverage.put(row)));
  const feeds = new Map(rows.flatMap((row) => row.feeds).map((feed) => [feed.url, feed]));
  return [...feeds.values()].filter(({ isHeard, polls }) => polls > 0 && !isHeard).length;
}

async function coverageOf({ codebook }: Published, at: string, store: Runtime['store']): Promise<CoverageRow> {
  const day = dayOf(at, codebook.timeZone);
  const states = await feedStates(store).getAll(codebook.feeds.map(({ url }) => url));
  const feeds = codebook.feeds.map(({ url, outlet }) => {
    const state = states.get(url);
    const today = state?.days.find((each) => each.day === day);
    return {
      url,
      outlet,
      status: state?.status ?? ('silent' as const),
      isHeard: isHeard(state),
      heard: today?.heard ?? 0,
      polls: today?.polls ?? 0,
      failedPolls: today?.failedPolls ?? 0,
    };
  });
  return { series: coverageSeries(codebook.id), day, feeds };
}

/** The last poll went well: a feed that has nothing to say is heard, one that fails or is gone is not. */
const isHeard = (state: FeedState | undefined): boolean =>
  state !== undefined && state.lastSuccessAt !== null && state.failures === 0 && state.status !== 'gone';
