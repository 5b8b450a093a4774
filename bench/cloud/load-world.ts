import { CreateTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { SQSEvent } from 'aws-lambda';
import { createHandler as collectHandler } from '../../functions/collect/handler.ts';
import { gatherSends } from '../../functions/gather-sends.ts';
import { discover } from '../../functions/poll/discover.ts';
import { type Runtime, unobserved } from '../../functions/runtime.ts';
import { createHandler as tagHandler } from '../../functions/tag/handler.ts';
import { createHandler as trendHandler } from '../../functions/trend/handler.ts';
import { canonicalUrl } from '../../shared/article/canonical-url.ts';
import type { Codebook } from '../../shared/codebook/codebook.ts';
import { titleKey } from '../../shared/feed/title-key.ts';
import type { Message, QueueName } from '../../shared/messages.ts';
import { queues as queueList, type TableName } from '../../shared/stages.ts';
import { createTableInput } from '../../shared/store/create-table-input.ts';
import { cachedCodebooks, publishCodebook } from '../../shared/store/published-codebooks.ts';
import { createStore } from '../../shared/store/store.ts';
import { tables } from '../../shared/store/tables.ts';
import { answerWith, inProcessDynamoDb } from '../../test/in-process-dynamodb.ts';
import { CapacityMeter } from './capacity-meter.ts';
import { pageOf, type SyntheticArticle } from './synthetic-articles.ts';

interface Waiting {
  body: string;
  /** Seconds on this machine's clock when it was sent. */
  sentAt: number;
}

const sendsAtOnce = 10;
/** Entries that a poll stores at a time. */
const entriesAtOnce = 8;
const host = 'https://www.outlets.example/news/uk/politics';
const day = '2026-03-10';

/**
 * The pipeline from an entry to a trend point with nothing between its steps but this process: the embedded DynamoDB,
 * metered, queues that hold messages, and a web of synthetic pages.
 */
export class LoadWorld {
  readonly meter = new CapacityMeter();
  readonly runtime: Runtime;
  /** Processor and wall milliseconds by stage, and events handled. */
  readonly work = new Map<string, { cpuMs: number; wallMs: number; events: number }>();
  sqsRequests = 0;
  logBytes = 0;
  /** The longest that a message waited, by queue, in seconds. */
  readonly oldest = new Map<QueueName, number>();
  /** Buckets that articles asked to have recounted. */
  readonly trendMessages: Message<'trend'>[] = [];
  readonly #waiting: Record<QueueName, Waiting[]> = { collect: [], tag: [], trend: [] };
  readonly #pages = new Map<string, string>();
  readonly #client: DynamoDBClient;
  readonly #handlers: Record<QueueName, (event: SQSEvent) => Promise<unknown>>;

  constructor() {
    const nowhere = { region: 'eu-west-2', credentials: { accessKeyId: 'none', secretAccessKey: 'none' } };
    this.#client = answerWith(new DynamoDBClient(nowhere), this.meter.over(inProcessDynamoDb()));
    const store = createStore(this.#client, (table) => table);
    const now = () => Date.parse(`${day}T18:00:00Z`);
    this.runtime = {
      ...{ store, now, random: () => 0.5, ...unobserved },
      ...cachedCodebooks(store, now),
      queues: { send: async (queue, messages) => this.#send(queue, messages), bury: async () => {} },
      web: { get: async (url) => this.#page(url), close: async () => {} },
      log: (line) => {
        this.logBytes += JSON.stringify(line).length;
      },
    };
    const runtimeOf = () => this.runtime;
    this.#handlers = {
      collect: collectHandler(runtimeOf),
      tag: tagHandler(runtimeOf),
      trend: trendHandler(runtimeOf),
    };
  }

  async open(codebook: Codebook): Promise<void> {
    for (const name of Object.keys(tables) as TableName[])
      await this.#client.send(new CreateTableCommand(createTableInput(name, tables[name])));
    await publishCodebook(this.runtime.store, codebook, `${day}T00:00:00.000Z`);
  }

  /** Hands articles in, so many at a time as a poll does. */
  async discover(articles: SyntheticArticle[], dispute: string): Promise<void> {
    const gathered = gatherSends(this.runtime.queues);
    const ports = { ...this.runtime, queues: gathered.queues, feed: { disputes: [dispute], aggregator: false } };
    await this.#timed('poll', async () => {
      for (let from = 0; from < articles.length; from += entriesAtOnce) {
        const entries = articles.slice(from, from + entriesAtOnce).map((article) => this.#publish(article));
        await Promise.all(entries.map((entry) => gathered.run(() => discover(entry, ports))));
      }
    });
  }

  /** Puts the article's page on the web. @returns the entry that names it */
  #publish(article: SyntheticArticle) {
    const url = `${host}${article.path}`;
    const published = `${day}T${String(8 + (Number(article.path.split('/')[1]) % 10)).padStart(2, '0')}:00:00.000Z`;
    this.#pages.set(url, pageOf(article, published));
    return {
      ...{ feedUrl: `${host}/rss.xml`, outlet: article.outlet, url, canonicalUrl: canonicalUrl(url)! },
      ...{ entryId: url, title: article.title, published, dateSource: 'published' as const },
      ...{ dateFlag: null, summary: article.paragraphs[0]!, firstSeenAt: published },
      titleKey: titleKey(article.outlet, article.title),
    };
  }

  /** Works until nothing waits; stage by stage, in the batches that the cloud's queues make. */
  async drain(): Promise<void> {
    for (const { name, waker } of queueList) {
      const waiting = this.#waiting[name];
      while (waiting.length > 0) {
        const batch = waiting.splice(0, waker.batchSize);
        const age = performance.now() / 1_000 - batch[0]!.sentAt;
        this.oldest.set(name, Math.max(this.oldest.get(name) ?? 0, age));
        // A batch is received and deleted by one request for each ten messages.
        this.sqsRequests += 2 * Math.ceil(batch.length / sendsAtOnce);
        await this.#timed(name, () => this.#handlers[name](eventOf(batch)));
      }
    }
  }

  async #timed(stage: string, work: () => Promise<unknown>): Promise<void> {
    const cpu = process.cpuUsage();
    const start = performance.now();
    await work();
    const { user, system } = process.cpuUsage(cpu);
    const before = this.work.get(stage) ?? { cpuMs: 0, wallMs: 0, events: 0 };
    this.work.set(stage, {
      cpuMs: before.cpuMs + (user + system) / 1_000,
      wallMs: before.wallMs + performance.now() - start,
      events: before.events + 1,
    });
  }

  #send(queue: QueueName, messages: Message<QueueName>[]): void {
    this.sqsRequests += Math.ceil(messages.length / sendsAtOnce);
    for (const message of messages) {
      this.#waiting[queue].push({ body: JSON.stringify(message), sentAt: performance.now() / 1_000 });
      if (queue === 'trend') this.trendMessages.push(message as Message<'trend'>);
    }
  }

  #page(url: string) {
    const body = this.#pages.get(url);
    this.#pages.delete(url);
    return {
      ...{ url, redirects: [], ms: 1, status: body === undefined ? 404 : 200 },
      headers: { 'content-type': 'text/html; charset=utf-8' },
      body: Buffer.from(body ?? ''),
    };
  }
}

const eventOf = (batch: Waiting[]): SQSEvent =>
  ({
    Records: batch.map(({ body }, index) => ({
      ...{ messageId: String(index), receiptHandle: '', body, messageAttributes: {}, md5OfBody: '' },
      ...{ eventSource: 'aws:sqs', eventSourceARN: '', awsRegion: 'eu-west-2' },
      attributes: {
        ...{ ApproximateReceiveCount: '1', SentTimestamp: '', SenderId: '', ApproximateFirstReceiveTimestamp: '' },
      },
    })),
  }) satisfies SQSEvent;
