import stored from '../model/statements.json' with { type: 'json' };
import { unpackWeights } from '../packed-weights.ts';
import { WordOdds } from './word-odds.ts';

/** The learned part of the statement pass. */
export interface StatementModel {
  relation: Float32Array;
  words: WordOdds;
  /** For, against, neutral. */
  stance: Float32Array[];
  settle: number[];
  /** From this probability on a statement is kept. */
  threshold: number;
  /** Confidence = sigmoid(slope * log-odds + offset): what share of such statements is right (Platt 1999). */
  calibration: { slope: number; offset: number };
}

let model: StatementModel | null = null;

/** The shipped weights, unpacked at first use. Trained by `bench/stance/train.ts`. */
export function statementModel(): StatementModel {
  if (model) return model;
  const relation = unpackWeights(stored.relation);
  model = {
    relation,
    words: new WordOdds(relation),
    stance: stored.stance.map(unpackWeights),
    settle: stored.settle,
    threshold: stored.threshold,
    calibration: stored.calibration,
  };
  return model;
}
