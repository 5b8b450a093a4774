import { articleStates } from '../shared/store/article-states.ts';
import type { Runtime } from './runtime.ts';

/** Closes the article of a message that is tried no more as failed, with the reason. */
export function giveUpArticle(runtime: Pick<Runtime, 'store' | 'now'>) {
  return async ({ articleId }: { articleId: string }, reason: string): Promise<void> => {
    const row = await runtime.store.articles.get({ id: articleId });
    if (row?.unfinished) await articleStates(runtime.store, runtime.now).finish(row, 'failed', reason);
  };
}
