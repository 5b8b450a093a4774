import { articleStates } from '../shared/store/article-states.ts';
import type { Runtime } from './runtime.ts';

/** Closes the article of a message that is tried no more, with the reason. */
export function giveUpArticle(runtime: Pick<Runtime, 'store' | 'queues' | 'now'>) {
  return async ({ articleId }: { articleId: string }, reason: string): Promise<void> => {
    const row = await runtime.store.articles.get({ id: articleId });
    if (!row?.unfinished) return;
    const states = articleStates(runtime.store, runtime.now);
    // An edited story whose page can't be had again keeps the text, and the rows, of its first reading.
    const isReadBefore = row.state === 'discovered' && row.textRevision !== undefined;
    if (!isReadBefore) return states.finish(row, 'failed', reason);
    await states.advance(row, 'collected', { reason: `not-fetched-again:${reason}` });
    await runtime.queues.send('tag', [{ v: 1, articleId }]);
  };
}
