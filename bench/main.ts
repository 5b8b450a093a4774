import { Command } from 'commander';
import { checkFloors } from './floors.ts';

const program = new Command('npm run bench --').description('Measures quality and speed.');

program
  .command('floors')
  .description('scores all benchmarks and fails when one falls below its floor')
  .option('--repin', 'raise the floors to what was reached', false)
  .action(async (options: { repin: boolean }) => {
    if (!(await checkFloors(options))) process.exitCode = 1;
  });

await program.parseAsync();
