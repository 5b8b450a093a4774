import type { ArticleRow, MentionRow, StatementRow, StoredText } from '../store/rows.ts';
import type { Store } from '../store/store.ts';
import { toArray } from '../store/to-array.ts';
import { seriesOf, wholeDispute } from '../trend/series.ts';

/** An article of a dispute with all its tags. */
export interface CorpusEntry {
  article: ArticleRow;
  text: StoredText;
  /** One an actor mentioned; not the row of the dispute as a whole. */
  mentions: MentionRow[];
  statements: StatementRow[];
  /** The row of the dispute as a whole: outlet, cluster and instant as they are counted. */
  counted: MentionRow;
}

export type CorpusStore = Pick<Store, 'articles' | 'texts' | 'mentions' | 'statements'>;

/** Articles read at a time: what a reader holds in memory at the most. */
const batchSize = 25;

/**
 * Reads the tagged articles of a dispute in the order of time, however many there are, in constant memory.
 * @param instants first and last instant, ISO 8601
 */
export async function* readCorpus(
  store: CorpusStore,
  dispute: string,
  instants: { from: string; to: string },
): AsyncGenerator<CorpusEntry> {
  // Small pages: rows that wait long are garbage that the collector takes late.
  const range = { from: instants.from, to: `${instants.to}#~`, pageSize: 4 * batchSize };
  let batch: MentionRow[] = [];
  for await (const row of store.mentions.query({ series: seriesOf(dispute, wholeDispute) }, 'at', range)) {
    batch.push(row);
    if (batch.length < batchSize) continue;
    yield* await readEntries(batch, dispute, store);
    batch = [];
  }
  yield* await readEntries(batch, dispute, store);
}

async function readEntries(rows: MentionRow[], dispute: string, store: CorpusStore): Promise<CorpusEntry[]> {
  const [articles, texts] = await Promise.all([
    store.articles.getAll(rows.map(({ articleId }) => ({ id: articleId }))),
    store.texts.getAll(rows.map(({ articleId, textRevision }) => ({ id: articleId, revision: textRevision }))),
  ]);
  const articleOf = new Map(articles.map((article) => [article.id, article]));
  const textOf = new Map(texts.map((text) => [text.id, text]));
  const entries = await Promise.all(
    rows.map(async (counted) => {
      const article = articleOf.get(counted.articleId);
      const text = textOf.get(counted.articleId);
      return article && text ? { article, text, counted, ...(await readTags(article, counted, dispute, store)) } : null;
    }),
  );
  return entries.filter((entry) => entry !== null);
}

async function readTags({ rows = {} }: ArticleRow, { at }: MentionRow, dispute: string, store: CorpusStore) {
  const ofDispute = Object.keys(rows).filter((series) => series.startsWith(seriesOf(dispute, '')));
  const actors = ofDispute.filter((series) => series !== seriesOf(dispute, wholeDispute)).sort();
  const [mentions, statements] = await Promise.all([
    store.mentions.getAll(actors.map((series) => ({ series, at }))),
    Promise.all(
      actors
        .filter((series) => rows[series]! > 0)
        .map((series) => toArray(store.statements.query({ series }, 'at', { prefix: `${at}#` }))),
    ),
  ]);
  return inExportOrder(mentions, statements.flat());
}

/** Mentions by actor, statements by their place in the text: the same rows are always exported in the same order. */
export function inExportOrder(
  mentions: readonly MentionRow[],
  statements: readonly StatementRow[],
): Pick<CorpusEntry, 'mentions' | 'statements'> {
  const bySeries = (a: { series: string }, b: { series: string }) => (a.series < b.series ? -1 : 1);
  const start = ({ evidence }: StatementRow) => evidence[0];
  return {
    mentions: [...mentions].sort(bySeries),
    statements: [...statements].sort((a, b) => start(a) - start(b) || bySeries(a, b)),
  };
}
