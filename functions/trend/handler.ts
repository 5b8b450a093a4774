import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import { handleBatch } from '../batch.ts';
import { deployedStage } from '../cloud-runtime.ts';
import { giveUpArticle } from '../give-up.ts';
import type { Runtime } from '../runtime.ts';
import { trend } from './trend.ts';

export const createHandler =
  (runtimeOf: () => Runtime) =>
  (event: SQSEvent): Promise<SQSBatchResponse> => {
    const runtime = runtimeOf();
    return handleBatch(event, 'trend', runtime, (messages) => trend(messages, runtime), giveUpArticle(runtime));
  };

const { runtimeOf, observe } = deployedStage('trend');

export const handler = observe(createHandler(runtimeOf));
