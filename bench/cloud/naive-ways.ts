import { trend } from '../../functions/trend/trend.ts';
import type { LoadWorld } from './load-world.ts';

/** What one way to bring a day's points up to date took for the same articles. */
export interface Way {
  name: string;
  ms: number;
  readUnits: number;
  writeUnits: number;
}

const sampleSize = 10;

/**
 * The articles that were tagged last, counted three ways on the day as it stands: recounted together, as the pipeline
 * does; recounted message by message; and counters incremented article by article (which counts duplicates twice, and
 * can't count distinct texts or outlets at all).
 */
export async function compareWays(world: LoadWorld): Promise<{ articles: number; ways: Way[] }> {
  const messages = world.trendMessages.slice(-sampleSize);
  const buckets = messages.flatMap((message) => message.buckets);
  const { trends } = world.runtime.store;
  // A changed day is read twice and written: points that are missing stand for points that changed.
  const forget = async (of: typeof buckets) => {
    const keys = new Map(of.map(({ series, day }) => [`${series} ${day}`, { series, day }]));
    for (const key of keys.values()) await trends.delete(key);
  };
  const measured = async (name: string, work: () => Promise<void>): Promise<Way> => {
    const before = [world.meter.total('readUnits'), world.meter.total('writeUnits')] as const;
    const start = performance.now();
    await work();
    return {
      ...{ name, ms: performance.now() - start },
      readUnits: world.meter.total('readUnits') - before[0],
      writeUnits: world.meter.total('writeUnits') - before[1],
    };
  };
  await forget(buckets);
  const together = await measured('recounted together (as built)', async () => {
    await trend(messages, world.runtime);
  });
  const oneByOne = await measured('recounted per message', async () => {
    for (const message of messages) {
      await forget(message.buckets);
      await trend([message], world.runtime);
    }
  });
  const increments = await measured('incremented per article', async () => {
    for (const { series, day } of buckets) {
      const point = await trends.get({ series, day });
      if (point) await trends.put(point);
    }
  });
  return { articles: messages.length, ways: [together, oneByOne, increments] };
}
