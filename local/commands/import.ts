import { createReadStream } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { SingleBar } from 'cli-progress';
import { Argument, type Command } from 'commander';
import { SettingError } from '../../shared/errors.ts';
import type { ImportRecord } from '../../shared/import/import-record.ts';
import { type ImportFileKind, readImport } from '../../shared/import/read-import.ts';
import type { SavedPage } from '../../shared/import/read-saved-pages.ts';
import { publishCodebook } from '../../shared/store/published-codebooks.ts';
import { importCandidate } from '../import-candidate.ts';
import { type DataOptions, print, withData, withPipeline } from '../open-store.ts';
import { countOutcomes, outcomeLines } from '../outcomes.ts';
import { defaultCodebook, readCodebook } from '../read-codebook.ts';

interface ImportOptions extends DataOptions {
  codebook: string;
  outlet: string;
  dryRun: boolean;
  allowLocal: string[];
}

const kinds = ['csv', 'jsonl', 'sitemap', 'warc', 'html'] as const;
type Kind = (typeof kinds)[number];

/** Candidates worked on before the queues are emptied: bounds what a crash has to do again. */
const chunk = 50;

/** Adds `import`: history brought in through the same path as news. */
export function addImport(program: Command): void {
  withData(program.command('import'))
    .description('bring history in: feeds show only the newest days. Running it again goes on where it stopped')
    .addArgument(
      new Argument('<kind>', 'csv and sitemap list addresses; warc, html and jsonl bring pages or texts').choices(
        kinds,
      ),
    )
    .argument('<source>', 'file, or for html a folder')
    .option('--codebook <file>', 'codebook to tag with', defaultCodebook)
    .option('--outlet <name>', 'outlet where the source names none', 'unknown outlet')
    .option('--dry-run', 'only say what would be imported, by month', false)
    .option('--allow-local <host:port...>', 'servers on this machine that may be asked', [])
    .action(runImport);
}

async function runImport(kind: Kind, source: string, options: ImportOptions): Promise<void> {
  await stat(source).catch((cause) => {
    throw new SettingError(`${source} can't be read.`, 'Check the path.', { cause });
  });
  if (options.dryRun) return preview(open(kind, source), options);
  const codebook = await readCodebook(options.codebook);
  await withPipeline(
    options,
    async ({ runtime, drain, finish }) => {
      await publishCodebook(runtime.store, codebook, new Date(runtime.now()).toISOString());
      const tally = { new: 0, known: 0, bad: 0 };
      const bad: string[] = [];
      const bar = new SingleBar({ format: '{value} records, {fresh} new, {bad} bad', noTTYOutput: false });
      bar.start(0, 0, { fresh: 0, bad: 0 });
      for await (const record of open(kind, source)) {
        if (record.kind === 'bad') {
          tally.bad += 1;
          bad.push(`${record.place}: ${record.problem} ${record.detail}`);
        } else {
          const ports = { runtime, disputes: [codebook.id], outlet: options.outlet, source: `import:${kind}` };
          tally[await importCandidate(record.candidate, ports)] += 1;
        }
        bar.increment(1, { fresh: tally.new, bad: tally.bad });
        if ((tally.new + tally.known) % chunk === 0) await drain();
      }
      bar.stop();
      // Only now: what a killed run left open may hold its page in a record of this source, and need no fetching.
      await finish();
      const counts = await countOutcomes(runtime.store);
      print({ ...tally, badRecords: bad, counts }, options.json, () =>
        [
          ...bad.slice(0, 20),
          `${tally.new} new, ${tally.known} known, ${tally.bad} bad records`,
          ...outcomeLines(counts),
        ].join('\n'),
      );
    },
    { allowList: options.allowLocal },
  );
}

function open(kind: Kind, source: string): AsyncIterable<ImportRecord> {
  if (kind === 'html') return readImport('html', savedPages(source));
  return readImport(kind as ImportFileKind, createReadStream(source));
}

async function* savedPages(folder: string): AsyncGenerator<SavedPage> {
  const names = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = names
    .filter((entry) => entry.isFile() && /\.x?html?$/i.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
  for (const file of files.sort())
    yield { path: relative(folder, file).split('\\').join('/'), bytes: new Uint8Array(await readFile(file)) };
}

/** Counts by month, so that a person sees at once when dates were read wrongly. */
async function preview(records: AsyncIterable<ImportRecord>, { codebook: file, json }: ImportOptions): Promise<void> {
  const { period } = await readCodebook(file);
  const months: Record<string, number> = {};
  const summary = { candidates: 0, undated: 0, outsidePeriod: 0, bad: [] as string[], months };
  for await (const record of records) {
    if (record.kind === 'bad') {
      summary.bad.push(`${record.place}: ${record.problem} ${record.detail}`);
      continue;
    }
    summary.candidates += 1;
    const day = record.candidate.published?.slice(0, 10);
    if (!day) summary.undated += 1;
    else {
      months[day.slice(0, 7)] = (months[day.slice(0, 7)] ?? 0) + 1;
      if (day < period.from || (period.to !== null && day > period.to)) summary.outsidePeriod += 1;
    }
  }
  print(summary, json, () =>
    [
      `${summary.candidates} articles, ${summary.undated} without a date, ${summary.outsidePeriod} outside the codebook's period, ${summary.bad.length} bad records`,
      ...Object.entries(months)
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([month, count]) => `  ${month}  ${count}`),
      ...summary.bad.slice(0, 20),
    ].join('\n'),
  );
}
