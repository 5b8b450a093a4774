import { type ArticleRow, isKept, type TextRow } from '../shared/store/rows.ts';
import type { Store } from '../shared/store/store.ts';

/** Articles read at a time. */
const batchSize = 50;

/** Every article of a dispute that has a text, relevant under the current codebook or not, with its newest text; those whose text is no longer kept are left out. */
export async function* storedTexts(
  store: Pick<Store, 'articles' | 'texts'>,
  dispute: string,
): AsyncGenerator<{ article: ArticleRow; text: TextRow }> {
  let batch: ArticleRow[] = [];
  for await (const article of store.articles.scan()) {
    if (!article.disputes.includes(dispute) || article.textRevision === undefined || !article.seriesAt) continue;
    batch.push(article);
    if (batch.length < batchSize) continue;
    yield* await withTexts(batch, store);
    batch = [];
  }
  yield* await withTexts(batch, store);
}

async function withTexts(articles: ArticleRow[], store: Pick<Store, 'texts'>) {
  const texts = await store.texts.getAll(articles.map(({ id, textRevision }) => ({ id, revision: textRevision! })));
  const textOf = new Map(texts.filter(isKept).map((text) => [text.id, text]));
  return articles.flatMap((article) => {
    const text = textOf.get(article.id);
    return text ? [{ article, text }] : [];
  });
}
