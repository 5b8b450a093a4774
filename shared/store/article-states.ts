import type { ArticleRow, ArticleState } from './rows.ts';
import type { Store } from './store.ts';

type FinalState = 'counted' | 'irrelevant' | 'failed' | 'alias';

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
     * To the next unfinished state. False when the row has changed since it was read. Where the state stays, so does the
     * instant: the index of unfinished work then needs no write.
     */
    advance(row: ArticleRow, state: ArticleState, changes: Partial<ArticleRow>): Promise<boolean> {
      return store.articles.updateIf(
        { id: row.id },
        { ...changes, state, unfinished: state, touchedAt: state === row.state ? row.touchedAt : stamp() },
        sameRow(row),
      );
    },
    /** To its one counted outcome. A row that has changed meanwhile is left alone: the change brought its own message. */
    async finish(
      row: ArticleRow,
      state: FinalState,
      reason: string | undefined,
      further: Partial<ArticleRow> = {},
    ): Promise<void> {
      const changes = { ...further, state, unfinished: undefined, reason, touchedAt: stamp() };
      await store.articles.updateIf({ id: row.id }, changes, sameRow(row));
    },
  };
}
