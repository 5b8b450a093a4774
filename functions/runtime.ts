import type { MetricName } from '../shared/metrics.ts';
import type { Queues } from '../shared/queue/queues.ts';
import type { CodebookReaders } from '../shared/store/published-codebooks.ts';
import type { Store } from '../shared/store/store.ts';
import type { WebClient } from '../shared/web/web-client.ts';

/** One line of the log: an object that is written as JSON. */
export type Log = (line: Record<string, unknown>) => void;

/** Everything a stage reaches outside itself. The cloud makes one from its environment, the local runtime another. */
export interface Runtime extends CodebookReaders {
  store: Store;
  queues: Queues;
  web: WebClient;
  /** Milliseconds since the epoch. */
  now(): number;
  /** In [0, 1), told apart by what it is for: the same key at the same instant gives the same number. */
  random(key: string): number;
  log: Log;
  /** Counts something, under the stage. */
  measure(name: MetricName, value: number): void;
  /** Does the work of one article as a span of the function's trace. */
  span<T>(name: string, articleId: string, work: () => Promise<T>): Promise<T>;
}

/** For a runtime that nobody traces or counts. */
export const unobserved: Pick<Runtime, 'measure' | 'span'> = {
  measure: () => {},
  span: (_, __, work) => work(),
};
