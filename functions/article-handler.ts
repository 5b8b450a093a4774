import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import { handleBatch } from './batch.ts';
import { gatherSends } from './gather-sends.ts';
import { giveUpArticle } from './give-up.ts';
import type { Runtime } from './runtime.ts';

/** The handler of a queue whose every message names one article: the step is run for each, side by side. */
export const articleHandler =
  (queue: 'collect' | 'tag', step: (articleId: string, runtime: Runtime) => Promise<void>) =>
  (runtimeOf: () => Runtime) =>
  (event: SQSEvent): Promise<SQSBatchResponse> => {
    const runtime = runtimeOf();
    return handleBatch(
      event,
      queue,
      runtime,
      (messages) => {
        const gathered = gatherSends(runtime.queues);
        const ports = { ...runtime, queues: gathered.queues };
        return Promise.allSettled(
          messages.map(({ articleId }) =>
            gathered.run(() => runtime.span(queue, articleId, () => step(articleId, ports))),
          ),
        );
      },
      giveUpArticle(runtime),
    );
  };
