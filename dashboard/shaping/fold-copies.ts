/** What folding needs of a row. */
export interface Foldable {
  tag: string;
  clusterId: string;
  actor: string;
  sentence: string | null;
  at: string;
  outlet: string;
}

/** A row, and the same sentence in copies of the same text. */
export interface Folded<Row> {
  row: Row;
  copies: Row[];
}

/** Folds a syndicated sentence into its earliest row. The order of first appearance is kept; nothing is dropped. */
export function foldCopies<Row extends Foldable>(
  rows: readonly Row[],
  kind: (row: Row) => string = () => '',
): Folded<Row>[] {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const key = JSON.stringify([row.clusterId, row.actor, row.sentence ?? row.tag, kind(row)]);
    const group = groups.get(key) ?? [];
    group.push(row);
    groups.set(key, group);
  }
  return [...groups.values()].map((group) => {
    const [row, ...copies] = [...group].sort((a, b) => (a.at < b.at ? -1 : 1));
    return { row: row!, copies };
  });
}
