import {
  type AttributeValue,
  BatchGetItemCommand,
  ConditionalCheckFailedException,
  DeleteItemCommand,
  type DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  ScanCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import type { Packing } from './packing.ts';

type Row = object;
type KeyValue = Record<string, string | number>;

/** A condition or update in DynamoDB's expression language, with its values unmarshalled. */
export interface Expression {
  text: string;
  names?: Record<string, string>;
  values?: Record<string, unknown>;
}

/** Which rows of one partition: an inclusive range of sort keys, or a prefix. */
export interface Range {
  from?: string;
  to?: string;
  prefix?: string;
  /** Newest first. */
  descending?: boolean;
  limit?: number;
  /** Rows asked for at once, where few are likely to be taken. */
  pageSize?: number;
  index?: string;
  /** Only these attributes of each row: less to send and to read. */
  attributes?: string[];
  /** Only rows whose attribute has one of the values. The others are read (and paid for) too, but not sent. */
  where?: { attribute: string; values: readonly string[] } | undefined;
  /** Read what was written last (indexes can't). */
  consistent?: boolean;
}

const marshalled = (row: object) => marshall(row, { removeUndefinedValues: true });
/** DynamoDB refuses a list of values that is there but empty. */
const values = (expression: Pick<Expression, 'values'>) =>
  Object.keys(expression.values ?? {}).length > 0 && { ExpressionAttributeValues: marshalled(expression.values ?? {}) };

/**
 * The few ways in which Picketline touches a DynamoDB table. `T` is the shape of its rows. Attributes with a packing are
 * stored as bytes, and read and written here as what they hold; conditions and filters can't ask for them.
 */
export class Table<T extends Row> {
  readonly #client: DynamoDBClient;
  readonly #packings: [attribute: string, packing: Packing][];
  readonly name: string;

  constructor(client: DynamoDBClient, name: string, packings: Readonly<Record<string, Packing>> = {}) {
    this.#client = client;
    this.#packings = Object.entries(packings);
    this.name = name;
  }

  /** The row as it is stored. */
  itemOf(row: T): Record<string, AttributeValue> {
    return marshalled(this.#packed(row));
  }

  #packed(row: Partial<T>): object {
    const packed: Record<string, unknown> = { ...row };
    for (const [name, { pack }] of this.#packings)
      if (packed[name] !== undefined && packed[name] !== '') packed[name] = pack(packed[name]);
    return packed;
  }

  #rowOf(item: Record<string, AttributeValue>): T {
    const row = unmarshall(item);
    for (const [name, { unpack }] of this.#packings) if (row[name] instanceof Uint8Array) row[name] = unpack(row[name]);
    return row as T;
  }

  /** The row under the key, read consistently. */
  async get(key: KeyValue): Promise<T | undefined> {
    const { Item } = await this.#client.send(
      new GetItemCommand({ TableName: this.name, Key: marshalled(key), ConsistentRead: true }),
    );
    return Item && this.#rowOf(Item);
  }

  /** The rows under the keys, in no order; keys without a row are left out. */
  async getAll(keys: KeyValue[]): Promise<T[]> {
    const rows: T[] = [];
    for (let from = 0; from < keys.length; from += 100) {
      rows.push(...(await this.#getBatch(keys.slice(from, from + 100))));
    }
    return rows;
  }

  async #getBatch(keys: KeyValue[]): Promise<T[]> {
    const rows: T[] = [];
    let pending: Record<string, { Keys: Record<string, never>[] }> | undefined = {
      [this.name]: { Keys: keys.map((key) => marshalled(key) as Record<string, never>) },
    };
    while (pending && Object.keys(pending).length > 0) {
      const reply: { Responses?: unknown; UnprocessedKeys?: unknown } = await this.#client.send(
        new BatchGetItemCommand({ RequestItems: pending }),
      );
      const found = (reply.Responses as Record<string, Record<string, never>[]>)?.[this.name] ?? [];
      rows.push(...found.map((item) => this.#rowOf(item)));
      pending = reply.UnprocessedKeys as typeof pending;
    }
    return rows;
  }

  async put(row: T): Promise<void> {
    await this.#client.send(new PutItemCommand({ TableName: this.name, Item: this.itemOf(row) }));
  }

  /** Writes the row only where the condition holds of what stands there. Says whether it was written. */
  putIf(row: T, condition: Expression): Promise<boolean> {
    return heldCondition(
      this.#client.send(
        new PutItemCommand({
          TableName: this.name,
          Item: this.itemOf(row),
          ConditionExpression: condition.text,
          ExpressionAttributeNames: condition.names,
          ...values(condition),
        }),
      ),
    );
  }

  /** Sets (or, where undefined, removes) the attributes if the condition holds. Says whether it did. */
  updateIf(key: KeyValue, changes: Partial<T>, condition: Expression): Promise<boolean> {
    return heldCondition(this.#client.send(this.#update(key, changes, condition)));
  }

  /** The same. @returns the row as it is then, undefined where the condition doesn't hold */
  async updatedIf(key: KeyValue, changes: Partial<T>, condition: Expression): Promise<T | undefined> {
    const command = this.#update(key, changes, condition, 'ALL_NEW');
    const reply = await answerIfHeld(this.#client.send(command));
    return reply?.Attributes && this.#rowOf(reply.Attributes);
  }

  #update(key: KeyValue, changes: Partial<T>, condition: Expression, ReturnValues?: 'ALL_NEW'): UpdateItemCommand {
    const update = updateExpression(this.#packed(changes));
    return new UpdateItemCommand({
      TableName: this.name,
      Key: marshalled(key),
      UpdateExpression: update.text,
      ConditionExpression: condition.text,
      ExpressionAttributeNames: { ...update.names, ...condition.names },
      ...values({ values: { ...update.values, ...condition.values } }),
      ReturnValues,
    });
  }

  /** Adds to a number of the row (0 where it has none) and sets other attributes, if the condition holds. Says whether it did. */
  addIf(
    key: KeyValue,
    sum: { name: keyof T & string; by: number },
    changes: Partial<T>,
    condition: Expression,
  ): Promise<boolean> {
    const update = updateExpression(this.#packed(changes));
    return heldCondition(
      this.#client.send(
        new UpdateItemCommand({
          TableName: this.name,
          Key: marshalled(key),
          UpdateExpression: `${update.text} ADD #sum :by`,
          ConditionExpression: condition.text,
          ExpressionAttributeNames: { ...update.names, ...condition.names, '#sum': sum.name },
          ...values({ values: { ...update.values, ...condition.values, ':by': sum.by } }),
        }),
      ),
    );
  }

  /** Deletes the row if the condition holds. Says whether it did. */
  deleteIf(key: KeyValue, condition: Expression): Promise<boolean> {
    return heldCondition(
      this.#client.send(
        new DeleteItemCommand({
          TableName: this.name,
          Key: marshalled(key),
          ConditionExpression: condition.text,
          ExpressionAttributeNames: condition.names,
          ...values(condition),
        }),
      ),
    );
  }

  async delete(key: KeyValue): Promise<void> {
    await this.#client.send(new DeleteItemCommand({ TableName: this.name, Key: marshalled(key) }));
  }

  /** The rows of one partition in the order of their sort keys, page by page as they are consumed. */
  async *query(partition: KeyValue, sortName: string, range: Range = {}): AsyncGenerator<T> {
    for await (const { rows } of this.pages(partition, sortName, range)) yield* rows;
  }

  /**
   * The same by pages, each with the number of rows read for it: with `where` it may be more than are given, and `limit`
   * bounds what is read.
   */
  async *pages(partition: KeyValue, sortName: string, range: Range = {}): AsyncGenerator<{ rows: T[]; read: number }> {
    let left = range.limit ?? Number.POSITIVE_INFINITY;
    let start: Record<string, never> | undefined;
    do {
      const atOnce = Math.min(left, range.pageSize ?? Number.POSITIVE_INFINITY);
      const reply = await this.#client.send(
        new QueryCommand({
          TableName: this.name,
          ...queryExpressions(partition, sortName, range),
          IndexName: range.index,
          ScanIndexForward: !range.descending,
          ConsistentRead: range.consistent ?? false,
          ...(Number.isFinite(atOnce) && { Limit: atOnce }),
          ExclusiveStartKey: start,
        }),
      );
      const read = reply.ScannedCount ?? 0;
      yield { rows: (reply.Items ?? []).map((item) => this.#rowOf(item)), read };
      left -= read;
      start = reply.LastEvaluatedKey as typeof start;
    } while (start && left > 0);
  }

  /** Every row: for small tables, exports and tests. */
  async *scan(): AsyncGenerator<T> {
    let start: Record<string, never> | undefined;
    do {
      const reply = await this.#client.send(
        new ScanCommand({ TableName: this.name, ConsistentRead: true, ExclusiveStartKey: start }),
      );
      for (const item of reply.Items ?? []) yield this.#rowOf(item);
      start = reply.LastEvaluatedKey as typeof start;
    } while (start);
  }
}

const heldCondition = async (request: Promise<object>): Promise<boolean> => (await answerIfHeld(request)) !== undefined;

/** Undefined where the condition didn't hold. */
async function answerIfHeld<Answer extends object>(request: Promise<Answer>): Promise<Answer | undefined> {
  try {
    return await request;
  } catch (thrown) {
    if (thrown instanceof ConditionalCheckFailedException) return undefined;
    throw thrown;
  }
}

function updateExpression(changes: object): Required<Expression> {
  const names: Record<string, string> = {};
  const set: Record<string, unknown> = {};
  const assignments: string[] = [];
  const removals: string[] = [];
  Object.entries(changes).forEach(([name, value], index) => {
    names[`#c${index}`] = name;
    if (value === undefined) removals.push(`#c${index}`);
    else {
      set[`:c${index}`] = value;
      assignments.push(`#c${index} = :c${index}`);
    }
  });
  const clauses = [
    assignments.length > 0 ? `SET ${assignments.join(', ')}` : '',
    removals.length > 0 ? `REMOVE ${removals.join(', ')}` : '',
  ];
  return { text: clauses.join(' ').trim(), names, values: set };
}

/** What a query asks for, in DynamoDB's expression language. */
function queryExpressions(partition: KeyValue, sortName: string, range: Range) {
  const [[partitionName, partitionValue]] = Object.entries(partition) as [[string, string | number]];
  const sort = sortCondition(range);
  const { attributes, where } = range;
  const operands = Object.fromEntries((where?.values ?? []).map((value, index) => [`:w${index}`, value]));
  return {
    KeyConditionExpression: `#partition = :partition${sort.text}`,
    ...(attributes && { ProjectionExpression: attributes.map((_, index) => `#a${index}`).join(', ') }),
    ...(where && { FilterExpression: `#where IN (${Object.keys(operands).join(', ')})` }),
    ExpressionAttributeNames: {
      '#partition': partitionName,
      ...(sort.text && { '#sort': sortName }),
      ...(where && { '#where': where.attribute }),
      ...Object.fromEntries((attributes ?? []).map((name, index) => [`#a${index}`, name])),
    },
    ExpressionAttributeValues: marshalled({ ':partition': partitionValue, ...sort.values, ...operands }),
  };
}

function sortCondition(range: Range): { text: string; values: Record<string, string> } {
  if (range.prefix !== undefined) {
    return { text: ' AND begins_with(#sort, :prefix)', values: { ':prefix': range.prefix } };
  }
  const { from, to } = range;
  if (from !== undefined && to !== undefined) {
    return { text: ' AND #sort BETWEEN :from AND :to', values: { ':from': from, ':to': to } };
  }
  if (from !== undefined) return { text: ' AND #sort >= :from', values: { ':from': from } };
  if (to !== undefined) return { text: ' AND #sort <= :to', values: { ':to': to } };
  return { text: '', values: {} };
}
