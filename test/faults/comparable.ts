import type { ArticleRow, SignatureRow, TextRow } from '../../shared/store/rows.ts';

/** Tables that tell what was asked and when, and so must differ where something went wrong. */
const journals = new Set(['Feeds', 'Hosts']);

/**
 * A dump without what tells of the way rather than of the end: when each step was taken, and what polls remember. All
 * that Picketline says of the news is left.
 */
export function comparable(dump: Record<string, string[]>): Record<string, string[]> {
  const tables = Object.entries(dump).filter(([table]) => !journals.has(table));
  return Object.fromEntries(
    tables.map(([table, rows]) => [table, rows.flatMap((row) => outcomeOf(table, row)).sort()]),
  );
}

function outcomeOf(table: string, line: string): string[] {
  const row = JSON.parse(line);
  if (table === 'Articles') return [JSON.stringify(articleOutcome(row))];
  if (table === 'Texts') return [JSON.stringify({ ...(row as TextRow), fetchedAt: '' })];
  if (table === 'Signatures') return [JSON.stringify(signatureOutcome(row))];
  // What each feed brought and when is a journal too.
  return table === 'Trends' && row.series.endsWith('#~feeds') ? [] : [line];
}

const articleOutcome = ({ touchedAt: _, fetchedAt: __, firstSeenAt: ___, entry, ...row }: ArticleRow) => ({
  ...row,
  entry: { ...entry, changedAt: '' },
});

/** A headline is filed under when it was first seen. */
const signatureOutcome = (row: SignatureRow) => (row.band.startsWith('title:') ? { ...row, at: row.articleId } : row);
