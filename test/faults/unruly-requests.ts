import { type DynamoDBClient, ProvisionedThroughputExceededException } from '@aws-sdk/client-dynamodb';
import type { SQSClient } from '@aws-sdk/client-sqs';
import { type AnswerCommand, answerWith } from '../in-process-dynamodb.ts';
import type { Plan, RequestFault } from './plan.ts';
import type { Chance } from './random.ts';

type Batch = Record<string, { Keys: unknown[] }>;

/** The process has died: nothing it goes on to do happens. */
export class Crash extends Error {}

/** One worker: a function's instance, with a life and a clock of its own. */
export interface Process {
  stage: string;
  isDead: boolean;
  /** Rejects when it dies. */
  died: Promise<never>;
  die(): void;
}

export function newProcess(stage: string): Process {
  let reject: (crash: Crash) => void;
  const died = new Promise<never>((_, fail) => {
    reject = fail;
  });
  died.catch(() => {});
  const process: Process = {
    ...{ stage, isDead: false, died },
    die() {
      process.isDead = true;
      reject(new Crash('killed'));
    },
  };
  return process;
}

/** Lets requests go wrong as the plan says, and keeps count of what was asked and what went wrong. */
export class UnrulyRequests {
  readonly #plan: Plan;
  readonly #chance: Chance;
  /** How often each call site (`stage command table`) was reached. */
  readonly sites = new Map<string, number>();
  readonly faults: string[] = [];
  isCalm = false;

  constructor(plan: Plan, chance: Chance) {
    this.#plan = plan;
    this.#chance = chance;
  }

  /** Whether something with this rate goes wrong now; noted under the name. */
  strikes(rate: number, name: string): boolean {
    if (this.isCalm || this.faults.length >= this.#plan.budget || !this.#chance.hits(rate)) return false;
    this.faults.push(name);
    return true;
  }

  /** Does a request of the process, or lets it go wrong. @throws Crash when the process is, or becomes, dead */
  async request<T>(process: Process, command: string, table: string, send: () => Promise<T>): Promise<T> {
    if (process.isDead) throw new Crash('killed');
    const fault = this.#faultAt(`${process.stage} ${command} ${table}`);
    if (fault === 'crash-before') process.die();
    if (process.isDead) throw new Crash('killed');
    if (fault === 'throttled')
      throw new ProvisionedThroughputExceededException({ message: 'injected: throttled', $metadata: {} });
    if (fault === 'failed') throw new Error('injected: internal server error');
    const answer = await send();
    if (fault === 'crash-after') process.die();
    if (process.isDead) throw new Crash('killed');
    if (fault === 'unacknowledged') throw new Error('injected: the connection broke before the answer');
    return fault === 'repeated' ? send() : answer;
  }

  #faultAt(site: string): RequestFault | undefined {
    const reached = this.sites.get(site) ?? 0;
    this.sites.set(site, reached + 1);
    const { site: aimed, rates } = this.#plan;
    if (aimed) {
      const isHit = aimed.name === site && reached === aimed.nth && this.strikes(1, `${aimed.fault} ${site}`);
      return isHit ? aimed.fault : undefined;
    }
    const fault = this.#chance.pick(faultsByWeight);
    return this.strikes(rates.request, `${fault} ${site}`) ? fault : undefined;
  }

  /** Puts the process's DynamoDB client under this rule, batch reads left half undone included. */
  govern(client: DynamoDBClient, process: Process, engine: AnswerCommand): void {
    answerWith(client, (command, input) => {
      const { TableName, RequestItems = {} } = input as { TableName?: string; RequestItems?: Batch };
      const [batched] = Object.keys(RequestItems);
      const table = (TableName ?? batched ?? '').replace(/^run\d+-/, '');
      return this.request(process, command, table, async () => {
        const keys = batched ? RequestItems[batched]!.Keys : [];
        const isWhole =
          keys.length < 2 || !this.strikes(this.#plan.rates.partialBatch, `half of ${process.stage} ${command}`);
        if (isWhole) return engine(command, input);
        const half = Math.ceil(keys.length / 2);
        const reply = await engine(command, { ...input, RequestItems: { [batched!]: { Keys: keys.slice(0, half) } } });
        return { ...reply, UnprocessedKeys: { [batched!]: { Keys: keys.slice(half) } } };
      });
    });
  }

  /** Puts the process's SQS client under this rule; `answer` stands for the service. */
  governQueues(client: SQSClient, process: Process, answer: (command: string, input: object) => object): void {
    client.middlewareStack.add(
      (_, context) => async (args) => {
        const command = (context.commandName ?? '').replace('Command', '');
        const queue = String((args.input as { QueueUrl?: string }).QueueUrl);
        const output = await this.request(process, command, queue, async () => answer(command, args.input));
        return { output: output as never, response: {} };
      },
      { step: 'initialize', name: 'unruly', priority: 'high' },
    );
  }
}

/** Deaths are dearer than errors: less often. */
const faultsByWeight: RequestFault[] = [
  'throttled',
  'throttled',
  'failed',
  'unacknowledged',
  'unacknowledged',
  'repeated',
  'crash-before',
  'crash-after',
];
