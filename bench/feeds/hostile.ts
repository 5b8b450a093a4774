import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

interface Parsed {
  name: string;
  /** Of processor time. */
  milliseconds: number;
}

const script = join(import.meta.dirname, '../../test/feed/parse-hostile.ts');
const shown = 5;
/** The dearest document may cost so many times an ordinary feed of about its size. */
const mostTimes = 8;

/**
 * What documents made to hurt a parser cost beside an ordinary feed of 4 MB, in one process.
 * @returns whether none costs more than is allowed
 * @throws {Error} when the process was stopped before it was through
 */
export function benchHostile(): boolean {
  const { stdout, stderr, status } = spawnSync(process.execPath, ['--import', 'tsx', script], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`the documents were not read to the end: ${stderr.slice(0, 500)}`);
  const [ordinary, ...hostile] = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Parsed);
  const times = ({ milliseconds }: Parsed) => milliseconds / ordinary!.milliseconds;
  const dearest = hostile.sort((a, b) => b.milliseconds - a.milliseconds).slice(0, shown);
  for (const each of [ordinary!, ...dearest])
    console.log(`${String(each.milliseconds).padStart(6)} ms, ${times(each).toFixed(1)} times: ${each.name}`);
  return dearest.every((each) => times(each) <= mostTimes);
}
