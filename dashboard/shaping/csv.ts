export type Value = string | number | null;

/** A table as people and programs read it: what stands behind a chart. */
export interface Table {
  columns: string[];
  rows: Value[][];
}

/**
 * CSV by RFC 4180, UTF-8, with a header. A text that a spreadsheet would take for a formula gets an apostrophe before it
 * (OWASP, "CSV Injection"): headlines come from outside.
 */
export function toCsv({ columns, rows }: Table): string {
  return [columns, ...rows].map((row) => `${row.map(field).join(',')}\r\n`).join('');
}

function field(value: Value): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
