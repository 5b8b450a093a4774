import type { QueueName } from '../../shared/messages.ts';
import type { Queues } from '../../shared/queue/queues.ts';
import type { ArticleRow, ArticleState } from '../../shared/store/rows.ts';
import type { Store } from '../../shared/store/store.ts';

/** Which queue takes an unfinished article on. A collected one's cluster is looked at again; a tagged one is tagged again. */
const queueFor: Partial<Record<ArticleState, QueueName & ('collect' | 'tag')>> = {
  discovered: 'collect',
  collected: 'collect',
  tagged: 'tag',
};

/** Most articles of one state taken up in one run: the rest is still there for the next. */
export const resendLimit = 500;

/**
 * Finds articles that have stood unfinished since `before` (ISO 8601) in the sparse index and sends their message again:
 * a lost message costs minutes, never an article. Each is stamped `now`, so that the next run doesn't send it too.
 * @returns how many were sent again
 */
export async function resendUnfinished(
  before: string,
  now: string,
  ports: { store: Pick<Store, 'articles'>; queues: Pick<Queues, 'send'> },
): Promise<number> {
  let sent = 0;
  for (const [state, queue] of Object.entries(queueFor) as [ArticleState, 'collect' | 'tag'][]) {
    const range = { index: 'unfinished', to: before, limit: resendLimit };
    for await (const row of ports.store.articles.query({ unfinished: state }, 'touchedAt', range)) {
      if (!(await touch(row, now, ports.store))) continue;
      await ports.queues.send(queue, [{ v: 1, articleId: row.id }]);
      sent += 1;
    }
  }
  return sent;
}

/** False when the article has moved on since the index was read. */
const touch = ({ id, touchedAt }: Pick<ArticleRow, 'id' | 'touchedAt'>, now: string, store: Pick<Store, 'articles'>) =>
  store.articles.updateIf(
    { id },
    { touchedAt: now },
    {
      text: 'attribute_exists(unfinished) AND #touchedAt = :touchedAt',
      names: { '#touchedAt': 'touchedAt' },
      values: { ':touchedAt': touchedAt },
    },
  );
