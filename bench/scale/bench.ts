import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { createQueryApp } from '../../functions/query/app.ts';
import { createTables, localTableName } from '../../local/create-resources.ts';
import { startCloud } from '../../local/embedded-cloud.ts';
import { cachedCodebooks, publishCodebook } from '../../shared/store/published-codebooks.ts';
import { createStore } from '../../shared/store/store.ts';
import { scaleCodebook } from './codebook.ts';
import { fillStore } from './fill-store.ts';
import { meter } from './metered-client.ts';
import { dispute, rareWord, year } from './synthetic-corpus.ts';

/** Most memory that an export may hold at the largest size, in MB. */
const memoryLimit = 200;
const exportFormats = ['csv', 'jsonl', 'parquet'] as const;

const period = `from=${year.from}&to=${year.to}`;
/** What people ask for, by what it is called in the table. */
const questions: Record<string, string> = {
  'first page of articles': `articles?${period}&limit=100`,
  'first page of one actor': `articles?${period}&actor=union&limit=100`,
  'statements, one actor and issue': `statements?${period}&actor=union&issue=pay&stance=against&limit=100`,
  'articles with a rare word': `articles?${period}&text=${rareWord}&limit=100`,
  'statements of one outlet': `statements?${period}&outlet=Outlet%201&limit=100`,
  'a year by day, four actors': `series?${period}&actor=union,line,minister,port`,
  'a year by week, one actor': `series?${period}&actor=union&interval=week`,
  'two weeks by hour, one actor': 'series?from=2020-03-01&to=2020-03-14&actor=union&interval=hour',
};

/**
 * Asks the API the same questions over corpora of several sizes spread over one year, and counts what each costs
 * DynamoDB; then exports the largest and measures the memory. Prints a table. @returns whether memory stayed in bounds
 */
export async function benchScale({ sizes }: { sizes: number[] }): Promise<boolean> {
  const columns: Record<string, string[]> = {};
  let withinMemory = true;
  for (const size of sizes) {
    const folder = await mkdtemp(join(tmpdir(), 'picketline-scale-'));
    const cloud = await startCloud({ folder });
    await createTables(cloud.dynamodb);
    const begun = performance.now();
    const rows = await fillStore(cloud.dynamodb, size);
    console.error(`${size} articles, ${rows} rows written in ${Math.round((performance.now() - begun) / 1_000)} s`);
    const store = createStore(cloud.dynamodb, localTableName);
    await publishCodebook(store, scaleCodebook, `${year.from}T00:00:00.000Z`);
    const now = () => Date.parse(`${year.to}T12:00:00Z`);
    const app = createQueryApp({ store, ...cachedCodebooks(store, now), now, log: () => {}, asset: async () => null });
    const measure = meter(cloud.dynamodb);
    await app.request('/api/disputes');
    for (const [name, question] of Object.entries(questions)) {
      const asked = await measure(async () => app.request(`/api/disputes/${dispute}/${question}`));
      const status = asked.result.ok ? '' : ` (${asked.result.status})`;
      columns[name] = [...(columns[name] ?? []), `${asked.requests} / ${Math.round(asked.units)}${status}`];
    }
    const pages = await measure(() => allPages(app, `articles?${period}&text=${rareWord}&limit=100`));
    columns['all pages of the rare word'] = [
      ...(columns['all pages of the rare word'] ?? []),
      `${pages.requests} / ${Math.round(pages.units)} in ${pages.result.pages} pages, ${pages.result.rows} found`,
    ];
    const { port } = await cloud.dynamodb.config.endpoint!();
    for (const format of exportFormats) {
      const { megabytes, rows: written } = await exportApart(`http://127.0.0.1:${port}`, format);
      withinMemory &&= megabytes < memoryLimit;
      columns[`export as ${format}`] = [...(columns[`export as ${format}`] ?? []), `${megabytes} MB, ${written} rows`];
    }
    await cloud.stop();
    await rm(folder, { recursive: true });
  }
  console.log(`| requests / read units | ${sizes.join(' | ')} |\n|---|${sizes.map(() => '--:|').join('')}`);
  for (const [name, cells] of Object.entries(columns)) console.log(`| ${name} | ${cells.join(' | ')} |`);
  console.log(`exports under ${memoryLimit} MB: ${withinMemory ? 'yes' : 'NO'}`);
  return withinMemory;
}

async function allPages(app: ReturnType<typeof createQueryApp>, question: string) {
  let cursor = '';
  let pages = 0;
  let rows = 0;
  do {
    const answer = await app.request(`/api/disputes/${dispute}/${question}${cursor}`);
    const body = (await answer.json()) as { next: string | null; articles: unknown[] };
    pages += 1;
    rows += body.articles.length;
    cursor = body.next === null ? '' : `&cursor=${encodeURIComponent(body.next)}`;
  } while (cursor !== '');
  return { pages, rows };
}

async function exportApart(endpoint: string, format: string): Promise<{ megabytes: number; rows: number }> {
  const script = join(import.meta.dirname, 'export-memory.ts');
  const { stdout } = await promisify(execFile)(process.execPath, ['--import', 'tsx', script, endpoint, format]);
  return JSON.parse(stdout) as { megabytes: number; rows: number };
}
