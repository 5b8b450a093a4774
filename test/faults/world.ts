import { CreateTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { SQSClient } from '@aws-sdk/client-sqs';
import { createHandler as collectHandler } from '../../functions/collect/handler.ts';
import { createHandler as pollHandler } from '../../functions/poll/handler.ts';
import { type Runtime, unobserved } from '../../functions/runtime.ts';
import { createHandler as tagHandler } from '../../functions/tag/handler.ts';
import { createHandler as trendHandler } from '../../functions/trend/handler.ts';
import type { Archive } from '../../local/archive/schema.ts';
import type { QueueName } from '../../shared/messages.ts';
import { createQueues } from '../../shared/queue/queues.ts';
import { queues as queueList, type TableName } from '../../shared/stages.ts';
import { createTableInput } from '../../shared/store/create-table-input.ts';
import { type CodebookReaders, cachedCodebooks, type Published } from '../../shared/store/published-codebooks.ts';
import { createStore, type Store } from '../../shared/store/store.ts';
import { tables } from '../../shared/store/tables.ts';
import { type AnswerCommand, answerWith } from '../in-process-dynamodb.ts';
import type { Plan } from './plan.ts';
import { type Chance, chanceOf } from './random.ts';
import { recordOf, UnrulyQueues } from './unruly-queues.ts';
import { newProcess, type Process, UnrulyRequests } from './unruly-requests.ts';
import { unrulyWeb } from './unruly-web.ts';

/** Every request of these clients is answered in this process. */
const nowhere = { region: 'eu-west-2', credentials: { accessKeyId: 'none', secretAccessKey: 'none' } };

/** Functions' instances that work at once on one queue or several. */
const workers = 3;

type Handlers = Record<QueueName, ReturnType<typeof collectHandler>> & { poll: ReturnType<typeof pollHandler> };

interface Instance {
  process: Process;
  handlers: Handlers;
  runtime: Runtime;
  sqs: SQSClient;
}

/**
 * The deployed pipeline under a plan of faults: several instances of its functions, each with clients, memory and a
 * clock of its own, over one embedded DynamoDB, queues as unruly as SQS may be, and the archive's site.
 */
export class World {
  readonly clock = { now: 0 };
  readonly requests: UnrulyRequests;
  readonly queues: UnrulyQueues;
  /** The store as somebody sees it to whom nothing happens. */
  readonly store: Store;
  readonly calm: Instance;
  readonly #plan: Plan;
  readonly #chance: Chance;
  readonly #engine: AnswerCommand;
  readonly #client: DynamoDBClient;
  readonly #archive: Archive;
  readonly #nameOf: (table: TableName) => string;
  readonly #instances: Instance[];

  constructor(plan: Plan, engine: AnswerCommand, archive: Archive, run: number) {
    this.#plan = plan;
    this.#engine = engine;
    this.#archive = archive;
    this.#chance = chanceOf(plan.seed + 1_000_003);
    this.#nameOf = (table) => `run${run}-${table}`;
    this.requests = new UnrulyRequests(plan, this.#chance);
    this.queues = new UnrulyQueues(plan, this.#chance, this.requests);
    this.#client = answerWith(new DynamoDBClient(nowhere), engine);
    this.store = createStore(this.#client, this.#nameOf);
    const calm = new UnrulyRequests({ ...plan, site: null, budget: 0 }, this.#chance);
    this.calm = this.#instance('calm', 0, calm);
    this.#instances = Array.from({ length: workers }, (_, index) => this.#instance('', index));
  }

  async createTables(): Promise<void> {
    for (const name of Object.keys(tables) as TableName[])
      await this.#client.send(new CreateTableCommand(createTableInput(this.#nameOf(name), tables[name])));
  }

  /** Polls what is due, again for as long as the poll fails or its process dies. */
  async poll(): Promise<void> {
    for (;;) {
      const worker = this.#chance.below(workers);
      if (await this.#run(worker, 'poll', (handlers) => handlers.poll())) return;
    }
  }

  /** Works until the queues are empty, several instances at a time. */
  async drain(): Promise<void> {
    while (this.queues.filled().length > 0) {
      const free = Array.from({ length: workers }, (_, index) => index);
      await Promise.all(free.map((worker) => this.#workOnSome(worker)));
    }
  }

  async #workOnSome(worker: number): Promise<void> {
    const filled = this.queues.filled();
    if (filled.length === 0) return;
    const queue = this.#chance.pick(filled);
    const { waker } = queueList.find(({ name }) => name === queue)!;
    const size = 1 + this.#chance.below(waker.batchSize);
    const batch = this.queues.receive(queue, size, waker.maxReceives);
    if (batch.length === 0) return;
    const event = { Records: batch.map((held) => recordOf(queue, held)) };
    const answer = await this.#run(worker, queue, (handlers) => handlers[queue](event));
    // No answer: the visibility timeout brings all of them back.
    const failed = answer?.batchItemFailures.map(({ itemIdentifier }) => itemIdentifier) ?? batch.map(({ id }) => id);
    this.queues.settle(queue, batch, new Set(failed));
  }

  /** Lets an instance work; undefined when it threw or died. A dead one is replaced by one that remembers nothing. */
  async #run<T>(worker: number, stage: string, work: (handlers: Handlers) => Promise<T>): Promise<T | undefined> {
    const instance = this.#instances[worker]!;
    instance.process.stage = stage;
    try {
      return await Promise.race([work(instance.handlers), instance.process.died]);
    } catch {
      return undefined;
    } finally {
      if (instance.process.isDead) this.#instances[worker] = this.#instance(stage, worker);
    }
  }

  #instance(stage: string, worker: number, requests = this.requests): Instance {
    const process = newProcess(stage);
    const dynamodb = new DynamoDBClient(nowhere);
    const sqs = new SQSClient(nowhere);
    requests.govern(dynamodb, process, this.#engine);
    requests.governQueues(sqs, process, (command, input) => this.queues.answer(command, input));
    const now = () => this.clock.now + this.#plan.skews[worker]!;
    const store = createStore(dynamodb, this.#nameOf);
    const runtime: Runtime = {
      ...{ store, now },
      queues: createQueues(sqs, this.queues.urls),
      web: unrulyWeb(this.#archive, () => this.clock.now, this.#plan, this.#chance, requests),
      ...sharedByVersion(cachedCodebooks(store, now)),
      random: () => 0.5,
      log: () => {},
      ...unobserved,
    };
    const handlers = {
      poll: pollHandler(() => runtime),
      collect: collectHandler(() => runtime),
      tag: tagHandler(() => runtime),
      trend: trendHandler(() => runtime),
    };
    return { process, handlers, runtime, sqs };
  }
}

const byVersion = new Map<string, Published>();

/** One object a version for all instances: what the tagger derives of a codebook is then derived once a harness. */
function sharedByVersion({ codebooks, standingCodebooks }: CodebookReaders): CodebookReaders {
  const shared = (published: Published) => {
    const known = byVersion.get(published.version) ?? published;
    byVersion.set(published.version, known);
    return known;
  };
  return {
    codebooks: async () => (await codebooks()).map(shared),
    standingCodebooks: async () => (await standingCodebooks()).map(shared),
  };
}
