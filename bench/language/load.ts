import { execFile } from 'node:child_process';
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { modelFiles } from '../../shared/language/model/read-model.ts';

const run = promisify(execFile);
const PROCESSES = 11;

/** Milliseconds of processor time of one start: reading the program, and what it reads before the first text. */
interface Start {
  program: number;
  load: number;
}

const clock = `
  const cpu = () => { const { user, system } = process.cpuUsage(); return (user + system) / 1000; };
  const told = (program, load) => console.log(JSON.stringify({ program, load }));`;

/**
 * How long lexicons and weights take to load, in fresh processes of the bundle that a function ships, beside wink-nlp with
 * its model.
 * @returns how many times as fast as wink-nlp all of a start is
 */
export async function benchLoad(): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), 'picketline-load-'));
  try {
    await build({
      entryPoints: [join(import.meta.dirname, 'load-all.ts')],
      outfile: join(folder, 'bundle.mjs'),
      ...{ bundle: true, platform: 'node', format: 'esm', minify: true, logLevel: 'error' },
      banner: { js: "import{createRequire}from'node:module';const require=createRequire(import.meta.url);" },
    });
    for (const file of modelFiles)
      await cp(join(import.meta.dirname, '../../shared/language/model', file), join(folder, file));
    const own = join(folder, 'own.mjs');
    await writeFile(
      own,
      `${clock}
      const start = cpu();
      const { loadAll } = await import('./bundle.mjs');
      const read = cpu();
      loadAll();
      told(read - start, cpu() - read);`,
    );
    const wink = join(folder, 'wink.mjs');
    await writeFile(
      wink,
      `${clock}
      const { createRequire } = await import('node:module');
      const require = createRequire(${JSON.stringify(join(import.meta.dirname, '../package.json'))});
      const start = cpu();
      const [nlp, model] = [require('wink-nlp'), require('wink-eng-lite-web-model')];
      const read = cpu();
      nlp(model, ['sbd', 'pos', 'ner', 'sentiment']);
      told(read - start, cpu() - read);`,
    );
    const starts = { own: [] as Start[], wink: [] as Start[] };
    for (let n = 0; n < PROCESSES; n++) {
      starts.own.push(await startOf(own));
      starts.wink.push(await startOf(wink));
    }
    const [ours, theirs] = [medians(starts.own), medians(starts.wink)];
    console.log(
      `lexicons and weights load in ${ours.load.toFixed(0)} ms (modules ${ours.program.toFixed(0)}); wink-nlp's in ${(theirs.program + theirs.load).toFixed(0)} ms, modules and all`,
    );
    return (theirs.program + theirs.load) / (ours.program + ours.load);
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function startOf(script: string): Promise<Start> {
  const { stdout } = await run(process.execPath, [script]);
  return JSON.parse(stdout);
}

function medians(starts: Start[]): Start {
  const median = (values: number[]) => values.sort((a, b) => a - b)[values.length >> 1]!;
  return { program: median(starts.map(({ program }) => program)), load: median(starts.map(({ load }) => load)) };
}
