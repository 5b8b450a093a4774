import stored from '../model/attribution.json' with { type: 'json' };
import { unpackWeights } from '../packed-weights.ts';
import type { RoleWeights } from './roles.ts';

/** The learned part of the attribution pass. */
export interface AttributionModel {
  /** Words that may be cues; all others are passed over. */
  cueWords: Set<string>;
  cue: Float32Array;
  roles: RoleWeights;
  verdict: Float32Array;
  /** From this probability on an attribution is kept. */
  threshold: number;
}

let model: AttributionModel | null = null;

/** The shipped weights, unpacked at first use. Trained by `bench/attribution/train.ts`. */
export function attributionModel(): AttributionModel {
  model ??= {
    cueWords: new Set(stored.cueWords.split(' ')),
    cue: unpackWeights(stored.cue),
    roles: { single: unpackWeights(stored.single), pair: unpackWeights(stored.pair) },
    verdict: unpackWeights(stored.verdict),
    threshold: stored.threshold,
  };
  return model;
}
