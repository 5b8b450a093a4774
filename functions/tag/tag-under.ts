import { isRelevant } from '../../shared/codebook/relevance.ts';
import { wordSignature } from '../../shared/corpus/word-signature.ts';
import { TAGGER_VERSION, tagArticle } from '../../shared/language/tag-article.ts';
import type { Published } from '../../shared/store/published-codebooks.ts';
import type { ArticleRow, MentionRow, StatementRow, TextRow } from '../../shared/store/rows.ts';
import { wholeDispute } from '../../shared/trend/series.ts';
import { taggedRows } from './tagged-rows.ts';

/** What of an article, beside its text, its rows depend on. */
export type TaggableRow = Pick<ArticleRow, 'id' | 'outlet' | 'seriesAt' | 'originOutlet' | 'clusterId'>;

export interface Tagged {
  mentions: MentionRow[];
  statements: StatementRow[];
  /** Why there are none; empty otherwise. */
  reason: string;
}

/** The rows of an article under one codebook. The same text, article and codebook give the same rows. */
export function tagUnder({ codebook, version }: Published, row: TaggableRow, text: TextRow): Tagged {
  const nothing = (reason: string): Tagged => ({ mentions: [], statements: [], reason });
  if (!isRelevant(codebook, `${text.title ?? ''}\n${text.text}`)) return nothing('off-topic');
  const article = { title: text.title ?? '', text: text.text, publishedAt: row.seriesAt! };
  const tags = tagArticle(article, codebook);
  if (tags.language !== codebook.language) return nothing(`language:${tags.language}`);
  const context = {
    articleId: row.id,
    seriesAt: row.seriesAt!,
    outlet: row.outlet,
    originOutlet: row.originOutlet!,
    clusterId: row.clusterId!,
    textRevision: text.revision,
    codebookVersion: version,
    taggerVersion: TAGGER_VERSION,
  };
  const { mentions, statements } = taggedRows(tags, codebook, context);
  return {
    mentions: mentions.map((mention) =>
      mention.actor === wholeDispute
        ? { ...mention, words: wordSignature(`${article.title}\n${article.text}`) }
        : mention,
    ),
    statements: statements.map((statement) => {
      const [, , start, end] = statement.evidence;
      return { ...statement, words: wordSignature(article.text.slice(start, end)) };
    }),
    reason: '',
  };
}
