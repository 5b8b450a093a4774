import { articleId } from '../../shared/article/article-id.ts';
import { type FeedState, newFeedState } from '../../shared/feed/feed-state.ts';
import { feedStates } from '../../shared/store/feed-states.ts';
import { gatherSends } from '../gather-sends.ts';
import type { Runtime } from '../runtime.ts';
import { discover } from './discover.ts';
import { type ListedFeed, listedFeeds } from './listed-feeds.ts';
import { type DiscoveredEntry, defaultPollSettings, type PollOutcome, type PollSettings, pollFeed } from './poll.ts';

/** Feeds asked at a time. Gaps between requests to one host are the web client's. */
const concurrency = 6;

/**
 * Polls every listed feed that is due.
 * @returns what came of each poll, in the order of the codebooks
 */
export async function pollDue(runtime: Runtime, settings: PollSettings = defaultPollSettings): Promise<PollOutcome[]> {
  const feeds = listedFeeds(await runtime.codebooks());
  const states = await feedStates(runtime.store).getAll(feeds.map(({ url }) => url));
  const outcomes = new Map<string, PollOutcome>();
  const pending = [...feeds];
  const gathered = gatherSends(runtime.queues);
  const work = async () => {
    for (let feed = pending.shift(); feed; feed = pending.shift()) {
      const outcome = await pollIfDue(feed, states.get(feed.url), { runtime, gathered, settings });
      if (outcome) outcomes.set(feed.url, outcome);
    }
  };
  await Promise.all(Array.from({ length: concurrency }, work));
  return feeds.flatMap(({ url }) => outcomes.get(url) ?? []);
}

async function pollIfDue(
  feed: ListedFeed,
  kept: FeedState | undefined,
  {
    runtime,
    gathered,
    settings,
  }: { runtime: Runtime; gathered: ReturnType<typeof gatherSends>; settings: PollSettings },
): Promise<PollOutcome | undefined> {
  const known = kept ?? newFeedState(feed.url, feed.outlet, runtime.now());
  const state = { ...known, outlet: feed.outlet, ignoreCache: feed.ignoreHttpCache };
  if (state.nextPollAt > runtime.now()) return undefined;
  const ports = {
    web: runtime.web,
    clock: () => runtime.now(),
    random: () => runtime.random(`${feed.url} ${state.revision}`),
    articles: {
      discover: async (entry: DiscoveredEntry) => {
        const outcome = await gathered.run(() => discover(entry, { ...runtime, queues: gathered.queues, feed }));
        if (outcome !== 'duplicate')
          runtime.log({ level: 'info', feed: feed.url, articleId: articleId(entry.canonicalUrl), outcome });
        return outcome;
      },
    },
    feeds: feedStates(runtime.store),
  };
  try {
    return await pollFeed(state, ports, { ...settings, timeZone: feed.timeZone });
  } catch (thrown) {
    runtime.log({ level: 'error', stage: 'poll', feed: feed.url, error: String(thrown) });
    return undefined;
  }
}
