import type { Message, QueueName } from '../shared/messages.ts';
import type { Queues, SendOptions } from '../shared/queue/queues.ts';

interface Waiting {
  queue: QueueName;
  messages: Message<QueueName>[];
  options: SendOptions | undefined;
  resolve(): void;
  reject(reason: unknown): void;
}

/** Messages of one request to SQS. */
const batchLimit = 10;

/**
 * Sends together what pieces of work that run side by side send one by one: SQS is paid by the request, which takes ten
 * messages. A message goes out when every piece of work that runs waits for its own to be sent, or ten wait; so whoever sends still
 * goes on only when it is sent. Where a request fails, all that waited for it fail.
 */
export function gatherSends(queues: Queues): { queues: Queues; run<T>(work: () => Promise<T>): Promise<T> } {
  let running = 0;
  let waiting: Waiting[] = [];
  const flushIfDue = () => {
    const size = waiting.reduce((sum, { messages }) => sum + messages.length, 0);
    if (waiting.length === 0 || (waiting.length < running && size < batchLimit)) return;
    const due = waiting;
    waiting = [];
    for (const group of byDestination(due)) void sendTogether(group, queues);
  };
  return {
    queues: {
      send: (queue, messages, options) =>
        new Promise((resolve, reject) => {
          waiting.push({ queue, messages, options, resolve, reject });
          flushIfDue();
        }),
      bury: (queue, body, reason) => queues.bury(queue, body, reason),
    },
    async run(work) {
      running += 1;
      try {
        return await work();
      } finally {
        running -= 1;
        flushIfDue();
      }
    },
  };
}

function byDestination(sends: Waiting[]): Waiting[][] {
  const groups = new Map<string, Waiting[]>();
  for (const send of sends) {
    const key = `${send.queue} ${send.options?.delaySeconds ?? 0}`;
    groups.set(key, [...(groups.get(key) ?? []), send]);
  }
  return [...groups.values()];
}

async function sendTogether(sends: Waiting[], queues: Queues): Promise<void> {
  const { queue, options } = sends[0]!;
  try {
    await queues.send(
      queue,
      sends.flatMap(({ messages }) => messages),
      options,
    );
    for (const { resolve } of sends) resolve();
  } catch (thrown) {
    for (const { reject } of sends) reject(thrown);
  }
}
