import { signatureOf } from '../../shared/article/signature.ts';
import { hashOf } from '../../shared/export/tables.ts';
import { type ArticleRow, type DroppedText, isKept, type TextRow } from '../../shared/store/rows.ts';
import type { Store } from '../../shared/store/store.ts';
import { toArray } from '../../shared/store/to-array.ts';

export interface RetainPorts {
  store: Pick<Store, 'articles' | 'texts' | 'mentions' | 'statements'>;
  now(): number;
}

/** What became of the texts that were due. */
export interface Dropped {
  dropped: number;
  /** Texts of articles that are being worked on: they are dropped when that is done. */
  inWork: number;
}

/** Texts of one run: what is left is still due in the next. */
export const dropLimit = 5_000;

/**
 * Drops every text that was fetched more than so many days ago. Its tags, hashes, offsets and counts stay, and so does the
 * headline, by which people know an article; the words do not, nor does what the feed said of it.
 */
export async function dropTexts(days: number, ports: RetainPorts): Promise<Dropped> {
  const before = new Date(ports.now() - days * 86_400_000).toISOString();
  const result: Dropped = { dropped: 0, inWork: 0 };
  const due = ports.store.texts.query({ kept: 'kept' }, 'fetchedAt', { index: 'age', to: before, limit: dropLimit });
  for await (const { id, revision } of due) {
    const text = await ports.store.texts.get({ id, revision });
    if (!text || !isKept(text)) continue;
    const article = await ports.store.articles.get({ id });
    if (article?.unfinished && article.textRevision === revision) result.inWork += 1;
    else {
      await drop(text, article, ports);
      result.dropped += 1;
    }
  }
  return result;
}

/**
 * First the article learns that its text goes, so that no re-tagging takes it up; where the run dies between the two, the
 * text is still due.
 */
async function drop(text: TextRow, article: ArticleRow | undefined, ports: RetainPorts): Promise<void> {
  const { store } = ports;
  const droppedAt = new Date(ports.now()).toISOString();
  const isCurrent = article?.textRevision === text.revision;
  if (article && isCurrent) {
    const withoutSummary = { ...article.entry, summary: null };
    await store.articles.updateIf(
      { id: article.id },
      { textDroppedAt: droppedAt, entry: withoutSummary },
      {
        text: 'attribute_not_exists(unfinished) AND #entry.#changedAt = :changedAt',
        names: { '#entry': 'entry', '#changedAt': 'changedAt' },
        values: { ':changedAt': article.entry.changedAt },
      },
    );
  }
  const { text: words, title: _, kept: __, ...rest } = text;
  const shell: DroppedText = {
    ...rest,
    ...{ droppedAt, sha256: hashOf(words), bands: signatureOf(words).bands },
    sentences: article && isCurrent ? await sentenceHashes(words, article, store) : {},
  };
  await store.texts.putIf(shell, { text: 'attribute_exists(id)' });
}

/** The hashes of the sentences that the article's tags rest on: who has the words can still tell them. */
async function sentenceHashes(
  words: string,
  { id, rows = {}, seriesAt }: ArticleRow,
  store: RetainPorts['store'],
): Promise<Record<string, string>> {
  const at = `${seriesAt}#${id}`;
  const series = Object.keys(rows);
  const [mentions, statements] = await Promise.all([
    store.mentions.getAll(series.map((each) => ({ series: each, at }))),
    Promise.all(
      series
        .filter((each) => rows[each]! > 0)
        .map((each) => toArray(store.statements.query({ series: each }, 'at', { prefix: `${at}#` }))),
    ),
  ]);
  const evidence = [
    ...statements.flat().map((row) => row.evidence),
    ...mentions.flatMap((row) => row.mentions.map((mention) => mention.evidence)),
  ];
  const spans = [
    ...evidence.map(([, , start, end]) => [start, end] as const),
    ...mentions.flatMap((row) => row.tones.map(({ sentence }) => sentence)),
  ];
  return Object.fromEntries(spans.map(([start, end]) => [`${start}-${end}`, hashOf(words.slice(start, end))]));
}
