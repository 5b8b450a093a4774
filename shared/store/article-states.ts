import type { ArticleRow } from './rows.ts';
import type { Store } from './store.ts';

type OpenState = 'collected' | 'tagged';
type FinalState = 'counted' | 'irrelevant' | 'failed' | 'alias';

/** What makes work at an article begin in a state, at an instant (ISO 8601). */
export const opened = (state: 'discovered' | 'collected', at: string) =>
  ({ state, unfinished: 'open', openedAt: at, touchedAt: at }) as const;

/** What ends it. */
export const closed = (state: FinalState, at: string) =>
  ({ state, unfinished: undefined, openedAt: undefined, touchedAt: at }) as const;

/** Moves articles from state to state, each move only from the row that was read: of two workers one wins. */
export function articleStates(store: Pick<Store, 'articles'>, now: () => number) {
  const stamp = () => new Date(now()).toISOString();
  const sameRow = (row: ArticleRow) => ({
    text: [
      '#state = :state AND #entry.#changedAt = :changedAt',
      '(attribute_not_exists(#cluster) OR #cluster = :cluster)',
      '(attribute_not_exists(#rowsKey) OR #rowsKey = :rowsKey)',
    ].join(' AND '),
    names: {
      '#state': 'state',
      '#entry': 'entry',
      '#changedAt': 'changedAt',
      '#cluster': 'clusterId',
      '#rowsKey': 'rowsKey',
    },
    values: {
      ':state': row.state,
      ':changedAt': row.entry.changedAt,
      ':cluster': row.clusterId ?? row.id,
      ':rowsKey': row.rowsKey ?? '-',
    },
  });
  return {
    /**
     * To the next unfinished state. What is open already stays where it stands in the index of unfinished work, which
     * then needs no write.
     * @returns the row as it is now; undefined when it has changed since it was read
     */
    advance(row: ArticleRow, state: OpenState, changes: Partial<ArticleRow>): Promise<ArticleRow | undefined> {
      const touchedAt = stamp();
      const opening = row.unfinished ? {} : ({ unfinished: 'open', openedAt: touchedAt } as const);
      return store.articles.updatedIf({ id: row.id }, { ...changes, ...opening, state, touchedAt }, sameRow(row));
    },
    /** To its one counted outcome. A row that has changed meanwhile is left alone: the change brought its own message. */
    async finish(
      row: ArticleRow,
      state: FinalState,
      reason: string | undefined,
      further: Partial<ArticleRow> = {},
    ): Promise<void> {
      await store.articles.updateIf({ id: row.id }, { ...further, reason, ...closed(state, stamp()) }, sameRow(row));
    },
  };
}
