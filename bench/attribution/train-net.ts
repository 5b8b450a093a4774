import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { netColumn } from '../../shared/language/3-attribution/model.ts';
import { floatNames, type RoleNetWeights, wholeShapes } from '../../shared/language/3-attribution/role-net.ts';
import { DIMENSIONS, vectorAt, vocabulary } from '../../shared/language/vectors.ts';
import { runPython } from '../language/python.ts';
import { readResult, trainingFolder } from '../language/training-folder.ts';
import { bytesOf, wholeWeights } from '../language/whole-weights.ts';

/** The part of the texts whose attributions nobody marked. */
export const UNMARKED = 2;

/** A sentence as the network reads it. */
export interface NetSentence {
  /** Which part of the texts it is in: what is found in a part is judged by a network that learnt from all but that one. */
  part: 0 | 1 | typeof UNMARKED;
  codes: number[];
  places: number[];
  /** Words that may be cues; `roles` are those of the tokens around one that is. */
  cues: { at: number; relations: number[]; roles?: number[] }[];
}

type NetColumns = Record<keyof RoleNetWeights, number[]>;

const script = join(import.meta.dirname, 'train-net.py');

/**
 * Trains the network without each part of the texts, and with all, by `train-net.py`. What stands in `kept` already is not
 * trained again.
 * @throws {Error} when Python or torch is missing, naming what to install, or a kept result was cut short, naming it
 */
export async function trainNets(
  sentences: NetSentence[],
  { python, kept }: { python: string; kept: string },
): Promise<{ without: [RoleNetWeights, RoleNetWeights]; all: RoleNetWeights }> {
  const inputs = { 'sentences.json': JSON.stringify(sentences), 'vectors.f32': vectorRows() };
  const folder = trainingFolder(kept, { script, inputs });
  const netOf = async (name: string, hold: string[]): Promise<RoleNetWeights> => {
    const result = join(folder, `net-${name}.json`);
    if (!existsSync(result)) await runPython(python, [script, folder, ...hold]);
    return weightsOf(readResult<NetColumns>(result));
  };
  const halves = (async () => [await netOf('0', ['--hold', '0']), await netOf('1', ['--hold', '1'])] as const)();
  const [all, [withoutFirst, withoutSecond]] = await Promise.all([netOf('all', []), halves]);
  return { without: [withoutFirst, withoutSecond], all };
}

/** Weights as the network takes them, of its matrices as the script gives them: row by output, `fromState` row by input. */
function weightsOf(columns: NetColumns): RoleNetWeights {
  const floats = floatNames.map((name) => [name, Float32Array.from(columns[name])]);
  const whole = Object.entries(wholeShapes).map(([name, [inputs, outputs]]) => {
    const matrix = columns[name as keyof typeof wholeShapes];
    const weightOf = (input: number, output: number) =>
      matrix[name === 'fromState' ? input * outputs + output : output * inputs + input]!;
    return [name, wholeWeights(inputs, outputs, weightOf)];
  });
  return Object.fromEntries([...floats, ...whole]) as RoleNetWeights;
}

/** The columns of a file of weights, and what its head says of them. */
export function packNet(weights: RoleNetWeights): {
  columns: Record<string, Uint8Array>;
  netUnits: Record<string, number>;
} {
  const whole = Object.keys(wholeShapes) as (keyof typeof wholeShapes)[];
  return {
    columns: Object.fromEntries([
      ...floatNames.map((name) => [netColumn(name), bytesOf(weights[name])]),
      ...whole.map((name) => [netColumn(name), bytesOf(weights[name].rows)]),
    ]),
    netUnits: Object.fromEntries(whole.map((name) => [name, weights[name].unit])),
  };
}

function vectorRows(): Uint8Array {
  const rows = new Float32Array(vocabulary() * DIMENSIONS);
  for (let word = 0; word < vocabulary(); word += 1) rows.set(vectorAt(word), word * DIMENSIONS);
  return new Uint8Array(rows.buffer);
}
