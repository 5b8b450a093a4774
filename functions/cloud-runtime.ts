import { createHash } from 'node:crypto';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { SQSClient } from '@aws-sdk/client-sqs';
import { readConfig } from '../shared/config.ts';
import { createQueues } from '../shared/queue/queues.ts';
import type { StageName } from '../shared/stages.ts';
import { hostPaces } from '../shared/store/host-paces.ts';
import { cachedCodebooks } from '../shared/store/published-codebooks.ts';
import { createStore } from '../shared/store/store.ts';
import { createHostPacer, defaultPace } from '../shared/web/host-pacer.ts';
import { createWebClient } from '../shared/web/web-client.ts';
import type { Runtime } from './runtime.ts';
import { createTelemetry, type Telemetry } from './telemetry.ts';

/** A deployed stage: its telemetry, and its runtime, made at the first event from its environment and kept. */
export function deployedStage(stage: StageName): { runtimeOf: () => Runtime; observe: Telemetry['observe'] } {
  const telemetry = createTelemetry(stage);
  let runtime: Runtime | undefined;
  const runtimeOf = () => {
    runtime ??= createCloudRuntime(stage, telemetry);
    return runtime;
  };
  return { runtimeOf, observe: telemetry.observe };
}

function createCloudRuntime(stage: StageName, { log, measure, span, traced }: Telemetry): Runtime {
  const config = readConfig(stage, process.env);
  const store = createStore(
    traced(new DynamoDBClient()),
    (table) => config.tableNames[table] ?? `(${stage} may not reach ${table})`,
  );
  return {
    store,
    queues: createQueues(traced(new SQSClient()), { queue: config.queueUrls, deadLetters: config.deadLetterUrls }),
    web: createWebClient({ contact: config.contact, pacer: createHostPacer(hostPaces(store.hosts), defaultPace) }),
    ...cachedCodebooks(store, Date.now),
    now: Date.now,
    random: (key) => keyedRandom(`${key} ${Date.now()}`),
    ...{ log, measure, span },
  };
}

/** A number in [0, 1) that depends on the key alone. */
export function keyedRandom(key: string): number {
  return createHash('sha256').update(key).digest().readUInt32BE(0) / 2 ** 32;
}
