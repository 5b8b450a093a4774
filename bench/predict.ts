import { existsSync } from 'node:fs';
import { Command } from 'commander';
import { PicketlineError } from '../shared/errors.ts';

/** The stable contract by which others measure: a benchmark's input in, what its scorer reads out. */
const benchmarks = {
  feeds: () => import('./feeds/predict.ts'),
  extraction: () => import('./extraction/predict.ts'),
  attribution: () => import('./attribution/predict.ts'),
  sentiment: () => import('./sentiment/predict.ts'),
  stance: () => import('./stance/predict.ts'),
};

type Benchmark = keyof typeof benchmarks;

const program = new Command('npm run predict --')
  .description("Turns a benchmark's input into the predictions that its scorer reads.")
  .argument('<benchmark>', Object.keys(benchmarks).join(' | '))
  .argument('<input>', 'file, or for extraction the folder that holds html/*.html.gz')
  .argument('<output>', 'file to write')
  .option('--codebook <file>', "codebook (YAML or JSON) for stance; the junior doctors' where left out")
  .action(async (benchmark: string, input: string, output: string, options: { codebook?: string }) => {
    if (!(benchmark in benchmarks)) {
      program.error(`There is no benchmark "${benchmark}". Choose one of: ${Object.keys(benchmarks).join(', ')}.`);
    }
    for (const file of [input, options.codebook]) {
      if (file !== undefined && !existsSync(file)) program.error(`${file} does not exist. Check the path.`);
    }
    const { predict } = await benchmarks[benchmark as Benchmark]();
    await predict(input, output, options);
  });

try {
  await program.parseAsync();
} catch (thrown) {
  if (!(thrown instanceof PicketlineError)) throw thrown;
  program.error(`error: ${thrown.message}\n${thrown.remedy}`);
}
