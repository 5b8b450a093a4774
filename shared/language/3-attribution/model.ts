import { FeatureSums } from '../feature-sums.ts';
import { readModel } from '../model/read-model.ts';
import { type QuantisedColumns, type WeightTable, weightColumn } from '../quantised-weights.ts';
import { CUE_TABLE } from './cues.ts';
import type { RoleWeights } from './decode-roles.ts';
import { roleSums } from './summed-roles.ts';

/** The learned part of the attribution pass. */
export interface AttributionModel {
  /** Words that may be cues; all others are passed over. */
  cueWords: Set<string>;
  cue: WeightTable;
  /** The same, for speed. */
  cueSums?: FeatureSums;
  roles: RoleWeights;
  verdict: WeightTable;
  /** From this probability on an attribution is kept. */
  threshold: number;
}

/** What the head of the file of weights says. */
export interface AttributionMeta extends QuantisedColumns {
  /** With a space between. */
  cueWords: string;
  threshold: number;
}

let model: AttributionModel | null = null;

/** The shipped weights, read at first use. Trained by `bench/attribution/train.ts`. */
export function attributionModel(): AttributionModel {
  if (model) return model;
  const file = readModel<AttributionMeta>('attribution.bin');
  const single = weightColumn(file, 'single');
  const pair = weightColumn(file, 'pair');
  const cue = weightColumn(file, 'cue');
  model = {
    cueWords: new Set(file.meta.cueWords.split(' ')),
    cue,
    cueSums: new FeatureSums(cue, CUE_TABLE, 1),
    roles: { single, pair, sums: roleSums(single, pair) },
    verdict: weightColumn(file, 'verdict'),
    threshold: file.meta.threshold,
  };
  return model;
}
