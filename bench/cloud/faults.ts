import { startFaultRuns } from '../../test/faults/run.ts';

/**
 * Runs two days of the sample archive under faults, once a seed, each against the undisturbed run.
 * @returns whether every seed ended in the tables of the undisturbed run
 */
export async function benchFaults({ seeds, from }: { seeds: number; from: number }): Promise<boolean> {
  const runs = await startFaultRuns();
  const failed: number[] = [];
  let faults = 0;
  let replayed = 0;
  for (let seed = from; seed < from + seeds; seed += 1) {
    const outcome = await runs.run(seed);
    faults += outcome.faults.length;
    replayed += outcome.replayed > 0 ? 1 : 0;
    if (outcome.differences.length > 0) {
      failed.push(seed);
      console.log(
        `seed ${seed} differs:\n  ${outcome.differences.join('\n  ')}\n  after: ${outcome.faults.join(', ')}`,
      );
    }
  }
  console.log(`${seeds} seeds over ${runs.sites.length} call sites, ${faults} faults injected`);
  console.log(`${replayed} seeds left failed work or poison, which \`picketline replay\` took up again`);
  console.log(failed.length === 0 ? 'no seed failed' : `${failed.length} seeds failed: ${failed.join(', ')}`);
  return failed.length === 0;
}
