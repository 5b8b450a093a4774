import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { netInputs } from '../../shared/language/5-tone/net-inputs.ts';
import type { NetWeights } from '../../shared/language/5-tone/tone-net.ts';
import { LEXICONS, type Valence, valenceOf } from '../../shared/language/5-tone/valence.ts';
import { DIMENSIONS, vectorAt, vocabulary } from '../../shared/language/vectors.ts';
import type { ToneExample } from './examples.ts';
import { runPython } from './python.ts';

/** An example for the network; its fold is a number, `always` (learnt from by all) or `never`. */
export interface NetExample extends ToneExample {
  isDispute: boolean;
  fold: number | 'always' | 'never';
}

const script = join(import.meta.dirname, 'train-net.py');
const atOnce = 2;
/** Coverage of disputes, of which there is less, counts so many times. */
const disputeWeight = 1.5;

/**
 * Trains the network once without each fold and once with all, by `train-net.py`. Gives each example's logits by the network
 * that did not see it (none for `always`), and the weights of the last.
 * @throws {Error} when Python or torch is missing, naming what to install
 */
export async function trainNets(
  examples: NetExample[],
  { folds, python, valence }: { folds: number; python: string; valence: Valence },
): Promise<{ logits: (number[] | undefined)[]; weights: Record<keyof NetWeights, number[]> }> {
  const folder = mkdtempSync(join(tmpdir(), 'tone-net-'));
  try {
    writeFileSync(join(folder, 'examples.json'), JSON.stringify(examples.map(written)));
    writeFileSync(join(folder, 'vectors.f32'), vectorRows(valence));
    const runs = ['all', ...Array.from({ length: folds }, (_, fold) => String(fold))];
    const left = [...runs];
    const work = async () => {
      for (let run = left.shift(); run !== undefined; run = left.shift())
        await runPython(python, [script, folder, ...(run === 'all' ? [] : ['--hold', run])]);
    };
    await Promise.all(Array.from({ length: atOnce }, work));
    const logits: (number[] | undefined)[] = examples.map(() => undefined);
    for (const run of runs)
      for (const [id, values] of Object.entries(readJson<Record<string, number[]>>(folder, `logits-${run}.json`)))
        logits[Number(id)] = values;
    return { logits, weights: readJson(folder, 'net.json') };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function written({ window, label, isDispute, fold }: NetExample, id: number) {
  const { codes, quoted, distances, target } = netInputs(window);
  const weight = isDispute ? disputeWeight : 1;
  const columns = { codes: [...codes], quoted: [...quoted], distances: [...distances] };
  return { id, ...columns, target, label, isDispute, weight, fold };
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

const readJson = <T>(folder: string, file: string): T => JSON.parse(readFileSync(join(folder, file), 'utf8')) as T;
