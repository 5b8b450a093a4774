import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, realpathSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { benchLanguage } from './language/bench.ts';

/** A measure that must not drop, and where the scorer's JSON holds it. */
interface Floor {
  path: string;
  value: number;
  /** A limit of its own, which differs from run to run by more than a score: `--repin` leaves it. */
  fixed?: true;
}

/** One scoring run: which predictions are made from which data, and what they must reach. */
interface Run {
  benchmark: string;
  /** File or folder under the benchmark's folder; none where the benchmark is measured here and no scorer reads predictions. */
  input?: string;
  gold: string;
  codebook?: string;
  /** SHA-256 over the gold file: another gold is another benchmark. */
  sha256: string;
  floors: Record<string, Floor>;
}

const root = join(import.meta.dirname, '..');
const floorsFile = join(import.meta.dirname, 'floors.json');
/** Given material, beside the project; where it is absent nothing can be measured. */
const data = process.env.PICKETLINE_BENCH ?? join(root, '..', 'shared', 'bench');
const run = promisify(execFile);

/**
 * Scores every run of floors.json and compares it with its floors.
 * @param repin raises floors to what was reached (never lowers one)
 * @returns whether no floor failed; where the data or the peers are absent, runs are skipped, and said to be
 */
export async function checkFloors({ repin = false } = {}): Promise<boolean> {
  if (!existsSync(data)) {
    console.log('floors: skipped, the benchmark data is not beside this checkout (set PICKETLINE_BENCH to its folder)');
    return true;
  }
  const runs = JSON.parse(await readFile(floorsFile, 'utf8')) as Run[];
  const results: Outcome[] = [];
  for (const each of runs) results.push(await checkRun(each, repin));
  if (repin) await writeFile(floorsFile, `${JSON.stringify(runs, null, 2)}\n`);
  const count = (outcome: Outcome) => results.filter((each) => each === outcome).length;
  console.log(`floors: ${count('held')} runs held, ${count('failed')} failed, ${count('skipped')} skipped`);
  return count('failed') === 0;
}

type Outcome = 'held' | 'failed' | 'skipped';

async function checkRun(each: Run, repin: boolean): Promise<Outcome> {
  if (each.input === undefined && !existsSync(join(import.meta.dirname, 'node_modules'))) {
    console.log(`${each.benchmark}: skipped, the peers are not installed (npm --prefix bench ci)`);
    return 'skipped';
  }
  // The scorers run only when their own path is the one that was called, links resolved.
  const folder = realpathSync(join(data, each.benchmark === 'language' ? 'stance' : each.benchmark));
  const name = `${each.benchmark} ${each.gold}`;
  const sha256 = await hashOf(join(folder, each.gold));
  if (sha256 !== each.sha256) {
    if (repin) each.sha256 = sha256;
    else {
      console.log(`${name}: the data has changed (sha256 ${sha256.slice(0, 12)}…); measure again and pin with --repin`);
      return 'failed';
    }
  }
  const best = await bestOf(each, () => scoreOf(each, folder));
  const held = Object.entries(each.floors).map(([measure, floor]) => {
    const reached = best(floor);
    if (repin && !floor.fixed && reached > floor.value) floor.value = Math.floor(reached * 1e4) / 1e4;
    const holds = reached >= floor.value;
    console.log(`${name}: ${measure} ${reached.toFixed(4)}, floor ${floor.value} ${holds ? 'held' : 'FAILED'}`);
    return holds;
  });
  return held.every(Boolean) ? 'held' : 'failed';
}

/** How often a run whose fixed floors aren't held is measured. */
const CLOCKED_AT_MOST = 3;

/**
 * What is reached of every floor. A ratio of speeds falls while the host is busy with others' work, so fixed floors that aren't
 * held are measured again, and the best counts; a score that no clock makes is the same each time, and is made once.
 */
async function bestOf({ floors }: Run, measure: () => Promise<unknown>): Promise<(floor: Floor) => number> {
  const scores = [await measure()];
  const best = ({ path }: Floor) => Math.max(...scores.map((score) => valueAt(score, path)));
  const below = () => Object.values(floors).some((floor) => floor.fixed && best(floor) < floor.value);
  while (below() && scores.length < CLOCKED_AT_MOST) scores.push(await measure());
  return best;
}

async function scoreOf(each: Run, folder: string): Promise<unknown> {
  if (each.input === undefined) return benchLanguage(data);
  const scratch = await mkdtemp(join(tmpdir(), 'picketline-floors-'));
  try {
    const output = join(scratch, 'predictions');
    const codebook = each.codebook ? ['--codebook', join(folder, each.codebook)] : [];
    const predict = ['--import', 'tsx', join(root, 'bench', 'predict.ts'), each.benchmark];
    await run(process.execPath, [...predict, join(folder, each.input), output, ...codebook], { cwd: root });
    const scorer = [join(folder, 'score.mjs'), join(folder, each.gold), output, '--json'];
    const { stdout } = await run(process.execPath, scorer, { cwd: root, maxBuffer: 64 * 1024 * 1024 });
    return readScore(stdout);
  } finally {
    await rm(scratch, { recursive: true });
  }
}

/** The scorer's JSON; the feeds scorer prints none, but a share of passed cases. */
function readScore(stdout: string): unknown {
  const json = stdout.indexOf('{');
  try {
    return JSON.parse(stdout.slice(json));
  } catch {
    const [, passed, all] = [...stdout.matchAll(/(\d+)\/(\d+)/g)].at(-1) ?? [];
    if (!passed || !all) throw new Error(`The scorer's answer can't be read: ${stdout.slice(0, 300)}`);
    return { passed: Number(passed) / Number(all) };
  }
}

function valueAt(score: unknown, path: string): number {
  const value = path.split('.').reduce<unknown>((at, key) => (at as Record<string, unknown> | undefined)?.[key], score);
  if (typeof value !== 'number') throw new Error(`The scorer gives no number at ${path}.`);
  return value;
}

async function hashOf(path: string): Promise<string> {
  return createHash('sha256')
    .update(await readFile(path))
    .digest('hex');
}
