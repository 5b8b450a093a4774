import { beforeAll, expect, it } from 'vitest';
import { type FaultRuns, startFaultRuns } from './run.ts';

let runs: FaultRuns;
beforeAll(async () => {
  runs = await startFaultRuns();
}, 120_000);

/** The bench runs 500 and more (`npm run bench -- cloud faults`). */
const seeds = Array.from({ length: 30 }, (_, seed) => seed);

it.each(seeds)(
  'seed %i: the tables of an undisturbed run, and poison laid aside with its reason',
  async (seed) => {
    const outcome = await runs.run(seed);
    expect(outcome.differences, outcome.faults.join('\n')).toEqual([]);
  },
  60_000,
);
