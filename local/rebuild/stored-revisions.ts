import type { FoundText } from '../../shared/export/found-words.ts';
import { isKept } from '../../shared/store/rows.ts';
import type { Store } from '../../shared/store/store.ts';
import { toArray } from '../../shared/store/to-array.ts';

/** Every text that is still kept of an article, also where it moved to its canonical address. */
export async function storedRevisions(store: Pick<Store, 'articles' | 'texts'>, id: string): Promise<FoundText[]> {
  const article = await store.articles.get({ id });
  const moved = article?.state === 'alias' ? article.reason?.split(':')[1] : undefined;
  return (await toArray(store.texts.query({ id: moved ?? id }, 'revision'))).filter(isKept);
}
