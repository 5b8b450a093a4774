import type { ArticleRow } from '../../shared/store/rows.ts';
import type { DeliveryRow, Store } from '../../shared/store/store.ts';

/** What stands in the place of a message that was erased. */
const gone = '(erased on request)';

/** Erases the messages that link to one of the articles. */
export function eraseFromDeliveries(
  articles: Pick<ArticleRow, 'url'>[],
  store: Pick<Store, 'deliveries'>,
): Promise<number> {
  const links = articles.flatMap(({ url }) => (url === '' ? [] : [url, JSON.stringify(url).slice(1, -1)]));
  return eraseDeliveries(
    ({ text, posted }) => links.some((link) => text.includes(link) || posted.includes(link)),
    store,
  );
}

/**
 * Erases the words of messages. One that was delivered stays on record, or it would be delivered again; one that still waits
 * is dropped, and composed anew of what is left. Slack keeps what was posted: that must be deleted there.
 * @returns how many
 */
export async function eraseDeliveries(
  holds: (row: DeliveryRow) => boolean,
  store: Pick<Store, 'deliveries'>,
): Promise<number> {
  let count = 0;
  for await (const row of store.deliveries.scan()) {
    if (!holds(row)) continue;
    const { dispute, message } = row;
    if (row.state === 'waiting' || row.state === 'refused') await store.deliveries.delete({ dispute, message });
    else await store.deliveries.put({ ...row, text: gone, posted: JSON.stringify(gone) });
    count += 1;
  }
  return count;
}
