import { FeatureSums } from '../feature-sums.ts';
import { readModel } from '../model/read-model.ts';
import { type QuantisedColumns, type WeightTable, weightColumn } from '../quantised-weights.ts';
import { CUE_TABLE } from './cues.ts';
import { type RoleModel, roleModel } from './decode-roles.ts';
import { floatNames, RoleNet, type RoleNetWeights, wholeShapes } from './role-net.ts';

/** The learned part of the attribution pass. */
export interface AttributionModel {
  /** Words that may be cues; all others are passed over. */
  cueWords: Set<string>;
  cue: WeightTable;
  /** The same, for speed. */
  cueSums?: FeatureSums;
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
  if (model) return model;
  const file = readModel<AttributionMeta>('attribution.bin');
  const cue = weightColumn(file, 'cue');
  // Copied, since numbers of several bytes must begin at a multiple of their size.
  const bufferOf = (name: string) => file.columns[netColumn(name)]!.slice().buffer;
  const floats = floatNames.map((name) => [name, new Float32Array(bufferOf(name))]);
  const whole = Object.keys(wholeShapes).map((name) => [
    name,
    { rows: new Int16Array(bufferOf(name)), unit: file.meta.netUnits[name]! },
  ]);
  const net = new RoleNet(Object.fromEntries([...floats, ...whole]) as RoleNetWeights);
  model = {
    cueWords: new Set(file.meta.cueWords.split(' ')),
    cue,
    cueSums: new FeatureSums(cue, CUE_TABLE, 1),
    roles: roleModel(weightColumn(file, 'single'), weightColumn(file, 'pair'), net),
    verdict: weightColumn(file, 'verdict'),
    threshold: file.meta.threshold,
  };
  return model;
}
