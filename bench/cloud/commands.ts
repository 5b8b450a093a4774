import { type Command, InvalidArgumentError } from 'commander';
import { benchColdStart } from './cold-start.ts';
import { benchFaults } from './faults.ts';

const count = (value: string): number => {
  const number = Number(value);
  if (!Number.isInteger(number) || number < 0) throw new InvalidArgumentError('give a whole number from 0 on');
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
}
