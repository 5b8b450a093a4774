import type { FeedState } from '../feed/feed-state.ts';
import type { Store } from './store.ts';

/**
 * What polls remember of feeds. A state is kept as one JSON string: it is read and written whole with every poll, and as
 * a map of a thousand attributes the (un)marshalling cost more than the poll itself.
 */
export function feedStates(store: Pick<Store, 'feeds'>) {
  return {
    /** The states of the feeds that have been polled, by their address. */
    async getAll(urls: string[]): Promise<Map<string, FeedState>> {
      const rows = await store.feeds.getAll(urls.map((url) => ({ url })));
      return new Map(rows.map(({ url, state }) => [url, JSON.parse(state) as FeedState]));
    },
    /** Writes the state if the stored revision still is the expected one (or no row exists and it is 0); else false. */
    save(state: FeedState, expectedRevision: number): Promise<boolean> {
      const row = { url: state.url, revision: state.revision, state: JSON.stringify(state) };
      const values = { ':revision': expectedRevision };
      const text =
        expectedRevision === 0 ? 'attribute_not_exists(revision) OR revision = :revision' : 'revision = :revision';
      return store.feeds.putIf(row, { text, values });
    },
  };
}
