import { metricNames } from '../../shared/metrics.ts';
import { deployedStage } from '../cloud-runtime.ts';
import { openCloudWeb } from '../cloud-web.ts';
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
  runtime.measure(metricNames.unheardFeeds, await keepCoverage(runtime));
  const at = (milliseconds: number) => new Date(milliseconds).toISOString();
  const resent = await resendUnfinished(at(runtime.now() - lostAfterMilliseconds), at(runtime.now()), runtime);
  runtime.measure(
    metricNames.discovered,
    outcomes.reduce((sum, { event }) => sum + event.new, 0),
  );
  runtime.measure(metricNames.resent, resent);
  return { polled: outcomes.length, resent };
};

const { runtimeOf, observe } = deployedStage('poll', openCloudWeb);

export const handler = observe(createHandler(runtimeOf));
