import type { QueueName } from '../../shared/messages.ts';
import type { Queues } from '../../shared/queue/queues.ts';
import type { ArticleRow, ArticleState } from '../../shared/store/rows.ts';
import type { Store } from '../../shared/store/store.ts';

/** Which queue takes an unfinished article on. A tagged one is tagged again: that asks for its recount. */
const queueFor: Partial<Record<ArticleState, QueueName & ('collect' | 'tag')>> = {
  discovered: 'collect',
  collected: 'tag',
  tagged: 'tag',
};

/** Most articles taken up in one run: the rest is still there for the next. */
const limit = 500;

/**
 * Finds articles that have stood unfinished since `before` (ISO 8601) in the sparse index and sends their message again:
 * a lost message costs minutes, never an article.
 * @returns how many were sent again
 */
export async function resendUnfinished(
  before: string,
  ports: { store: Pick<Store, 'articles'>; queues: Pick<Queues, 'send'> },
): Promise<number> {
  let sent = 0;
  for (const [state, queue] of Object.entries(queueFor) as [ArticleState, 'collect' | 'tag'][]) {
    const range = { index: 'unfinished', to: before, limit };
    for await (const row of ports.store.articles.query({ unfinished: state }, 'touchedAt', range)) {
      await ports.queues.send(queue, [{ v: 1, articleId: (row as Pick<ArticleRow, 'id'>).id }]);
      sent += 1;
    }
  }
  return sent;
}
