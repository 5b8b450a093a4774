// One cold start: loads a bundle and hands its function the first event, alone in a process with nothing but the
// bundle's folder and the environment, and prints what it took. Plain JavaScript, since the checkout's loader would count.
import { pathToFileURL } from 'node:url';
import { leadToTestSite } from '../../test/infra/lead-to-test-site.mjs';

const { LAMBDA_TASK_ROOT, FIRST_EVENT, TEST_SITE_PORT } = process.env;
if (TEST_SITE_PORT) leadToTestSite(Number(TEST_SITE_PORT));

const cpuMs = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};
const start = { at: performance.now(), cpu: cpuMs() };
const { handler } = await import(pathToFileURL(`${LAMBDA_TASK_ROOT}/index.mjs`).href);
const loaded = { at: performance.now(), cpu: cpuMs() };
const answer = await handler(JSON.parse(FIRST_EVENT), { getRemainingTimeInMillis: () => 60_000 }).catch((error) => ({
  error: error.message,
}));
const end = { at: performance.now(), cpu: cpuMs() };
const measured = {
  ...{ loadMs: loaded.at - start.at, eventMs: end.at - loaded.at },
  ...{ loadCpuMs: loaded.cpu - start.cpu, eventCpuMs: end.cpu - loaded.cpu },
  megabytes: process.memoryUsage.rss() / 1e6,
};
process.stdout.write(JSON.stringify({ measured, answer }), () => process.exit());
