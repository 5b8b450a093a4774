import { type Command, InvalidArgumentError } from 'commander';
import { wholeNumber } from '../../local/options.ts';
import { benchColdStart } from './cold-start.ts';
import { benchCost } from './cost.ts';
import { benchFaults } from './faults.ts';
import { benchLoad } from './load.ts';
import { benchRecount } from './recount-day.ts';

const count = wholeNumber(0);

const part = (value: string): number => {
  const number = Number(value);
  if (!(number > 0 && number <= 1)) throw new InvalidArgumentError('give a part of the whole, above 0 and up to 1');
  return number;
};

/** Adds `cloud`: the pipeline under fault, at load, its cold starts and its costs; all of it without a subcommand. */
export function addCloud(program: Command): void {
  const cloud = program.command('cloud').description('the pipeline under fault, at load, cold starts, costs');
  cloud
    .command('faults')
    .description('two days of the archive under injected faults: tables must equal the undisturbed run')
    .option('--seeds <number>', 'how many seeds', count, 500)
    .option('--from <seed>', 'first seed', count, 0)
    .action(async (options: { seeds: number; from: number }) => {
      if (!(await benchFaults(options))) process.exitCode = 1;
    });
  cloud
    .command('start')
    .description('cold starts of the functions from their bundles, beside a bare AWS SDK')
    .option('--rounds <number>', 'fresh processes for each', count, 20)
    .action(async (options: { rounds: number }) => {
      if (!(await benchColdStart(options))) process.exitCode = 1;
    });
  cloud
    .command('load')
    .description('5,000 and 100,000 articles a day and a back-fill of 100,000: rate, queue age, capacity, hot keys')
    .option('--scale <part>', 'part of each that is run', part, 1)
    .option('--share <part>', 'part of the articles that is about the dispute', part, 1)
    .action((options: { scale: number; share: number }) => benchLoad(options));
  cloud
    .command('recount')
    .description('recounts a busy day of one actor: read units, seconds, memory')
    .option('--mentions <number>', 'mentions of the day', count, 100_000)
    .action((options: { mentions: number }) => benchRecount(options));
  cloud
    .command('cost')
    .description('what 1,000 articles and a month cost: units and milliseconds measured, public prices')
    .option('--articles <number>', 'articles measured', count, 300)
    .option('--share <part>', 'part of the articles that is about the dispute', part, 1)
    .option('--pin', 'keep what was measured for `picketline cost`', false)
    .action(async (options: { articles: number; share: number; pin: boolean }) => {
      if (!(await benchCost(options))) process.exitCode = 1;
    });
}
