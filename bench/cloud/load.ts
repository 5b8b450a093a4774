import { join } from 'node:path';
import Table from 'cli-table3';
import { readCodebook } from '../../local/read-codebook.ts';
import type { Codebook } from '../../shared/codebook/codebook.ts';
import { LoadWorld } from './load-world.ts';
import { compareWays } from './naive-ways.ts';
import { syntheticArticles } from './synthetic-articles.ts';

interface Scenario {
  name: string;
  articles: number;
  /** Articles that come together: a poll's, or all of a back-fill. */
  together: number;
}

const perDay = 5_000;
const pollsADay = 288;
const backFill = 100_000;
/** Write units a second that one partition key takes (DynamoDB developer guide, "Partitions and data distribution"). */
const keyLimit = 1_000;
const root = join(import.meta.dirname, '..', '..');

const scenarios = (scale: number): Scenario[] => [
  { name: '1x (5,000 a day)', articles: Math.ceil(perDay * scale), together: Math.ceil(perDay / pollsADay) },
  { name: '20x (100,000 a day)', articles: Math.ceil(20 * perDay * scale), together: (20 * perDay) / pollsADay },
  { name: 'back-fill of 100,000', articles: Math.ceil(backFill * scale), together: backFill },
];

/** Runs a world through a scenario. @returns seconds it took */
export async function runScenario(
  world: LoadWorld,
  codebook: Codebook,
  { articles, together, share }: { articles: number; together: number; share: number },
): Promise<number> {
  await world.open(codebook);
  const start = performance.now();
  let batch = [];
  for (const article of syntheticArticles(codebook, articles, share)) {
    batch.push(article);
    if (batch.length < together) continue;
    await world.discover(batch, codebook.id);
    await world.drain();
    batch = [];
  }
  await world.discover(batch, codebook.id);
  await world.drain();
  return (performance.now() - start) / 1_000;
}

/**
 * The pipeline at load, on this machine: rate, age of the oldest message, capacity by table, hot keys, and the naive ways
 * to count beside the one built.
 * @param scale part of each scenario that is run: 1 is the whole
 * @param share of the articles that are about the dispute
 */
export async function benchLoad({ scale, share }: { scale: number; share: number }): Promise<void> {
  const codebook = await readCodebook(join(root, 'codebooks/junior-doctors-2016.yaml'));
  for (const scenario of scenarios(scale)) {
    const world = new LoadWorld();
    const seconds = await runScenario(world, codebook, { ...scenario, share });
    report(scenario, world, seconds);
    const { articles, ways } = await compareWays(world);
    const table = newTable(['counting', `ms for ${articles} articles`, 'read units', 'write units']);
    for (const { name, ms, readUnits, writeUnits } of ways)
      table.push([name, ms.toFixed(0), readUnits.toFixed(0), writeUnits.toFixed(0)]);
    console.log(`${table}\n`);
  }
}

function report({ name, articles }: Scenario, world: LoadWorld, seconds: number): void {
  const ages = [...world.oldest].map(([queue, age]) => `${queue} ${age.toFixed(1)} s`).join(', ');
  console.log(`${name}: ${articles} articles in ${seconds.toFixed(0)} s, ${(articles / seconds).toFixed(1)} a second`);
  console.log(`oldest message: ${ages}`);
  const table = newTable(['units an article', 'write', 'index write', 'read', 'requests']);
  for (const [tableName, units] of [...world.meter.tables].sort())
    table.push([
      tableName,
      ...[units.writeUnits, units.indexWriteUnits, units.readUnits, units.requests].map((n) =>
        (n / articles).toFixed(2),
      ),
    ]);
  console.log(String(table));
  const hottest = [...world.meter.keys].sort((a, b) => b[1] - a[1]).slice(0, 4);
  for (const [key, units] of hottest) {
    const each = units / articles;
    console.log(
      `hot key ${key}: ${each.toFixed(2)} write units an article, so ${(keyLimit / each).toFixed(0)} articles/s`,
    );
  }
}

const newTable = (head: string[]) => new Table({ head, style: { head: [], border: [] } });
