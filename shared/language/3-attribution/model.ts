import { FeatureSums } from '../feature-sums.ts';
import { readModel } from '../model/read-model.ts';
import { type QuantisedColumns, type WeightTable, weightColumn } from '../quantised-weights.ts';
import type { WeightsFile } from '../weights-file.ts';
import { CUE_TABLE } from './cues.ts';
import { type RoleModel, roleModel } from './decode-roles.ts';
import { floatNames, RoleNet, type RoleNetWeights, wholeShapes } from './role-net.ts';

/** The learned part of the attribution pass. */
export interface AttributionModel {
  /** Words that may be cues; all others are passed over. */
  cueWords: Set<string>;
  cue: WeightTable;
  /** The same, for speed. */
  cueSums: FeatureSums;
  roles: RoleModel;
  verdict: WeightTable;
  /** From this probability on an attribution is kept. */
  threshold: number;
}

/** What the head of the file of weights says. */
export interface AttributionMeta extends QuantisedColumns {
  /** With a space between. */
  cueWords: string;
  threshold: number;
  /** What the network's weights in whole numbers are worth, by name. */
  netUnits: Record<string, number>;
}

/** The name of the column of some of the network's weights: floats, or whole numbers of 16 bits. */
export const netColumn = (name: string): string => `net ${name}`;

let model: AttributionModel | null = null;

/** The shipped weights, read at first use. Trained by `bench/attribution/train.ts`. */
export function attributionModel(): AttributionModel {
  model ??= modelOf(readModel<AttributionMeta>('attribution.bin'));
  return model;
}

/** The model that a file of weights holds. @throws {RangeError} when the file lacks a column */
export function modelOf(file: WeightsFile<AttributionMeta>): AttributionModel {
  const cue = weightColumn(file, 'cue');
  return {
    cueWords: new Set(file.meta.cueWords.split(' ')),
    cue,
    cueSums: new FeatureSums(cue, CUE_TABLE, 1),
    roles: roleModel(weightColumn(file, 'single'), weightColumn(file, 'pair'), netOf(file)),
    verdict: weightColumn(file, 'verdict'),
    threshold: file.meta.threshold,
  };
}

function netOf({ meta, columns }: WeightsFile<AttributionMeta>): RoleNet {
  const bufferOf = (name: string) => {
    const column = columns[netColumn(name)];
    if (!column) throw new RangeError(`the file of weights has no column ${netColumn(name)}`);
    // Copied, since numbers of several bytes must begin at a multiple of their size.
    return column.slice().buffer;
  };
  const floats = floatNames.map((name) => [name, new Float32Array(bufferOf(name))]);
  const whole = Object.keys(wholeShapes).map((name) => [
    name,
    { rows: new Int16Array(bufferOf(name)), unit: meta.netUnits[name]! },
  ]);
  return new RoleNet(Object.fromEntries([...floats, ...whole]) as RoleNetWeights);
}
