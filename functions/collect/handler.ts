import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import { handleBatch } from '../batch.ts';
import { cloudRuntime } from '../cloud-runtime.ts';
import { giveUpArticle } from '../give-up.ts';
import type { Runtime } from '../runtime.ts';
import { collect } from './collect.ts';

export const createHandler =
  (runtimeOf: () => Runtime) =>
  (event: SQSEvent): Promise<SQSBatchResponse> => {
    const runtime = runtimeOf();
    return handleBatch(
      event,
      'collect',
      runtime,
      (messages) => Promise.allSettled(messages.map(({ articleId }) => collect(articleId, runtime))),
      giveUpArticle(runtime),
    );
  };

export const handler = createHandler(cloudRuntime('collect'));
