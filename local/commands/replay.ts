import { DeleteMessageCommand, ReceiveMessageCommand, SendMessageCommand } from '@aws-sdk/client-sqs';
import type { Command } from 'commander';
import type { QueueName } from '../../shared/messages.ts';
import type { QueueUrls } from '../../shared/queue/queues.ts';
import { opened } from '../../shared/store/article-states.ts';
import type { Store } from '../../shared/store/store.ts';
import type { LocalPipeline } from '../local-pipeline.ts';
import { type DataOptions, print, withData, withPipeline } from '../open-store.ts';
import { countOutcomes, outcomeLines } from '../outcomes.ts';

/** Adds `replay`: failed work tried again. */
export function addReplay(program: Command): void {
  withData(program.command('replay'))
    .description('try failed work again: dead letters go back to their queues, failed articles are fetched anew')
    .action((options: DataOptions) =>
      withPipeline(options, async (pipeline) => {
        const letters = await replayDeadLetters(pipeline);
        const articles = await reopenFailed(pipeline.runtime.store, pipeline.runtime.now());
        await pipeline.resume();
        await pipeline.drain();
        const counts = await countOutcomes(pipeline.runtime.store);
        print({ letters, articles, counts }, options.json, () =>
          [`${letters} dead letters and ${articles} failed articles tried again`, ...outcomeLines(counts)].join('\n'),
        );
      }),
    );
}

/** Moves every dead letter back to its queue. @returns how many */
export async function replayDeadLetters({
  cloud,
  urls,
}: {
  cloud: Pick<LocalPipeline['cloud'], 'sqs'>;
  urls: QueueUrls;
}): Promise<number> {
  let moved = 0;
  for (const name of Object.keys(urls.deadLetters) as QueueName[]) {
    const QueueUrl = urls.deadLetters[name];
    for (;;) {
      const { Messages = [] } = await cloud.sqs.send(
        new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10, WaitTimeSeconds: 0 }),
      );
      if (Messages.length === 0) break;
      for (const { Body, ReceiptHandle } of Messages) {
        await cloud.sqs.send(new SendMessageCommand({ QueueUrl: urls.queue[name], MessageBody: Body }));
        await cloud.sqs.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle }));
        moved += 1;
      }
    }
  }
  return moved;
}

/** Opens failed articles for collecting. @returns how many */
export async function reopenFailed(store: Pick<Store, 'articles'>, now: number): Promise<number> {
  let count = 0;
  for await (const { id, state } of store.articles.scan()) {
    if (state !== 'failed') continue;
    const changes = { ...opened('discovered', new Date(now).toISOString()), reason: undefined };
    const stillFailed = { text: '#state = :failed', names: { '#state': 'state' }, values: { ':failed': 'failed' } };
    if (await store.articles.updateIf({ id }, changes, stillFailed)) count += 1;
  }
  return count;
}
