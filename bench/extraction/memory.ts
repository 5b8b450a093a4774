import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { benchmarkFolder } from './pages.ts';

/** Extracts all pages, one held at a time, in a process of its own; gives the most memory it held, in MB. */
export async function peakMemory(): Promise<number> {
  const { stdout } = await promisify(execFile)(process.execPath, [
    '--import',
    'tsx',
    join(import.meta.dirname, 'memory-of-set.ts'),
    join(benchmarkFolder, 'dev', 'html'),
  ]);
  return Number(stdout);
}
