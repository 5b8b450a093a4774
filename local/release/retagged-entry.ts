import { tagUnder } from '../../functions/tag/tag-under.ts';
import { type CorpusEntry, inExportOrder } from '../../shared/export/read-corpus.ts';
import { hashOf } from '../../shared/export/tables.ts';
import type { Published } from '../../shared/store/published-codebooks.ts';
import type { ArticleRow } from '../../shared/store/rows.ts';
import { wholeDispute } from '../../shared/trend/series.ts';

/** A line of a release's `articles.jsonl`. */
export interface ReleasedArticle {
  article_id: string;
  url: string;
  title: string | null;
  outlet: string;
  origin_outlet: string;
  cluster_id: string;
  published_at: string;
  date_source: string | null;
  byline: string | null;
  section: string | null;
  language: string | null;
  kind: string | null;
  text_revision: number;
  /** Null when it was no longer kept. */
  text: string | null;
}

/** Whether the article's tags can be made again. */
export const holdsText = (released: ReleasedArticle): released is ReleasedArticle & { text: string } =>
  released.text !== null;

/** The article as the tagger leaves it now; null when it finds the article is not about the dispute. */
export function retaggedEntry(released: ReleasedArticle & { text: string }, published: Published): CorpusEntry | null {
  const { article_id: id, published_at: seriesAt, text_revision: revision, title } = released;
  const described = {
    id,
    url: released.url,
    outlet: released.outlet,
    originOutlet: released.origin_outlet,
    clusterId: released.cluster_id,
    seriesAt,
    ...(released.date_source && { seriesAtSource: released.date_source as ArticleRow['seriesAtSource'] & string }),
    byline: released.byline ?? undefined,
    section: released.section ?? undefined,
    language: released.language ?? undefined,
    ...(released.kind && { kind: released.kind as ArticleRow['kind'] & string }),
  };
  const text = { id, revision, title, text: released.text, hash: hashOf(released.text), cut: 0, fetchedAt: seriesAt };
  const { mentions, statements } = tagUnder(published, described, text);
  const counted = mentions.find(({ actor }) => actor === wholeDispute);
  if (!counted) return null;
  return {
    article: { ...unfetched, ...described },
    text,
    counted,
    ...inExportOrder(
      mentions.filter((row) => row !== counted),
      statements,
    ),
  };
}

/** What a release says nothing of, and no table of it holds. */
const unfetched: Omit<ArticleRow, 'id' | 'url' | 'outlet'> = {
  feedUrl: '',
  disputes: [],
  title: null,
  state: 'counted',
  touchedAt: '',
  firstSeenAt: '',
  entry: { hash: '', published: null, dateSource: 'none', summary: null, changedAt: '' },
};
