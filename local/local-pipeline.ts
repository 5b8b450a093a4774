import { existsSync, readFileSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { keyedRandom } from '../functions/cloud-runtime.ts';
import { createHandler as collectHandler } from '../functions/collect/handler.ts';
import type { PollOutcome } from '../functions/poll/poll.ts';
import { pollDue } from '../functions/poll/poll-due.ts';
import { resendUnfinished } from '../functions/poll/resend-unfinished.ts';
import { type Log, type Runtime, unobserved } from '../functions/runtime.ts';
import { createHandler as tagHandler } from '../functions/tag/handler.ts';
import { createHandler as trendHandler } from '../functions/trend/handler.ts';
import { SettingError } from '../shared/errors.ts';
import { createQueues, type QueueUrls } from '../shared/queue/queues.ts';
import { hostPaces } from '../shared/store/host-paces.ts';
import { cachedCodebooks } from '../shared/store/published-codebooks.ts';
import { createStore } from '../shared/store/store.ts';
import { createHostPacer, defaultPace } from '../shared/web/host-pacer.ts';
import { createWebClient } from '../shared/web/web-client.ts';
import { createQueueResources, createTables, localTableName } from './create-resources.ts';
import { type Cloud, type CloudSettings, startCloud } from './embedded-cloud.ts';
import { QueueWorker } from './queue-worker.ts';
import { repairIndexes } from './repair-indexes.ts';

export interface LocalSettings extends CloudSettings {
  /** Whom webmasters may write to. */
  contact: string;
  /** `host:port` of local servers that may be asked; everything else must be public. */
  allowList?: string[];
  /** Milliseconds since the epoch; simulated in the demo. */
  now(): number;
  log?: Log;
}

/** The pipeline on this machine: the cloud's handlers, driven by hand. */
export interface LocalPipeline {
  runtime: Runtime;
  cloud: Cloud;
  urls: QueueUrls;
  /** Polls every due feed. */
  poll(): Promise<PollOutcome[]>;
  /** Works until nothing is open. */
  drain(): Promise<void>;
  /** Sends the messages of everything unfinished again: after a start, queues kept in memory are empty. */
  resume(): Promise<number>;
  /** Resumes and works until nothing unfinished is found, however much there is. @returns how many articles were taken up */
  finish(): Promise<number>;
  /** Lets `drain` end after the batch in hand; what is left stays unfinished, and is found again. */
  halt(): void;
  /** Lets the work in hand end, then closes. */
  stop(): Promise<void>;
}

/** Starts (or reopens) the pipeline over a data folder. After a crash its indexes are put right first. */
export async function startPipeline(settings: LocalSettings): Promise<LocalPipeline> {
  // Only the embedded DynamoDB needs repair after a crash, and only it can be held by another process.
  const marker = settings.folder && !settings.dynamodbEndpoint ? join(settings.folder, 'running') : null;
  if (marker) assertFree(marker, settings.folder!);
  const cloud = await startCloud(settings);
  await createTables(cloud.dynamodb);
  const urls = await createQueueResources(cloud.sqs);
  const store = createStore(cloud.dynamodb, localTableName);
  if (marker && existsSync(marker)) await repairIndexes(store);
  if (marker) await writeFile(marker, String(process.pid));
  // One process may as well wait for a host as come back to it.
  const pacer = createHostPacer(hostPaces(store.hosts), { ...defaultPace, maximumWaitMs: 3_600_000 });
  const runtime: Runtime = {
    store,
    queues: createQueues(cloud.sqs, urls),
    web: createWebClient({
      contact: settings.contact,
      clock: settings.now,
      allowList: settings.allowList ?? [],
      pacer,
    }),
    ...cachedCodebooks(store, settings.now),
    now: settings.now,
    random: (key) => keyedRandom(`${key} ${settings.now()}`),
    // A terminal wants what went wrong, not every step that went well.
    log: (line) => line.level !== 'info' && settings.log?.(line),
    ...unobserved,
  };
  const instant = () => new Date(settings.now()).toISOString();
  let stopping = false;
  let working: Promise<void> = Promise.resolve();
  const worker = new QueueWorker(cloud.sqs, urls, {
    collect: collectHandler(() => runtime),
    tag: tagHandler(() => runtime),
    trend: trendHandler(() => runtime),
  });
  const drain = () => {
    working = working.catch(() => {}).then(() => worker.drain(() => stopping));
    return working;
  };
  const resume = () => resendUnfinished(instant(), instant(), runtime);
  return {
    ...{ runtime, cloud, urls, drain, resume },
    poll: () => pollDue(runtime),
    async finish() {
      const before = settings.now();
      // Stamped later than what is looked for: what stays unfinished whatever is done is taken up once.
      const stamp = new Date(before + 1).toISOString();
      let taken = 0;
      for (let sent = 1; sent > 0 && !stopping; taken += sent) {
        sent = await resendUnfinished(new Date(before).toISOString(), stamp, runtime);
        await drain();
      }
      return taken;
    },
    halt: () => {
      stopping = true;
    },
    async stop() {
      stopping = true;
      await working.catch(() => {});
      await runtime.web.close();
      await cloud.stop();
      if (marker) await rm(marker, { force: true });
    },
  };
}

/** @throws SettingError when the process that wrote the marker still runs */
function assertFree(marker: string, folder: string): void {
  if (!existsSync(marker)) return;
  const holder = Number(readFileSync(marker, 'utf8'));
  if (holder === process.pid || !isRunning(holder)) return;
  throw new SettingError(
    `The data folder ${folder} is in use by process ${holder}.`,
    'Stop that process first, or give another folder with --data.',
  );
}

function isRunning(processId: number): boolean {
  try {
    return processId > 0 && process.kill(processId, 0);
  } catch {
    return false;
  }
}
