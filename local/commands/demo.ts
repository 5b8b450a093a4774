import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { SingleBar } from 'cli-progress';
import type { Command } from 'commander';
import { reportFor } from '../../functions/digest/report-for.ts';
import { statementViews } from '../../functions/query/evidence.ts';
import { digestDocument } from '../../shared/report/digest-document.ts';
import { plainText } from '../../shared/report/plain-text.ts';
import { codebookOf, standingCodebooks } from '../../shared/store/published-codebooks.ts';
import { toArray } from '../../shared/store/to-array.ts';
import { seriesOf, wholeDispute } from '../../shared/trend/series.ts';
import { readDay, readPort } from '../options.ts';
import { countOutcomes, outcomeLines } from '../outcomes.ts';
import { defaultCodebook, readCodebook } from '../read-codebook.ts';
import { openReplay, type Replay } from '../replay-archive.ts';
import { assertPortFree } from '../serve.ts';
import { onlyHere, servePage } from '../serve-page.ts';
import { statementTable } from '../statement-table.ts';
import { toneLines, volumeChart, weekly } from '../terminal-chart.ts';

interface DemoOptions {
  exit: boolean;
  fresh: boolean;
  data: string;
  port: number;
  archivePort: number;
  from?: string;
  to?: string;
}

/** The day whose digest the demo prints: the contract is imposed. */
const digestDay = '2016-02-11';
const chartedActors = ['hunt', 'bma', 'junior-doctors', 'department', 'alexander'];

/** Adds `demo`: the sample archive through the whole pipeline, then the page. */
export function addDemo(program: Command): void {
  program
    .command('demo')
    .description('replay the sample archive through the whole pipeline and show what comes of it')
    .option('--exit', 'end after printing instead of serving the page', false)
    .option('--fresh', 'forget what earlier demos left in the data folder', false)
    .option('--data <folder>', 'where to keep tables', '.picketline/demo')
    .option('--port <port>', 'port of page and API', readPort, 4800)
    .option('--archive-port <port>', "port of the sample outlets' web site", readPort, 4801)
    .option('--from <day>', "first day to replay; the codebook's where left out", readDay)
    .option('--to <day>', 'last day to replay', readDay)
    .action(demo);
}

async function demo(options: DemoOptions): Promise<void> {
  if (options.fresh) await rm(join(options.data), { recursive: true, force: true });
  if (!options.exit) await assertPortFree(options.port, '--port');
  const replay = await replayWithProgress(options);
  const stop = async () => {
    await replay.pipeline.stop();
    await replay.site.close();
  };
  await printResults(replay);
  if (options.exit) return stop();
  const page = await servePage(replay.pipeline.runtime, options.port);
  console.log(`\nPage and API: ${page.url}  (${onlyHere}; Ctrl-C ends)`);
  process.once('SIGINT', () => void page.close().then(stop));
}

async function replayWithProgress(options: DemoOptions): Promise<Replay> {
  console.log(
    'Sample archive: invented articles of fictional outlets, replayed as it would have been heard day by day.',
  );
  const bar = new SingleBar({ format: '{bar} {percentage}% {day}', hideCursor: true, noTTYOutput: false });
  bar.start(100, 0, { day: '' });
  const codebook = await readCodebook(defaultCodebook);
  const replay = await openReplay({
    folder: options.data,
    codebook,
    period: {
      from: options.from ?? codebook.period.from,
      to: options.to ?? codebook.period.to ?? codebook.period.from,
    },
    archivePort: options.archivePort,
    onDay: (day, progress) => bar.update(Math.min(100, Math.round(progress * 100)), { day }),
  });
  bar.stop();
  return replay;
}

async function printResults({ pipeline, codebook }: Replay): Promise<void> {
  const { store } = pipeline.runtime;
  const { from, to } = codebook.period;
  const pointsOf = (actor: string) =>
    toArray(store.trends.query({ series: seriesOf(codebook.id, actor) }, 'day', { from, to: to ?? '9999' }));
  console.log(
    `\n${codebook.title}\n\nArticles a week:\n${volumeChart(weekly(await pointsOf(wholeDispute), from, to ?? from))}`,
  );
  const actors = await Promise.all(
    chartedActors.map(async (actor) => ({
      name: codebook.actors.find(({ id }) => id === actor)?.name ?? actor,
      weeks: weekly(await pointsOf(actor), from, to ?? from),
    })),
  );
  console.log(`\nTone by week, from -1 (▁) to 1 (█):\n${toneLines(actors)}`);
  await printStatements(pipeline.runtime.store, codebook.id);
  const published = codebookOf(await standingCodebooks(store), codebook.id);
  console.log(
    `\nMorning digest as Slack gets it:\n\n${plainText(digestDocument(await reportFor(published, digestDay, { store, dashboardUrl: null })))}`,
  );
  console.log(`\n${outcomeLines(await countOutcomes(store)).join('\n')}`);
}

/** The statements of the article that has most of them. */
async function printStatements(store: Replay['pipeline']['runtime']['store'], dispute: string): Promise<void> {
  const rows = await toArray(store.statements.scan());
  const perArticle = new Map<string, typeof rows>();
  for (const row of rows) {
    if (row.series.startsWith(`${dispute}#`))
      perArticle.set(row.articleId, [...(perArticle.get(row.articleId) ?? []), row]);
  }
  const [richest] = [...perArticle.values()].sort((a, b) => b.length - a.length || (a[0]!.at < b[0]!.at ? -1 : 1));
  if (!richest) return console.log('\nNo statement was tagged.');
  const views = await statementViews(richest, store);
  console.log(`\nStatements of one article: “${views[0]?.title}” (${views[0]?.outlet}, ${views[0]?.at.slice(0, 10)})`);
  console.log(statementTable(views));
}
