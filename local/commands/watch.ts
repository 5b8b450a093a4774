import { mkdir } from 'node:fs/promises';
import type { Command } from 'commander';
import { sendAlerts } from '../../functions/alert/send-alerts.ts';
import { channelsOf } from '../../functions/channels.ts';
import type { Channel } from '../../functions/deliver-once.ts';
import { sendDigests } from '../../functions/digest/send-digests.ts';
import { keepCoverage } from '../../functions/poll/keep-coverage.ts';
import { resendUnfinished } from '../../functions/poll/resend-unfinished.ts';
import { messageOf } from '../../shared/errors.ts';
import { stageNamed } from '../../shared/stages.ts';
import { publishCodebook } from '../../shared/store/published-codebooks.ts';
import { type LocalPipeline, startPipeline } from '../local-pipeline.ts';
import { readPort } from '../options.ts';
import { countOutcomes, outcomeLines } from '../outcomes.ts';
import { defaultCodebook, readCodebook } from '../read-codebook.ts';
import { onlyHere, servePage } from '../serve-page.ts';

interface WatchOptions {
  codebook: string[];
  data: string;
  port: number;
  contact: string;
  dynamodb?: string;
  sqs?: string;
}

const minute = 60_000;

/** Adds `watch`: polls the real feeds of codebooks until stopped. */
export function addWatch(program: Command): void {
  program
    .command('watch')
    .description("watch the codebook's feeds, and serve the page")
    .option('--codebook <files...>', 'codebooks to watch', [defaultCodebook])
    .option('--data <folder>', 'where to keep tables', '.picketline/watch')
    .option('--port <port>', 'port of page and API', readPort, 4800)
    .option(
      '--contact <address>',
      'whom webmasters may write to',
      process.env.PICKETLINE_CONTACT ?? 'https://picketline.example/about-our-robot',
    )
    .option('--dynamodb <endpoint>', 'a DynamoDB to use instead of the embedded one (an address, or "aws")')
    .option('--sqs <endpoint>', 'an SQS to use instead of the embedded one (an address, or "aws")')
    .action(watch);
}

async function watch(options: WatchOptions): Promise<void> {
  const channels = channelsOf(process.env.SLACK_WEBHOOK_URL ?? '');
  await mkdir(options.data, { recursive: true });
  const pipeline = await startPipeline({
    folder: options.data,
    contact: options.contact,
    dynamodbEndpoint: options.dynamodb,
    sqsEndpoint: options.sqs,
    now: Date.now,
    log: (line) => console.log(JSON.stringify(line)),
  });
  for (const file of options.codebook) {
    const version = await publishCodebook(pipeline.runtime.store, await readCodebook(file), new Date().toISOString());
    console.log(`codebook ${file}, version ${version}`);
  }
  const page = await servePage(pipeline.runtime, options.port);
  console.log(`Page and API: ${page.url}  (${onlyHere}; Ctrl-C ends after the work in hand)`);
  const stopped = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      stopped.abort();
      pipeline.halt();
    });
  }
  await pipeline.resume();
  while (!stopped.signal.aborted) {
    // A round that fails as a whole, for want of a disk say, must not end the watch.
    await round(pipeline, channels).catch((thrown) =>
      console.error(`This round failed: ${messageOf(thrown)} It is tried again.`),
    );
    await pause(everyMilliseconds(), stopped.signal);
  }
  console.log(outcomeLines(await countOutcomes(pipeline.runtime.store)).join('\n'));
  await page.close();
  await pipeline.stop();
}

/** What the schedules do in the cloud: poll what is due, work it off, send the digest when its hour has come, and alerts. */
async function round(pipeline: LocalPipeline, channels: Channel[]): Promise<void> {
  const { runtime } = pipeline;
  for (const { state, event } of await pipeline.poll()) {
    const next = new Date(event.nextPollAt).toISOString().slice(0, 16);
    console.log(
      `${state.outlet}: ${event.result}, ${event.new} new of ${event.items}${event.error ? `, ${event.error}` : ''}; next ${next} (${event.why})`,
    );
  }
  await keepCoverage(runtime);
  const at = (milliseconds: number) => new Date(milliseconds).toISOString();
  await resendUnfinished(at(Date.now() - 15 * minute), at(Date.now()), runtime);
  await pipeline.drain();
  await sendDueMessages(pipeline, channels);
}

/** Texts that reach no webhook are printed. What failed is logged, and tried again by the next round. */
async function sendDueMessages({ runtime }: LocalPipeline, channels: Channel[]): Promise<void> {
  const ports = { ...runtime, dashboardUrl: null };
  const digests = await sendDigests(channels, ports);
  const alerts = await sendAlerts(channels, ports);
  if (channels.every(({ post }) => post === null))
    for (const text of [...digests.sent, ...alerts.sent])
      console.log(`\n${text}\n(no SLACK_WEBHOOK_URL: printed only)\n`);
}

const everyMilliseconds = () => {
  const { wakes } = stageNamed('poll');
  return (wakes.kind === 'rate' ? wakes.minutes : 5) * minute;
};

const pause = (milliseconds: number, signal: AbortSignal) =>
  new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
