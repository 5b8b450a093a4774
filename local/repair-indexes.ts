import type { Store } from '../shared/store/store.ts';

/**
 * Writes every indexed row again. Dynalite changes an index and its row in two steps, so a process killed between them
 * leaves the two apart (DynamoDB itself doesn't): rewriting a row puts its index entries right.
 */
export async function repairIndexes(store: Pick<Store, 'articles' | 'texts'>): Promise<void> {
  for await (const row of store.articles.scan()) await store.articles.put(row);
  for await (const row of store.texts.scan()) await store.texts.put(row);
}
