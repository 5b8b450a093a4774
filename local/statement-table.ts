import Table from 'cli-table3';
import type { StatementView } from '../functions/query/evidence.ts';

/** Statements as a table for the terminal. */
export function statementTable(
  statements: Pick<StatementView, 'actor' | 'issue' | 'stance' | 'voice' | 'sentence' | 'rule' | 'confidence'>[],
): string {
  const table = new Table({
    head: ['actor', 'stance', 'issue', 'voice', 'sentence', 'rule', 'conf.'],
    colWidths: [16, 9, 15, 10, 62, 18, 7],
    wordWrap: true,
    style: { head: [], border: [] },
  });
  for (const { actor, stance, issue, voice, sentence, rule, confidence } of statements) {
    table.push([actor, stance, issue, voice, sentence, rule, confidence.toFixed(2)]);
  }
  return table.toString();
}
