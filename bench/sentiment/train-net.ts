import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { netInputs } from '../../shared/language/5-tone/net-inputs.ts';
import type { NetWeights } from '../../shared/language/5-tone/tone-net.ts';
import { LEXICONS, type Valence, valenceOf } from '../../shared/language/5-tone/valence.ts';
import { DIMENSIONS, vectorAt, vocabulary } from '../../shared/language/vectors.ts';
import { runPython } from '../language/python.ts';
import { readResult, trainingFolder } from '../language/training-folder.ts';
import type { ToneExample } from './examples.ts';

/** An example for the networks, and the fold that is judged without it; `never` is learnt from by none, `always` by all. */
export interface NetExample extends ToneExample {
  fold: number | 'never' | 'always';
  /** Labelled by the reader: the network keeps layers of its own for that, which are not shipped. */
  byReader?: boolean;
}

interface NetOptions {
  folds: number;
  epochs: number;
  /** One network each: they differ in where they began, and so in their errors. */
  seeds: number[];
  python: string;
  valence: Valence;
  /** Where results are kept, by what they are made of; what stands there already is not trained again. */
  folder: string;
}

const script = join(import.meta.dirname, 'train-net.py');
const atOnce = 2;

/**
 * Trains the networks, one for each seed, without each fold and with all, by `train-net.py`. Gives each example's logits by
 * the networks that did not see it, and the weights of those that learnt from all.
 * @throws {Error} when Python or torch is missing, naming what to install, or a kept result was cut short, naming it
 */
export async function trainNets(
  examples: NetExample[],
  { folds, epochs, seeds, python, valence, folder: kept }: NetOptions,
): Promise<{ logits: number[][][]; weights: Record<keyof NetWeights, number[]>[] }> {
  const inputs = { 'examples.json': JSON.stringify(examples.map(written)), 'vectors.f32': vectorRows(valence) };
  const folder = trainingFolder(kept, { script, epochs, inputs });
  const held = ['all', ...Array.from({ length: folds }, (_, fold) => String(fold))];
  const runs = seeds.flatMap((seed) => held.map((hold) => ({ seed, hold })));
  const resultOf = ({ seed, hold }: { seed: number; hold: string }) => join(folder, `logits-${hold}-${seed}.json`);
  const left = runs.filter((run) => !existsSync(resultOf(run)));
  const work = async () => {
    for (let run = left.shift(); run !== undefined; run = left.shift()) {
      const hold = run.hold === 'all' ? [] : ['--hold', run.hold];
      await runPython(python, [script, folder, '--epochs', String(epochs), '--seed', String(run.seed), ...hold]);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  const logits: number[][][] = examples.map(() => []);
  for (const run of runs)
    for (const [id, values] of Object.entries(readResult<Record<string, number[]>>(resultOf(run))))
      logits[Number(id)]!.push(values);
  return { logits, weights: seeds.map((seed) => readResult(join(folder, `net-${seed}.json`))) };
}

function written({ window, label, fold, byReader }: NetExample, id: number) {
  const { codes, quoted, effects, distances, target } = netInputs(window);
  const lists = { codes: [...codes], quoted: [...quoted], effects: [...effects], distances: [...distances] };
  return { id, ...lists, target, label, fold, ...(byReader ? { head: 1 } : {}) };
}

function vectorRows(valence: Valence): Uint8Array {
  const width = DIMENSIONS + LEXICONS;
  const rows = new Float32Array(vocabulary() * width);
  for (let word = 0; word < vocabulary(); word += 1) {
    rows.set(vectorAt(word), word * width);
    for (let lexicon = 0; lexicon < LEXICONS; lexicon += 1)
      rows[word * width + DIMENSIONS + lexicon] = valenceOf(valence, word, lexicon);
  }
  return new Uint8Array(rows.buffer);
}
