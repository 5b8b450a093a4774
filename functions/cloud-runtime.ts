import { createHash } from 'node:crypto';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { SQSClient } from '@aws-sdk/client-sqs';
import { readConfig } from '../shared/config.ts';
import { createQueues } from '../shared/queue/queues.ts';
import type { StageName } from '../shared/stages.ts';
import { cachedCodebooks } from '../shared/store/published-codebooks.ts';
import { createStore, type Store } from '../shared/store/store.ts';
import type { WebClient } from '../shared/web/web-client.ts';
import type { Runtime } from './runtime.ts';
import { createTelemetry, type Telemetry } from './telemetry.ts';

/** Opens the web for a stage. Only those that ask for pages bring it: its code is half of what they load. */
type OpenWeb = (store: Store, contact: string) => WebClient;

/** A deployed stage: its telemetry, and its runtime, made at the first event from its environment and kept. */
export function deployedStage(
  stage: StageName,
  openWeb: OpenWeb = () => noWeb(stage),
): { runtimeOf: () => Runtime; observe: Telemetry['observe'] } {
  const telemetry = createTelemetry(stage);
  let runtime: Runtime | undefined;
  const runtimeOf = () => {
    runtime ??= createCloudRuntime(stage, telemetry, openWeb);
    return runtime;
  };
  return { runtimeOf, observe: telemetry.observe };
}

function createCloudRuntime(stage: StageName, { log, measure, span, traced }: Telemetry, openWeb: OpenWeb): Runtime {
  const config = readConfig(stage, process.env);
  const store = createStore(
    traced(new DynamoDBClient()),
    (table) => config.tableNames[table] ?? `(${stage} may not reach ${table})`,
  );
  return {
    store,
    queues: createQueues(traced(new SQSClient()), { queue: config.queueUrls, deadLetters: config.deadLetterUrls }),
    web: openWeb(store, config.contact),
    ...cachedCodebooks(store, Date.now),
    now: Date.now,
    random: (key) => keyedRandom(`${key} ${Date.now()}`),
    ...{ log, measure, span },
  };
}

const noWeb = (stage: StageName): WebClient => ({
  get: () => Promise.reject(new Error(`the ${stage} stage asks for no pages`)),
  close: async () => {},
});

/** A number in [0, 1) that depends on the key alone. */
export function keyedRandom(key: string): number {
  return createHash('sha256').update(key).digest().readUInt32BE(0) / 2 ** 32;
}
