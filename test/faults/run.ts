import { join } from 'node:path';
import { resendUnfinished } from '../../functions/poll/resend-unfinished.ts';
import { reopenForTagging } from '../../functions/tag/reopen.ts';
import { loadArchive } from '../../local/archive/load-archive.ts';
import type { Archive } from '../../local/archive/schema.ts';
import { reopenFailed, replayDeadLetters } from '../../local/commands/replay.ts';
import { readCodebook } from '../../local/read-codebook.ts';
import { feedsOf } from '../../local/replay-archive.ts';
import type { Codebook } from '../../shared/codebook/codebook.ts';
import { publishCodebook } from '../../shared/store/published-codebooks.ts';
import { toArray } from '../../shared/store/to-array.ts';
import { differences, dumpTables } from '../dump-tables.ts';
import { type AnswerCommand, inProcessDynamoDb } from '../in-process-dynamodb.ts';
import { comparable } from './comparable.ts';
import { type Plan, planOf, undisturbed } from './plan.ts';
import { World } from './world.ts';

/** What came of one seed. */
export interface Outcome {
  seed: number;
  /** What went wrong, in order. */
  faults: string[];
  /** Rows that differ from the undisturbed run, and dead letters that are not as they should be; empty when all is well. */
  differences: string[];
  /** Dead letters and failed articles that the faults had caused and `picketline replay` put right. */
  replayed: number;
}

export interface FaultRuns {
  /** The call sites (`stage command table`) that an undisturbed run reaches. */
  sites: readonly string[];
  run(seed: number): Promise<Outcome>;
}

interface Stage {
  engine: AnswerCommand;
  archive: Archive;
  codebooks: [before: Codebook, after: Codebook];
}

const base = 'http://archive.example';
const root = join(import.meta.dirname, '..', '..');
const days = ['2016-02-11', '2016-02-12'];
/** Hours (UTC) at which feeds are looked at: one that failed is due again before the day is over. */
const hours = [5, 12, 18];
const poison = [
  ['collect', '{{ not JSON'],
  ['tag', '{"v":2,"articleId":"of a newer version"}'],
  ['trend', '{"v":1}'],
  ['collect', '{"v":1,"articleId":"unknown"}'],
] as const;

/** Runs over two days of the sample archive; the undisturbed ones, to compare with, come first. */
export async function startFaultRuns(): Promise<FaultRuns> {
  const stage = await setStage();
  let runs = 0;
  const play = async (plan: Plan) => {
    runs += 1;
    const world = new World(plan, stage.engine, stage.archive, runs);
    await world.createTables();
    await live(world, plan, stage.codebooks);
    const replayed = await afterStorm(world, plan);
    return { world, replayed, dump: comparable(await dumpTables(world.store)) };
  };
  const plain = await play(undisturbed(false));
  const altered = await play(undisturbed(true));
  const sites = [...plain.world.requests.sites.keys()].sort();
  return {
    sites,
    async run(seed) {
      const plan = planOf(seed, sites);
      const { world, replayed, dump } = await play(plan);
      const found = differences((plan.twoCodebooks ? altered : plain).dump, dump);
      return { seed, replayed, faults: world.requests.faults, differences: [...found, ...wrongLetters(world, plan)] };
    },
  };
}

async function setStage(): Promise<Stage> {
  const whole = loadArchive();
  const inDays = ({ published }: { published: string }) =>
    published >= days[0]! && published.slice(0, 10) <= days.at(-1)!;
  const archive = { ...whole, articles: whole.articles.filter(inDays) };
  const codebook = await readCodebook(join(root, 'codebooks/junior-doctors-2016.yaml'));
  const outlets = new Set(
    archive.articles.map(({ outlet }) => whole.outlets.find(({ slug }) => slug === outlet)?.carriedBy ?? outlet),
  );
  const feeds = feedsOf({ ...archive, outlets: whole.outlets.filter(({ slug }) => outlets.has(slug)) }, base);
  const before = { ...codebook, feeds };
  // The second version knows one actor less: rows of the first must go.
  const after = { ...before, actors: before.actors.slice(1) };
  return { engine: inProcessDynamoDb(), archive, codebooks: [before, after] };
}

/** Two days of the pipeline, in the storm. */
async function live(world: World, plan: Plan, [before, after]: Stage['codebooks']): Promise<void> {
  for (const day of days) {
    for (const hour of hours) {
      world.clock.now = Date.parse(`${day}T${String(hour).padStart(2, '0')}:00:00Z`);
      const now = new Date(world.clock.now).toISOString();
      if (day === days[0] && hour === hours[0]) await publishCodebook(world.store, before, now);
      if (day === days[1] && hour === hours[1] && plan.twoCodebooks) await publishCodebook(world.store, after, now);
      if (day === days[1] && plan.poison) for (const [queue, body] of poison) world.queues.put(queue, body);
      await world.poll();
      await world.drain();
    }
  }
}

/**
 * What an operator does when the storm is over: the schedules go on, failed work is replayed, and after a change of the
 * codebook everything is tagged anew. @returns how much of the replayed work the storm had caused
 */
async function afterStorm(world: World, plan: Plan): Promise<number> {
  const { runtime } = world.calm;
  world.requests.isCalm = true;
  world.clock.now += 24 * 3_600_000;
  const resume = async () => {
    const now = new Date(world.clock.now).toISOString();
    await resendUnfinished(now, now, runtime);
    await world.drain();
  };
  await world.poll();
  await world.drain();
  await resume();
  const letters = await replayDeadLetters({ cloud: world.calm, urls: world.queues.urls });
  const articles = await reopenFailed(world.store, world.clock.now);
  await resume();
  if (plan.twoCodebooks) {
    await toArray(reopenForTagging(runtime, { batch: 100, all: true }));
    await resume();
  }
  return letters + articles;
}

/** Every poisonous message must lie in its dead-letter queue under a reason, and nothing else may. */
function wrongLetters({ queues }: World, plan: Plan): string[] {
  const expected = new Set(plan.poison ? poison.map(([queue, body]) => `${queue} ${body}`) : []);
  const letters = [...queues.deadLetters].flatMap(([queue, held]) =>
    held.map(({ body, reason }) => ({ key: `${queue} ${body}`, reason })),
  );
  const found = new Set(letters.map(({ key }) => key));
  return [
    ...[...expected].filter((key) => !found.has(key)).map((key) => `dead letters: missing ${key}`),
    ...[...found].filter((key) => !expected.has(key)).map((key) => `dead letters: extra ${key}`),
    ...letters.filter(({ reason }) => !reason).map(({ key }) => `dead letters: no reason for ${key}`),
  ];
}
