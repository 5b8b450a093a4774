import measured from './benchmarks.json' with { type: 'json' };

/** What one measure of the tagger reached on texts coded by people, beside what others reach. Figures are per cent. */
export interface BenchmarkRow {
  pass: string;
  what: string;
  data: string;
  measure: string;
  value: number;
  /** What people who code apart agree at; null where nobody measured it. */
  people: number | null;
  /** Other systems on the same task, best first; on another part of the data where the name says so. */
  peers: { name: string; value: number }[];
  command: string;
  /** The day (YYYY-MM-DD). */
  measured: string;
  /** The pinned floor of `bench/floors.json` that guards it, where one does. */
  floor?: { run: string; measure: string };
}

/** How far the tagger of this version is to be trusted: one table for the API, the page and `docs/accuracy.md`. */
export const benchmarks: { taggerVersion: string; rows: BenchmarkRow[] } = measured;

/** The table as it stands in `docs/accuracy.md`. */
export function benchmarksAsMarkdown({ rows }: typeof benchmarks): string {
  const head = ['what', 'data', 'measure', 'Picketline', 'people', 'best other', 'measured', 'command'];
  const lines = rows.map((row) => [
    ...[row.what, row.data, row.measure, String(row.value), row.people === null ? '' : String(row.people)],
    ...[row.peers[0] ? `${row.peers[0].value} (${row.peers[0].name})` : '', row.measured, `\`${row.command}\``],
  ]);
  return [head, head.map(() => '---'), ...lines].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
