import { CsvError, parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import type { Codebook } from '../codebook/codebook.ts';
import { SettingError } from '../errors.ts';
import { type AuditCode, auditCodes } from './audit-code.ts';
import type { DrawnUnit } from './draw-sample.ts';

const columns = ['unit', 'actor', 'issue', 'sentence', 'paragraph', 'code'] as const;

/** The sheet a coder fills in: CSV with an empty column `code`. Nothing in it tells what the tagger said. */
export function codeSheet(units: readonly DrawnUnit[], { actors, issues }: Codebook): string {
  const nameOf = new Map(actors.map(({ id, name }) => [id, name]));
  const propositionOf = new Map(issues.map(({ id, proposition }) => [id, proposition]));
  const rows = units.map((unit) => [
    unit.id,
    nameOf.get(unit.actor) ?? unit.actor,
    propositionOf.get(unit.issue) ?? unit.issue,
    unit.sentence,
    unit.paragraph,
    '',
  ]);
  return `\ufeff${stringify([[...columns], ...rows], { escape_formulas: true })}`;
}

/**
 * Reads a filled sheet. Units without a code are left out.
 * @param name of the file, for messages
 * @throws SettingError for what is no CSV, other columns, an unknown or repeated unit, or a code that is none, with its line
 */
export function readCodeSheet(text: string, name: string, known: ReadonlySet<string>): Map<string, AuditCode> {
  const codes = new Map<string, AuditCode>();
  for (const { record, info } of readTable(text, name)) {
    const { unit, code } = record;
    const at = `${name}, line ${info.lines}`;
    if (unit === undefined || code === undefined) {
      throw new SettingError(`${name} has no column "unit" or "code".`, 'Fill in the sheet that `audit draw` wrote.');
    }
    if (!known.has(unit))
      throw new SettingError(`${at}: "${unit}" is no unit of this sample.`, 'Give the key of its draw.');
    if (codes.has(unit)) throw new SettingError(`${at}: unit "${unit}" is coded twice.`, 'Leave one of the two lines.');
    const written = code.trim().toLowerCase();
    if (written === '') continue;
    const found = auditCodes.find((allowed) => allowed === written);
    if (!found) {
      throw new SettingError(`${at}: "${code}" is no code.`, `Write one of ${auditCodes.join(', ')}, or nothing.`);
    }
    codes.set(unit, found);
  }
  return codes;
}

function readTable(text: string, name: string): { record: Record<string, string>; info: { lines: number } }[] {
  try {
    return parse(text, { columns: true, bom: true, info: true, relax_column_count: true });
  } catch (cause) {
    if (!(cause instanceof CsvError)) throw cause;
    throw new SettingError(`${name} can't be read as CSV: ${cause.message}`, 'Save the sheet as CSV (UTF-8) again.', {
      cause,
    });
  }
}
