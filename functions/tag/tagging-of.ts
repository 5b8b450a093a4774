import { createHash } from 'node:crypto';
import { disputeOf } from '../../shared/codebook/version.ts';
import { TAGGER_VERSION } from '../../shared/language/tag-article.ts';
import type { Published } from '../../shared/store/published-codebooks.ts';
import type { ArticleRow } from '../../shared/store/rows.ts';

/** The codebooks an article is tagged under: of the standing ones, those of its disputes. */
export const codebooksFor = (row: Pick<ArticleRow, 'disputes'>, standing: Published[]): Published[] =>
  standing.filter(({ codebook }) => row.disputes.includes(disputeOf(codebook.id)));

/** Names a tagging by what it depends on: equal only for the same text, cluster, codebooks, their standing and tagger. */
export function taggingOf(
  row: Pick<ArticleRow, 'textRevision' | 'textHash' | 'clusterId'>,
  published: Published[],
): string {
  const parts = [
    row.textRevision,
    row.textHash,
    row.clusterId,
    TAGGER_VERSION,
    ...published.map(({ codebook, version }) => `${codebook.id} ${version}`),
  ];
  return createHash('sha256').update(parts.join('|')).digest('hex').slice(0, 16);
}
