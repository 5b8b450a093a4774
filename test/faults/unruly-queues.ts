import { randomUUID } from 'node:crypto';
import type { SQSRecord } from 'aws-lambda';
import type { QueueName } from '../../shared/messages.ts';
import type { QueueUrls } from '../../shared/queue/queues.ts';
import { queues } from '../../shared/stages.ts';
import type { Plan } from './plan.ts';
import type { Chance } from './random.ts';
import type { UnrulyRequests } from './unruly-requests.ts';

interface Held {
  id: string;
  body: string;
  receives: number;
}

/** A message that is tried no more. */
export interface DeadLetter {
  id: string;
  body: string;
  reason: string | undefined;
}

interface Entry {
  Id: string;
  MessageBody: string;
}

/**
 * SQS as its contract allows it to be: any order, any message more than once, batches taken in part, deletions lost.
 * Stands where the SQS client's requests go, so that the product's own queue code is what is tried.
 */
export class UnrulyQueues {
  readonly urls: QueueUrls;
  readonly deadLetters = new Map<QueueName, DeadLetter[]>();
  readonly #waiting = new Map<QueueName, Held[]>();
  readonly #rates: Plan['rates'];
  readonly #chance: Chance;
  readonly #requests: UnrulyRequests;

  constructor({ rates }: Plan, chance: Chance, requests: UnrulyRequests) {
    this.#rates = rates;
    this.#chance = chance;
    this.#requests = requests;
    const named = (prefix: string) => Object.fromEntries(queues.map(({ name }) => [name, `${prefix}${name}`]));
    this.urls = { queue: named('') as QueueUrls['queue'], deadLetters: named('dead-') as QueueUrls['deadLetters'] };
    for (const { name } of queues) {
      this.#waiting.set(name, []);
      this.deadLetters.set(name, []);
    }
  }

  /** Queues that hold something. */
  filled(): QueueName[] {
    return [...this.#waiting].flatMap(([name, held]) => (held.length > 0 ? [name] : []));
  }

  put(queue: QueueName, body: string): void {
    const copies = this.#requests.strikes(this.#rates.duplicate, `duplicate on ${queue}`) ? 2 : 1;
    for (let copy = 0; copy < copies; copy += 1)
      this.#waiting.get(queue)!.push({ id: randomUUID(), body, receives: 0 });
  }

  /** Some messages in no order; those received too often go to the dead letters, without a reason, as SQS does it. */
  receive(queue: QueueName, most: number, maxReceives: number): Held[] {
    const waiting = this.#waiting.get(queue)!;
    const batch: Held[] = [];
    while (batch.length < most && waiting.length > 0) {
      const [message] = waiting.splice(this.#chance.below(waiting.length), 1) as [Held];
      message.receives += 1;
      if (message.receives > maxReceives) this.#bury(queue, message.body, undefined);
      else batch.push(message);
    }
    return batch;
  }

  /** What the handler didn't list as failed is deleted; a deletion may be lost. */
  settle(queue: QueueName, batch: Held[], failed: ReadonlySet<string>): void {
    for (const message of batch) {
      const isKept =
        failed.has(message.id) || this.#requests.strikes(this.#rates.duplicate, `lost deletion on ${queue}`);
      if (isKept) this.#waiting.get(queue)!.push(message);
    }
  }

  /** Answers a command of the SQS client. */
  answer(command: string, input: object): object {
    const { QueueUrl, ...rest } = input as { QueueUrl: string } & Record<string, never>;
    const isDead = QueueUrl.startsWith('dead-');
    const queue = QueueUrl.replace('dead-', '') as QueueName;
    if (command === 'SendMessageBatch') return this.#sendBatch(queue, rest.Entries as unknown as Entry[]);
    if (command === 'SendMessage' && isDead) {
      const reason = (rest.MessageAttributes as { reason?: { StringValue?: string } } | undefined)?.reason?.StringValue;
      this.#bury(queue, rest.MessageBody!, reason);
      return {};
    }
    if (command === 'SendMessage') {
      this.put(queue, rest.MessageBody!);
      return {};
    }
    if (command === 'ReceiveMessage' && isDead) {
      const letters = this.deadLetters.get(queue)!.slice(0, 10);
      return { Messages: letters.map(({ id, body }) => ({ Body: body, ReceiptHandle: id })) };
    }
    if (command === 'DeleteMessage' && isDead) {
      const kept = this.deadLetters.get(queue)!.filter(({ id }) => id !== rest.ReceiptHandle);
      this.deadLetters.set(queue, kept);
      return {};
    }
    throw new Error(`the queues of this test know no ${command} on ${QueueUrl}`);
  }

  #sendBatch(queue: QueueName, entries: Entry[]): object {
    const refused = entries.filter(() => this.#requests.strikes(this.#rates.partialBatch, `part refused by ${queue}`));
    for (const entry of entries) if (!refused.includes(entry)) this.put(queue, entry.MessageBody);
    return {
      Failed: refused.map(({ Id }) => ({ Id, Code: 'InternalError', Message: 'injected', SenderFault: false })),
    };
  }

  #bury(queue: QueueName, body: string, reason: string | undefined): void {
    this.deadLetters.get(queue)!.push({ id: randomUUID(), body, reason });
  }
}

/** The record that a function is given for a message. */
export const recordOf = (queue: QueueName, { id, body, receives }: Held): SQSRecord => ({
  messageId: id,
  receiptHandle: id,
  body,
  attributes: {
    ApproximateReceiveCount: String(receives),
    SentTimestamp: '',
    SenderId: '',
    ApproximateFirstReceiveTimestamp: '',
  },
  messageAttributes: {},
  md5OfBody: '',
  eventSource: 'aws:sqs',
  eventSourceARN: queue,
  awsRegion: 'eu-west-2',
});
