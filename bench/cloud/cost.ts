import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readCodebook } from '../../local/read-codebook.ts';
import { costOfThousand, costReport, total, type Usage, type WorkingStage } from '../../shared/cost/cost.ts';
import prices from '../../shared/cost/prices.json' with { type: 'json' };
import { itemBytes } from '../../shared/store/item-bytes.ts';
import { isKept } from '../../shared/store/rows.ts';
import type { Table } from '../../shared/store/table.ts';
import { runScenario } from './load.ts';
import { LoadWorld } from './load-world.ts';

const root = join(import.meta.dirname, '..', '..');
const together = 50;
/** USD for 1,000 articles, all in. */
const limit = 0.03;

/**
 * Measures what an article uses and prices it.
 * @param share of the articles that are about the dispute: the feeds of newspapers carry much else
 * @param pin writes `shared/cost/usage.json`, which `picketline cost` prices
 * @returns whether 1,000 articles cost less than the limit
 */
export async function benchCost(options: { articles: number; share: number; pin: boolean }): Promise<boolean> {
  const usage = await measureUsage(options);
  console.log(costReport(usage, prices));
  if (options.pin) {
    const file = join(root, 'shared', 'cost', 'usage.json');
    await writeFile(file, `${JSON.stringify(usage, null, 2)}\n`);
  }
  const cost = total(costOfThousand(usage, prices));
  console.log(`limit ${limit} USD for 1,000 articles: ${cost < limit ? 'held' : 'exceeded'}`);
  return cost < limit;
}

async function measureUsage({ articles, share }: { articles: number; share: number }): Promise<Usage> {
  const world = new LoadWorld();
  const codebook = await readCodebook(join(root, 'codebooks/junior-doctors-2016.yaml'));
  await runScenario(world, codebook, { articles, together, share });
  const each = (sum: number) => Math.round((sum / articles) * 1e4) / 1e4;
  const stage = (name: WorkingStage) => {
    const { cpuMs = 0, events = 0 } = world.work.get(name) ?? {};
    return { cpuMs: each(cpuMs), events: each(events) };
  };
  const { characters, bytes } = await sizes(world);
  const { meter } = world;
  return {
    ...{ measuredAt: new Date().toISOString(), articles, share, characters: Math.round(characters) },
    writeUnits: each(meter.total('writeUnits') + meter.total('indexWriteUnits')),
    readUnits: each(meter.total('readUnits')),
    ...{ sqsRequests: each(world.sqsRequests), logBytes: each(world.logBytes), storedBytes: each(bytes) },
    stages: { poll: stage('poll'), collect: stage('collect'), tag: stage('tag'), trend: stage('trend') },
  };
}

/** Characters of a mean text, and bytes of all rows. */
async function sizes({ runtime: { store } }: LoadWorld): Promise<{ characters: number; bytes: number }> {
  let bytes = 0;
  let texts = 0;
  let characters = 0;
  const weigh = async <Row extends object>(table: Table<Row>, see: (row: Row) => void = () => {}) => {
    for await (const row of table.scan()) {
      bytes += itemBytes(table.itemOf(row));
      see(row);
    }
  };
  await weigh(store.texts, (row) => {
    if (!isKept(row)) return;
    texts += 1;
    characters += row.text.length;
  });
  await weigh(store.articles);
  await weigh(store.signatures);
  await weigh(store.mentions);
  await weigh(store.statements);
  await weigh(store.trends);
  return { characters: texts > 0 ? characters / texts : 0, bytes };
}
