import type { TableName } from '../../shared/stages.ts';
import { type IndexDefinition, tables } from '../../shared/store/tables.ts';
import type { AnswerCommand } from '../../test/in-process-dynamodb.ts';

/** Units of one table: writes of 1 KB, consistent reads of 4 KB, and requests. */
export interface TableUnits {
  writeUnits: number;
  indexWriteUnits: number;
  readUnits: number;
  requests: number;
}

interface Input {
  TableName?: string;
  RequestItems?: Record<string, unknown>;
  Item?: Record<string, { S?: string }>;
  Key?: Record<string, { S?: string }>;
  ExpressionAttributeNames?: Record<string, string>;
  ExpressionAttributeValues?: Record<string, { S?: string }>;
}
type Consumed = { TableName: string; CapacityUnits: number };

const writes = new Set(['PutItem', 'UpdateItem', 'DeleteItem']);
const reads = new Set(['GetItem', 'Query', 'Scan', 'BatchGetItem']);

/** Adds up what every request consumed, as DynamoDB itself reports it (ReturnConsumedCapacity), by table and key. */
export class CapacityMeter {
  readonly tables = new Map<TableName, TableUnits>();
  /** Write units by `table key`, indexes as `table/index key`. */
  readonly keys = new Map<string, number>();
  readonly #indexed = new Map<string, string>();

  /** The engine, metered. */
  over(engine: AnswerCommand): AnswerCommand {
    return async (command, input) => {
      if (!writes.has(command) && !reads.has(command)) return engine(command, input);
      const answer = await engine(command, { ...input, ReturnConsumedCapacity: 'TOTAL' });
      const { ConsumedCapacity } = answer as { ConsumedCapacity?: Consumed | Consumed[] };
      for (const each of [ConsumedCapacity ?? []].flat()) this.#note(command, input as Input, each);
      return answer;
    };
  }

  /** All units of one kind. */
  total(kind: keyof TableUnits): number {
    return [...this.tables.values()].reduce((sum, units) => sum + units[kind], 0);
  }

  #note(command: string, input: Input, { TableName, CapacityUnits }: Consumed): void {
    const table = TableName as TableName;
    const units = this.tables.get(table) ?? { writeUnits: 0, indexWriteUnits: 0, readUnits: 0, requests: 0 };
    this.tables.set(table, units);
    units.requests += 1;
    if (reads.has(command)) {
      units.readUnits += CapacityUnits;
      return;
    }
    units.writeUnits += CapacityUnits;
    const { partition, indexes = [] } = tables[table];
    this.#addKey(`${table} ${(input.Item ?? input.Key)?.[partition.name]?.S}`, CapacityUnits);
    for (const index of indexes) {
      const row = `${table} ${JSON.stringify(keyOf(table, input))}`;
      const before = this.#indexed.get(`${row} ${index.name}`);
      const after = indexKey(command, input, index, before);
      if (after === before) continue;
      if (after === undefined) this.#indexed.delete(`${row} ${index.name}`);
      else this.#indexed.set(`${row} ${index.name}`, after);
      const each = [before, after].filter((key) => key !== undefined);
      units.indexWriteUnits += each.length;
      for (const key of each) this.#addKey(`${table}/${index.name} ${key.split(' ')[0]}`, 1);
    }
  }

  #addKey(key: string, units: number): void {
    this.keys.set(key, (this.keys.get(key) ?? 0) + units);
  }
}

const keyOf = (table: TableName, input: Input) => {
  const { partition, sort } = tables[table];
  const row = input.Item ?? input.Key ?? {};
  return [row[partition.name], sort && row[sort.name]];
};

/**
 * A row's key in an index after a write, undefined where it doesn't stand there. The embedded DynamoDB doesn't count the
 * units of indexes: one to put a row in or take it out, both where its key changes, none where it stays (DynamoDB
 * developer guide, "Using global secondary indexes", write capacity units).
 */
function indexKey(
  command: string,
  input: Input,
  { partition, sort }: IndexDefinition,
  before: string | undefined,
): string | undefined {
  if (command === 'DeleteItem') return undefined;
  if (command === 'PutItem') {
    const key = input.Item?.[partition.name]?.S;
    return key === undefined ? undefined : `${key} ${input.Item?.[sort.name]?.S}`;
  }
  const [beforePartition, beforeSort] = before?.split(' ') ?? [];
  const key = changed(input, partition.name, beforePartition);
  return key === undefined ? undefined : `${key} ${changed(input, sort.name, beforeSort)}`;
}

/** The attribute's value after an update: what is set, undefined where it is removed, else what it was. */
function changed(input: Input, attribute: string, before: string | undefined): string | undefined {
  const names = Object.entries(input.ExpressionAttributeNames ?? {});
  const place = names.find(([name, named]) => named === attribute && name.startsWith('#c'))?.[0];
  return place ? input.ExpressionAttributeValues?.[place.replace('#', ':')]?.S : before;
}
