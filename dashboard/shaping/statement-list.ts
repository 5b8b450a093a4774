import type { StatementView } from '../data/answers.ts';
import type { SortOrder } from '../state/view-state.ts';
import type { Table } from './csv.ts';

/** Statements in the order asked for; within equals the newest first. */
export function sortedStatements(
  rows: readonly StatementView[],
  order: SortOrder,
  nameOf: (actor: string) => string,
): StatementView[] {
  const newest = (a: StatementView, b: StatementView) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0);
  const by: Record<SortOrder, (a: StatementView, b: StatementView) => number> = {
    newest,
    oldest: (a, b) => newest(b, a),
    confidence: (a, b) => b.confidence - a.confidence || newest(a, b),
    actor: (a, b) => nameOf(a.actor).localeCompare(nameOf(b.actor), 'en') || newest(a, b),
    outlet: (a, b) => a.outlet.localeCompare(b.outlet, 'en') || newest(a, b),
  };
  return [...rows].sort(by[order]);
}

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
