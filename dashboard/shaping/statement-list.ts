import type { StatementView } from '../data/answers.ts';
import type { Table } from './csv.ts';

/** Statements as a table for a spreadsheet: one row each, copies not folded. */
export function statementTable(rows: readonly StatementView[], nameOf: (actor: string) => string): Table {
  return {
    columns: [
      ...[
        'published (UTC)',
        'actor',
        'side',
        'issue',
        'how',
        'sentence',
        'outlet',
        'headline',
        'address',
        'text (cluster)',
      ],
      ...['rule', 'confidence', 'codebook', 'tagger'],
    ],
    rows: rows.map((row) => [
      ...[row.at, nameOf(row.actor), row.stance, row.issue, row.voice, row.sentence, row.outlet, row.title, row.url],
      ...[row.clusterId, row.rule, row.confidence, row.codebookVersion, row.taggerVersion],
    ]),
  };
}
