import { Command } from 'commander';
import { addCloud } from './cloud/commands.ts';
import { benchDashboard } from './dashboard/bench.ts';
import { benchExtraction } from './extraction/bench.ts';
import { benchHostile } from './feeds/hostile.ts';
import { soak } from './feeds/soak.ts';
import { checkFloors } from './floors.ts';
import { fuzz } from './fuzz.ts';
import { benchLanguage } from './language/bench.ts';
import { benchScale } from './scale/bench.ts';

const program = new Command('npm run bench --').description('Measures quality and speed.');

program
  .command('floors')
  .description(
    'scores all benchmarks, prices hostile feeds, and fails when one falls below its floor or costs too much',
  )
  .option('--repin', 'raise the floors to what was reached', false)
  .action(async (options: { repin: boolean }) => {
    const held = await checkFloors(options);
    if (!benchHostile() || !held) process.exitCode = 1;
  });

program
  .command('extraction')
  .description('articles from pages: quality, ten folds by domain, memory, speed beside the npm peers')
  .option('--rounds <number>', 'how often each page is timed', '3')
  .action((options: { rounds: string }) => benchExtraction({ rounds: Number(options.rounds) }));

program
  .command('language')
  .description('sentence boundaries, and the speed of the tagger beside wink-nlp and compromise and over long texts')
  .action(async () => {
    await benchLanguage();
  });

program
  .command('hostile')
  .description('what documents made to hurt a feed parser cost beside an ordinary feed')
  .action(() => {
    if (!benchHostile()) process.exitCode = 1;
  });

program
  .command('soak')
  .description('200 feeds over a simulated fortnight: entries missed, gaps between requests, requests per new entry')
  .action(async () => {
    if (!(await soak())) process.exitCode = 1;
  });

program
  .command('scale')
  .description('what questions cost DynamoDB over corpora of several sizes, and the memory of exports')
  .option('--sizes <list>', 'articles, separated by commas', '1000,10000,100000')
  .action(async (options: { sizes: string }) => {
    if (!(await benchScale({ sizes: options.sizes.split(',').map(Number) }))) process.exitCode = 1;
  });

program
  .command('fuzz')
  .description(
    'every public boundary with whatever comes: messages, API, codebooks, pages, feeds, imports, cursors, sheets',
  )
  .option('--runs <number>', 'inputs for each', '10000')
  .action(async (options: { runs: string }) => {
    if (!(await fuzz({ runs: Number(options.runs) }))) process.exitCode = 1;
  });

addCloud(program);

program
  .command('dashboard')
  .description('the page over a synthetic year in Chromium: first paint, and each interaction until the next paint')
  .action(async () => {
    if (!(await benchDashboard())) process.exitCode = 1;
  });

await program.parseAsync();
