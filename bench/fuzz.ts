import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');

/** Runs the fuzz tests with that many inputs for each public boundary. @returns whether each kept its promise */
export async function fuzz({ runs }: { runs: number }): Promise<boolean> {
  const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs');
  const child = spawn(process.execPath, [vitest, 'run', 'test/fuzz'], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, FUZZ_RUNS: String(runs) },
  });
  const [code] = await once(child, 'exit');
  return code === 0;
}
