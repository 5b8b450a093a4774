import {
  type AttributeValue,
  BatchWriteItemCommand,
  type DynamoDBClient,
  type WriteRequest,
} from '@aws-sdk/client-dynamodb';
import { localTableName } from '../../local/create-resources.ts';
import type { TableName } from '../../shared/stages.ts';
import type { MentionRow, StatementRow } from '../../shared/store/rows.ts';
import { createStore } from '../../shared/store/store.ts';
import { trendPoint } from '../../shared/trend/trend-point.ts';
import { dispute, syntheticArticle } from './synthetic-corpus.ts';

/** Rows that one request may write. */
const batchRows = 25;
/** Requests on their way at once. */
const atOnce = 6;

/** Writes the synthetic corpus with its points, article by article: a day is held at a time. @returns rows written */
export async function fillStore(client: DynamoDBClient, total: number): Promise<number> {
  const writer = new BatchWriter(client);
  const store = createStore(client, localTableName);
  let day = '';
  let points = new Map<string, { mentions: MentionRow[]; statements: StatementRow[] }>();
  const closeDay = async () => {
    for (const [series, rows] of points)
      await writer.put(
        'Trends',
        store.trends.itemOf({ series, day, rowsDigest: dispute, ...trendPoint(rows.mentions, rows.statements) }),
      );
    points = new Map();
  };
  for (let index = 0; index < total; index += 1) {
    const { article, text, mentions, statements } = syntheticArticle(index, total);
    if (article.seriesAt!.slice(0, 10) !== day) {
      await closeDay();
      day = article.seriesAt!.slice(0, 10);
    }
    await writer.put('Articles', store.articles.itemOf(article));
    await writer.put('Texts', store.texts.itemOf(text));
    for (const row of mentions) {
      await writer.put('Mentions', store.mentions.itemOf(row));
      const point = points.get(row.series) ?? { mentions: [], statements: [] };
      point.mentions.push(row);
      points.set(row.series, point);
    }
    for (const row of statements) {
      await writer.put('Statements', store.statements.itemOf(row));
      points.get(row.series)!.statements.push(row);
    }
  }
  await closeDay();
  await writer.finish();
  return writer.written;
}

class BatchWriter {
  readonly #client: DynamoDBClient;
  #pending: { table: TableName; request: WriteRequest }[] = [];
  readonly #underway = new Set<Promise<void>>();
  written = 0;

  constructor(client: DynamoDBClient) {
    this.#client = client;
  }

  async put(table: TableName, item: Record<string, AttributeValue>): Promise<void> {
    this.#pending.push({ table, request: { PutRequest: { Item: item } } });
    if (this.#pending.length === batchRows) await this.#send();
  }

  async finish(): Promise<void> {
    if (this.#pending.length > 0) await this.#send();
    await Promise.all(this.#underway);
  }

  async #send(): Promise<void> {
    while (this.#underway.size >= atOnce) await Promise.race(this.#underway);
    const sent = this.#write(this.#pending).finally(() => this.#underway.delete(sent));
    this.#underway.add(sent);
    this.#pending = [];
  }

  async #write(rows: { table: TableName; request: WriteRequest }[]): Promise<void> {
    let requests: Record<string, WriteRequest[]> | undefined = {};
    for (const { table, request } of rows) {
      const name = localTableName(table);
      requests[name] = [...(requests[name] ?? []), request];
    }
    while (requests && Object.keys(requests).length > 0) {
      const reply: { UnprocessedItems?: Record<string, WriteRequest[]> | undefined } = await this.#client.send(
        new BatchWriteItemCommand({ RequestItems: requests }),
      );
      requests = reply.UnprocessedItems;
    }
    this.written += rows.length;
  }
}
