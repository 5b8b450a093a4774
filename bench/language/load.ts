import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { bundleInto } from './bundle.ts';

const run = promisify(execFile);
const PROCESSES = 11;

/** Milliseconds of processor time of one start: reading the program, what it reads before the first text, and what only news tone needs. */
interface Start {
  program: number;
  load: number;
  nets: number;
}

const clock = `
  const cpu = () => { const { user, system } = process.cpuUsage(); return (user + system) / 1000; };`;

const ownStart = `${clock}
  const start = cpu();
  const { loadAll, loadNets } = await import('./bundle.mjs');
  const read = cpu();
  loadAll();
  const loaded = cpu();
  loadNets();
  console.log(JSON.stringify({ program: read - start, load: loaded - read, nets: cpu() - loaded }));`;

const winkStart = `${clock}
  const { createRequire } = await import('node:module');
  const require = createRequire(${JSON.stringify(join(import.meta.dirname, '../package.json'))});
  const start = cpu();
  const [nlp, model] = [require('wink-nlp'), require('wink-eng-lite-web-model')];
  const read = cpu();
  nlp(model, ['sbd', 'pos', 'ner', 'sentiment']);
  console.log(JSON.stringify({ program: read - start, load: cpu() - read, nets: 0 }));`;

/**
 * How long lexicons and weights take to load, in fresh processes of the bundle that a function ships, beside wink-nlp with
 * its model.
 * @returns how many times as fast as wink-nlp all of a start is
 */
export async function benchLoad(): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), 'picketline-load-'));
  try {
    await writeScripts(folder);
    const starts = { own: [] as Start[], wink: [] as Start[] };
    for (let n = 0; n < PROCESSES; n++) {
      starts.own.push(await startOf(join(folder, 'own.mjs')));
      starts.wink.push(await startOf(join(folder, 'wink.mjs')));
    }
    const [ours, theirs] = [medians(starts.own), medians(starts.wink)];
    const [own, wink] = [ours, theirs].map(({ program, load }) => program + load) as [number, number];
    console.log(
      `lexicons and weights load in ${ours.load.toFixed(0)} ms (modules ${ours.program.toFixed(0)} before, the network of news tone ${ours.nets.toFixed(0)} more); wink-nlp's in ${wink.toFixed(0)} ms, modules and all`,
    );
    return wink / own;
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** The bundle as a function has it, its weights beside it, and what starts it and wink-nlp. */
async function writeScripts(folder: string): Promise<void> {
  await bundleInto(folder, 'load-all.ts');
  await writeFile(join(folder, 'own.mjs'), ownStart);
  await writeFile(join(folder, 'wink.mjs'), winkStart);
}

async function startOf(script: string): Promise<Start> {
  const { stdout } = await run(process.execPath, [script]);
  return JSON.parse(stdout);
}

function medians(starts: Start[]): Start {
  const median = (values: number[]) => values.sort((a, b) => a - b)[values.length >> 1]!;
  const of = (part: keyof Start) => median(starts.map((start) => start[part]));
  return { program: of('program'), load: of('load'), nets: of('nets') };
}
