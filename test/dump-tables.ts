import { canonicalJson } from '../shared/codebook/version.ts';
import type { TableName } from '../shared/stages.ts';
import type { Store } from '../shared/store/store.ts';
import { tables } from '../shared/store/tables.ts';
import { toArray } from '../shared/store/to-array.ts';

const storeKeys: Record<TableName, keyof Store> = {
  Feeds: 'feeds',
  Hosts: 'hosts',
  Codebooks: 'codebooks',
  Articles: 'articles',
  Texts: 'texts',
  Signatures: 'signatures',
  Mentions: 'mentions',
  Statements: 'statements',
  Trends: 'trends',
  Deliveries: 'deliveries',
  Marks: 'marks',
  Erasures: 'erasures',
  Audits: 'audits',
  Keys: 'keys',
  KeyUses: 'keyUses',
};

/** Every row of every table as a line of canonical JSON, sorted: equal dumps mean equal tables, byte for byte. */
export async function dumpTables(store: Store): Promise<Record<string, string[]>> {
  const dump: Record<string, string[]> = {};
  for (const name of Object.keys(tables) as TableName[]) {
    const rows = await toArray((store[storeKeys[name]] as { scan(): AsyncIterable<object> }).scan());
    dump[name] = rows.map(canonicalJson).sort();
  }
  return dump;
}

/** The first few rows that stand in one dump only, each with its table: short enough to read when a test fails. */
export function differences(expected: Record<string, string[]>, actual: Record<string, string[]>): string[] {
  const lines = Object.keys(expected).flatMap((table) => {
    const [wanted, got] = [new Set(expected[table]), new Set(actual[table])];
    const missing = [...wanted].filter((row) => !got.has(row)).map((row) => `${table}: missing ${row}`);
    const extra = [...got].filter((row) => !wanted.has(row)).map((row) => `${table}: extra ${row}`);
    return [...missing.slice(0, 2), ...extra.slice(0, 2)];
  });
  return lines.map((line) => line.slice(0, 1_500));
}
