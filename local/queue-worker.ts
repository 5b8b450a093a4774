import { randomUUID } from 'node:crypto';
import {
  ChangeMessageVisibilityCommand,
  DeleteMessageBatchCommand,
  type Message,
  ReceiveMessageCommand,
  type SQSClient,
} from '@aws-sdk/client-sqs';
import type { SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import type { QueueName } from '../shared/messages.ts';
import type { QueueUrls } from '../shared/queue/queues.ts';
import { queues } from '../shared/stages.ts';
import { openMessages } from './create-resources.ts';

/** Messages that one request to SQS may receive or delete. */
const requestLimit = 10;

export type QueueHandlers = Record<QueueName, (event: SQSEvent) => Promise<SQSBatchResponse>>;

/**
 * Hands the messages of the queues to their handlers, as Lambda's event source mappings do: in batches, deleting what
 * the handler doesn't list as failed.
 */
export class QueueWorker {
  readonly #client: SQSClient;
  readonly #urls: QueueUrls;
  readonly #handlers: QueueHandlers;

  constructor(client: SQSClient, urls: QueueUrls, handlers: QueueHandlers) {
    this.#client = client;
    this.#urls = urls;
    this.#handlers = handlers;
  }

  /** Works until no queue holds a message, retries included. */
  async drain(stopped: () => boolean = () => false): Promise<void> {
    while (!stopped()) {
      const worked = await this.#round(stopped);
      if (worked === 0) {
        if ((await openMessages(this.#client, this.#urls)) === 0) return;
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    }
  }

  /** Empties each queue in the order of the flow, so that `trend` gets the day's messages together. */
  async #round(stopped: () => boolean): Promise<number> {
    let worked = 0;
    for (const { name, waker } of queues) {
      for (let batch = 1; batch > 0 && !stopped(); ) {
        batch = await this.#workOn(name, waker.batchSize);
        worked += batch;
      }
    }
    return worked;
  }

  async #workOn(name: QueueName, batchSize: number): Promise<number> {
    const url = this.#urls.queue[name];
    const messages = await this.#receive(url, batchSize);
    if (messages.length === 0) return 0;
    const { batchItemFailures } = await this.#handlers[name]({
      Records: messages.map((message) => toRecord(message, name)),
    });
    const failed = new Set(batchItemFailures.map(({ itemIdentifier }) => itemIdentifier));
    const again = messages.filter(({ MessageId }) => failed.has(MessageId!));
    await Promise.all(again.map((message) => this.#putBack(url, message)));
    await this.#delete(
      url,
      messages.filter(({ MessageId }) => !failed.has(MessageId!)),
    );
    return messages.length;
  }

  /** A batch as large as asked for, if there is as much: one request brings ten at the most. */
  async #receive(url: string, batchSize: number): Promise<Message[]> {
    const messages: Message[] = [];
    while (messages.length < batchSize) {
      const { Messages = [] } = await this.#client.send(
        new ReceiveMessageCommand({
          QueueUrl: url,
          MaxNumberOfMessages: Math.min(requestLimit, batchSize - messages.length),
          WaitTimeSeconds: 0,
          MessageSystemAttributeNames: ['All'],
        }),
      );
      if (Messages.length === 0) break;
      messages.push(...Messages);
    }
    return messages;
  }

  /** A failed message comes back after 5 seconds, then 10, 20 and so on. */
  async #putBack(url: string, { ReceiptHandle, Attributes }: Message): Promise<void> {
    const receives = Number(Attributes?.ApproximateReceiveCount ?? 1);
    const VisibilityTimeout = Math.min(600, 5 * 2 ** (receives - 1));
    await this.#client.send(new ChangeMessageVisibilityCommand({ QueueUrl: url, ReceiptHandle, VisibilityTimeout }));
  }

  async #delete(url: string, messages: Message[]): Promise<void> {
    for (let from = 0; from < messages.length; from += requestLimit) {
      const Entries = messages
        .slice(from, from + requestLimit)
        .map(({ ReceiptHandle }) => ({ Id: randomUUID(), ReceiptHandle }));
      await this.#client.send(new DeleteMessageBatchCommand({ QueueUrl: url, Entries }));
    }
  }
}

const toRecord = (message: Message, queue: QueueName): SQSRecord => ({
  messageId: message.MessageId!,
  receiptHandle: message.ReceiptHandle!,
  body: message.Body!,
  attributes: message.Attributes as unknown as SQSRecord['attributes'],
  messageAttributes: {},
  md5OfBody: message.MD5OfBody ?? '',
  eventSource: 'aws:sqs',
  eventSourceARN: `arn:aws:sqs:eu-west-2:000000000000:picketline-${queue}`,
  awsRegion: 'eu-west-2',
});
