import type { QueueName } from '../../shared/messages.ts';
import type { Queues } from '../../shared/queue/queues.ts';
import type { ArticleState } from '../../shared/store/rows.ts';
import type { Store } from '../../shared/store/store.ts';

/** Which queue takes an unfinished article on. A collected one's cluster is looked at again; a tagged one is tagged again. */
const queueFor: Partial<Record<ArticleState, QueueName & ('collect' | 'tag')>> = {
  discovered: 'collect',
  collected: 'collect',
  tagged: 'tag',
};

/** Most articles looked at in one run: the rest is still there for the next. */
const resendLimit = 500;

/**
 * Finds articles that have stood unfinished and untouched since `before` (ISO 8601) by the sparse index and sends their
 * message again: a lost message costs minutes, never an article. Each is stamped `now`, so that the next run doesn't send
 * it too. The index tells since when work is open; a step that was taken since then is seen by the article alone.
 * @returns how many were sent again
 */
export async function resendUnfinished(
  before: string,
  now: string,
  ports: { store: Pick<Store, 'articles'>; queues: Pick<Queues, 'send'> },
): Promise<number> {
  let sent = 0;
  const range = { index: 'unfinished', to: before, limit: resendLimit };
  for await (const { id } of ports.store.articles.query({ unfinished: 'open' }, 'openedAt', range)) {
    const row = await takeUp(id, before, now, ports.store);
    const queue = row && queueFor[row.state];
    if (!queue) continue;
    await ports.queues.send(queue, [{ v: 1, articleId: id }]);
    sent += 1;
  }
  return sent;
}

/** Undefined when the article has moved on since the index was read, or was touched later than its work was opened. */
const takeUp = (id: string, before: string, now: string, store: Pick<Store, 'articles'>) =>
  store.articles.updatedIf(
    { id },
    { openedAt: now, touchedAt: now },
    {
      text: 'attribute_exists(unfinished) AND #touchedAt <= :before',
      names: { '#touchedAt': 'touchedAt' },
      values: { ':before': before },
    },
  );
