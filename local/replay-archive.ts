import { mkdir } from 'node:fs/promises';
import { keepCoverage } from '../functions/poll/keep-coverage.ts';
import type { Codebook } from '../shared/codebook/codebook.ts';
import { publishCodebook } from '../shared/store/published-codebooks.ts';
import { addDays, dayRange } from '../shared/trend/day.ts';
import { pathLinks } from './archive/links.ts';
import { loadArchive } from './archive/load-archive.ts';
import type { Archive } from './archive/schema.ts';
import { createArchiveSite } from './archive/site.ts';
import { DemoClock } from './demo-clock.ts';
import { type LocalPipeline, startPipeline } from './local-pipeline.ts';
import { type Served, serve } from './serve.ts';

export interface ReplaySettings {
  folder: string;
  codebook: Codebook;
  archivePort: number;
  /** Called after each simulated day. */
  onDay?: (day: string, progress: number) => void;
  /** Days to replay; the codebook's period where left out. */
  period?: { from: string; to: string };
  /** A DynamoDB to use instead of the embedded one. */
  dynamodbEndpoint?: string | undefined;
}

export interface Replay {
  pipeline: LocalPipeline;
  codebook: Codebook;
  clock: DemoClock;
  site: Served;
}

/** The hour (UTC) at which the replay polls: before the morning digest. */
const pollHour = 5;
const hourInMilliseconds = 3_600_000;

/**
 * Serves the sample archive as a local web site and lets the pipeline watch it, a day at a step of a simulated clock.
 * Opening the same folder again goes on where the last run stood, however it ended.
 */
export async function openReplay(settings: ReplaySettings): Promise<Replay> {
  await mkdir(settings.folder, { recursive: true });
  const archive = loadArchive();
  const { from, to } = periodOf(settings);
  const clock = await DemoClock.open(settings.folder, pollInstant(from));
  const site = await serve(
    createArchiveSite(archive, () => new Date(clock.now())),
    settings.archivePort,
    '--archive-port',
  );
  const codebook = { ...settings.codebook, feeds: feedsOf(archive, site.url) };
  const pipeline = await startPipeline({
    folder: settings.folder,
    dynamodbEndpoint: settings.dynamodbEndpoint,
    contact: 'https://picketline.example/about-our-robot',
    allowList: [`127.0.0.1:${site.port}`],
    now: () => clock.now(),
  });
  await publishCodebook(pipeline.runtime.store, codebook, new Date(pollInstant(from)).toISOString());
  await replayDays({ pipeline, codebook, clock, site }, to, from, settings.onDay);
  return { pipeline, codebook, clock, site };
}

async function replayDays(replay: Replay, to: string, from: string, onDay: ReplaySettings['onDay']): Promise<void> {
  const { pipeline, clock } = replay;
  const end = pollInstant(addDays(to, 1));
  const begin = pollInstant(from);
  await pipeline.resume();
  while (clock.now() <= end) {
    await pipeline.poll();
    await keepCoverage(pipeline.runtime);
    await pipeline.drain();
    onDay?.(new Date(clock.now()).toISOString().slice(0, 10), (clock.now() - begin) / (end - begin));
    await clock.moveTo(clock.now() + 24 * hourInMilliseconds);
  }
}

const periodOf = ({ period, codebook }: ReplaySettings) => ({
  from: period?.from ?? codebook.period.from,
  to: period?.to ?? codebook.period.to ?? codebook.period.from,
});

const pollInstant = (day: string) => Date.parse(dayRange(day, 'UTC').from) + pollHour * hourInMilliseconds;

/** The codebook's feeds as the archive serves them under a base address. */
export function feedsOf(archive: Archive, base: string): Codebook['feeds'] {
  const carriers = new Set(archive.outlets.map(({ carriedBy }) => carriedBy));
  const links = pathLinks(base);
  return archive.outlets.flatMap((outlet) => {
    const url = links.subscription(outlet);
    return url ? [{ url, outlet: outlet.name, aggregator: carriers.has(outlet.slug), ignoreHttpCache: false }] : [];
  });
}
