import type { QueueName } from './messages.ts';

export type TableName =
  | 'Feeds'
  | 'Hosts'
  | 'Codebooks'
  | 'Articles'
  | 'Texts'
  | 'Signatures'
  | 'Mentions'
  | 'Statements'
  | 'Trends'
  | 'Deliveries'
  | 'Marks'
  | 'Erasures'
  | 'Audits'
  | 'Keys'
  | 'KeyUses';

export type StageName = 'poll' | 'collect' | 'tag' | 'trend' | 'digest' | 'alert' | 'query' | 'retain';

export type Waker =
  | { kind: 'rate'; minutes: number }
  /** At that time of day, and again so many minutes apart until midnight, so that what could not be sent then is sent later. */
  | { kind: 'daily'; hour: number; minute: number; againMinutes: number }
  | {
      kind: 'queue';
      queue: QueueName;
      batchSize: number;
      /** How long messages are gathered for a batch (Lambda asks for one above 10 messages). */
      windowSeconds: number;
      maxReceives: number;
      maxConcurrency: number;
    }
  | { kind: 'http' };

/** One stage of the pipeline: what wakes it, what it may touch, and how large its function is. */
export interface Stage {
  name: StageName;
  wakes: Waker;
  reads: TableName[];
  writes: TableName[];
  sends: QueueName[];
  /** The secret it may read. */
  secrets?: 'slack-webhook';
  memoryMegabytes: number;
  timeoutSeconds: number;
}

/**
 * The pipeline, in the order data walks it. `infra/` builds the cloud from this list and `local/` runs the same
 * handlers from it, so neither can know a stage, a queue or a grant that the other doesn't.
 */
export const stages: readonly Stage[] = [
  {
    name: 'poll',
    wakes: { kind: 'rate', minutes: 5 },
    reads: ['Codebooks'],
    writes: ['Feeds', 'Hosts', 'Articles', 'Signatures', 'Trends'],
    sends: ['collect', 'tag'],
    memoryMegabytes: 512,
    timeoutSeconds: 240,
  },
  {
    name: 'collect',
    wakes: { kind: 'queue', queue: 'collect', batchSize: 10, windowSeconds: 0, maxReceives: 5, maxConcurrency: 5 },
    reads: [],
    writes: ['Articles', 'Texts', 'Signatures', 'Hosts'],
    sends: ['collect', 'tag'],
    memoryMegabytes: 1024,
    timeoutSeconds: 300,
  },
  {
    name: 'tag',
    wakes: { kind: 'queue', queue: 'tag', batchSize: 10, windowSeconds: 0, maxReceives: 5, maxConcurrency: 5 },
    reads: ['Codebooks', 'Texts'],
    writes: ['Articles', 'Mentions', 'Statements'],
    sends: ['trend'],
    memoryMegabytes: 1024,
    timeoutSeconds: 120,
  },
  {
    name: 'trend',
    // A day's messages that arrive together are recounted once.
    wakes: { kind: 'queue', queue: 'trend', batchSize: 500, windowSeconds: 20, maxReceives: 8, maxConcurrency: 5 },
    reads: ['Codebooks', 'Mentions', 'Statements'],
    writes: ['Trends', 'Articles'],
    sends: [],
    memoryMegabytes: 512,
    timeoutSeconds: 120,
  },
  {
    name: 'digest',
    wakes: { kind: 'daily', hour: 7, minute: 0, againMinutes: 15 },
    reads: ['Codebooks', 'Articles', 'Texts', 'Mentions', 'Statements', 'Trends'],
    writes: ['Deliveries'],
    sends: [],
    secrets: 'slack-webhook',
    memoryMegabytes: 512,
    timeoutSeconds: 120,
  },
  {
    name: 'alert',
    wakes: { kind: 'rate', minutes: 15 },
    reads: ['Codebooks', 'Articles', 'Texts', 'Mentions', 'Statements', 'Trends'],
    writes: ['Deliveries'],
    sends: [],
    secrets: 'slack-webhook',
    memoryMegabytes: 512,
    timeoutSeconds: 120,
  },
  {
    name: 'query',
    wakes: { kind: 'http' },
    reads: ['Codebooks', 'Feeds', 'Articles', 'Texts', 'Mentions', 'Statements', 'Trends', 'Keys'],
    writes: ['Marks', 'Audits', 'KeyUses'],
    sends: [],
    memoryMegabytes: 1024,
    timeoutSeconds: 29,
  },
  {
    name: 'retain',
    wakes: { kind: 'rate', minutes: 60 },
    reads: ['Mentions', 'Statements'],
    writes: ['Texts', 'Articles'],
    sends: [],
    memoryMegabytes: 512,
    timeoutSeconds: 240,
  },
];

/** The stage of that name. */
export function stageNamed(name: StageName): Stage {
  const stage = stages.find((candidate) => candidate.name === name);
  if (!stage) throw new Error(`no stage named ${name}`);
  return stage;
}

/** The queues of the pipeline, each with the stage that it wakes. */
export const queues: readonly { name: QueueName; stage: Stage; waker: Extract<Waker, { kind: 'queue' }> }[] =
  stages.flatMap((stage) =>
    stage.wakes.kind === 'queue' ? [{ name: stage.wakes.queue, stage, waker: stage.wakes }] : [],
  );
