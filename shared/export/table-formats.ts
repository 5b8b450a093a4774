import { stringify } from 'csv-stringify/sync';
import type { Cell, Field } from './tables.ts';

/** Byte order mark: without one, Excel takes UTF-8 for the machine's own encoding. */
const byteOrderMark = '\ufeff';

/**
 * Rows as CSV (RFC 4180), each with its line end. A cell that a spreadsheet would run as a formula gets an apostrophe in
 * front (OWASP, "CSV Injection"); numbers keep their sign.
 */
export const csvLines = (rows: readonly Cell[][]): string =>
  stringify(rows as Cell[][], { escape_formulas: true, record_delimiter: '\r\n' });

/** The head line of a CSV, with a byte order mark in front if wanted. */
export const csvHead = (fields: readonly Field[], withMark: boolean): string =>
  (withMark ? byteOrderMark : '') + csvLines([fields.map(({ name }) => name)]);

/** Rows as JSON Lines (jsonlines.org): one object a line, fields in the order of the dictionary. */
export const jsonLines = (fields: readonly Field[], rows: readonly Cell[][]): string =>
  rows
    .map((row) => `${JSON.stringify(Object.fromEntries(fields.map(({ name }, index) => [name, row[index]])))}\n`)
    .join('');
