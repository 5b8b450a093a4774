import type { SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import { messageOf, PermanentError } from '../shared/errors.ts';
import { type Message, parseMessage, type QueueName } from '../shared/messages.ts';
import type { Queues } from '../shared/queue/queues.ts';
import { queues as queueList } from '../shared/stages.ts';

/** How a step answers for each message it was given, in their order. */
export type StepResults = PromiseSettledResult<void>[];

interface BatchPorts {
  queues: Queues;
  log: (line: Record<string, unknown>) => void;
}

interface Received<Name extends QueueName> {
  record: SQSRecord;
  message: Message<Name>;
}

/**
 * Works through an SQS event so that every record ends in one way: done, tried again (listed in `batchItemFailures`), or
 * laid aside in the dead-letter queue with its reason, because it is unreadable, hopeless, or on its last try.
 * @param run does the work of all readable messages and answers for each
 * @param giveUp records on the article that its last try failed
 */
export async function handleBatch<Name extends QueueName>(
  event: SQSEvent,
  queue: Name,
  ports: BatchPorts,
  run: (messages: Message<Name>[]) => Promise<StepResults>,
  giveUp: (message: Message<Name>, reason: string) => Promise<void>,
): Promise<SQSBatchResponse> {
  const failures: string[] = [];
  const settle = async (record: SQSRecord, thrown: unknown, message?: Message<Name>) => {
    const reason = thrown instanceof PermanentError ? thrown.reason : messageOf(thrown);
    const hopeless = thrown instanceof PermanentError || isLastTry(record, queue);
    const { messageId } = record;
    const articleId = message?.articleId;
    ports.log({ level: 'error', queue, messageId, articleId, hopeless, reason, error: messageOf(thrown) });
    if (!hopeless) {
      failures.push(record.messageId);
      return;
    }
    if (message) await giveUp(message, reason);
    await ports.queues.bury(queue, record.body, reason);
  };
  const received: Received<Name>[] = [];
  for (const record of event.Records) {
    try {
      received.push({ record, message: parseMessage(queue, record.body) });
    } catch (thrown) {
      await retryOnThrow(record, failures, () => settle(record, thrown));
    }
  }
  const results = received.length > 0 ? await run(received.map(({ message }) => message)) : [];
  for (const [index, result] of results.entries()) {
    const { record, message } = received[index]!;
    if (result.status === 'rejected')
      await retryOnThrow(record, failures, () => settle(record, result.reason, message));
    else
      ports.log({ level: 'info', queue, messageId: record.messageId, articleId: message.articleId, outcome: 'done' });
  }
  return { batchItemFailures: failures.map((itemIdentifier) => ({ itemIdentifier })) };
}

const isLastTry = (record: SQSRecord, queue: QueueName) => {
  const limit = queueList.find(({ name }) => name === queue)?.waker.maxReceives ?? 1;
  return Number(record.attributes.ApproximateReceiveCount) >= limit;
};

/** When even laying aside fails, the record goes back to its queue: SQS moves it itself after the last receive. */
async function retryOnThrow(record: SQSRecord, failures: string[], settle: () => Promise<void>): Promise<void> {
  try {
    await settle();
  } catch {
    failures.push(record.messageId);
  }
}
