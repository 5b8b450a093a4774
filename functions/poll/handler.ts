import { cloudRuntime } from '../cloud-runtime.ts';
import type { Runtime } from '../runtime.ts';
import { keepCoverage } from './keep-coverage.ts';
import { pollDue } from './poll-due.ts';
import { resendUnfinished } from './resend-unfinished.ts';

/** An article that has stood unfinished so long has lost its message. */
const lostAfterMilliseconds = 15 * 60_000;

export const createHandler = (runtimeOf: () => Runtime) => async (): Promise<{ polled: number; resent: number }> => {
  const runtime = runtimeOf();
  const outcomes = await pollDue(runtime);
  for (const { state, event } of outcomes) runtime.log({ level: 'info', stage: 'poll', feed: state.url, ...event });
  await keepCoverage(runtime);
  const at = (milliseconds: number) => new Date(milliseconds).toISOString();
  const resent = await resendUnfinished(at(runtime.now() - lostAfterMilliseconds), at(runtime.now()), runtime);
  return { polled: outcomes.length, resent };
};

export const handler = createHandler(cloudRuntime('poll'));
