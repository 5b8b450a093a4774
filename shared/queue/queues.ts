import { SendMessageBatchCommand, SendMessageCommand, type SQSClient } from '@aws-sdk/client-sqs';
import { TransientError } from '../errors.ts';
import type { Message, QueueName } from '../messages.ts';

/** Where each queue and its dead-letter queue are. */
export interface QueueUrls {
  queue: Record<QueueName, string>;
  deadLetters: Record<QueueName, string>;
}

export interface SendOptions {
  /** Seconds until the messages can be received, held between none and SQS's most, 900. */
  delaySeconds?: number;
}

const longestDelay = 900;

/** Sends messages, and lays aside those that can't be worked on. */
export interface Queues {
  /** Sends all messages or throws: a partly failed batch throws too, since sending one twice is harmless. */
  send<Name extends QueueName>(queue: Name, messages: Message<Name>[], options?: SendOptions): Promise<void>;
  /** Keeps a message in the dead-letter queue, with the reason as an attribute. */
  bury(queue: QueueName, body: string, reason: string): Promise<void>;
}

const batchLimit = 10;

/** Queues over SQS. `urls` may leave out queues that the stage doesn't send to. */
export function createQueues(
  client: SQSClient,
  urls: { queue: Partial<QueueUrls['queue']>; deadLetters: Partial<QueueUrls['deadLetters']> },
): Queues {
  return {
    async send(queue, messages, { delaySeconds = 0 } = {}) {
      const DelaySeconds = Math.max(0, Math.min(longestDelay, delaySeconds));
      for (let from = 0; from < messages.length; from += batchLimit) {
        const batch = messages.slice(from, from + batchLimit);
        const { Failed = [] } = await client.send(
          new SendMessageBatchCommand({
            QueueUrl: urls.queue[queue],
            Entries: batch.map((message, index) => ({
              Id: String(index),
              MessageBody: JSON.stringify(message),
              DelaySeconds,
            })),
          }),
        );
        if (Failed.length > 0) {
          throw new TransientError(
            `SQS took ${batch.length - Failed.length} of ${batch.length} messages for ${queue}: ${Failed[0]?.Message}`,
            'The work is tried again; nothing to do.',
          );
        }
      }
    },
    async bury(queue, body, reason) {
      await client.send(
        new SendMessageCommand({
          QueueUrl: urls.deadLetters[queue],
          MessageBody: body,
          MessageAttributes: { reason: { DataType: 'String', StringValue: reason.slice(0, 250) || 'unknown' } },
        }),
      );
    },
  };
}
