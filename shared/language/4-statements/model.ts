import { readModel } from '../model/read-model.ts';
import { type QuantisedColumns, weightColumn } from '../quantised-weights.ts';
import { STANCES } from './stance-features.ts';
import { SummedWeights } from './summed-weights.ts';
import { VectorOdds } from './vector-odds.ts';
import { WordOdds } from './word-odds.ts';

/** The learned part of the statement pass. */
export interface StatementModel {
  words: WordOdds;
  /** The weights of the statement, and of its stance: for, against, neutral. */
  sums: { relation: SummedWeights; stance: SummedWeights };
  /** What the mean vector of the local clause adds to the sums of the stances. */
  stanceVectors: VectorOdds;
  settle: number[];
  /** From this probability on, of a statement with this very stance, it is kept. */
  threshold: number;
  /** Confidence = sigmoid(slope * log-odds + offset): what share of such statements is right (Platt 1999). */
  calibration: { slope: number; offset: number };
}

/** What the head of the file of weights says. */
export type StatementMeta = QuantisedColumns & Pick<StatementModel, 'settle' | 'threshold' | 'calibration'>;

let model: StatementModel | null = null;

/** The shipped weights, read at first use. Trained by `bench/stance/train.ts`. */
export function statementModel(): StatementModel {
  if (model) return model;
  const file = readModel<StatementMeta>('statements.bin');
  const { settle, threshold, calibration } = file.meta;
  const relation = weightColumn(file, 'relation');
  const stance = STANCES.map((name) => weightColumn(file, name));
  model = {
    words: new WordOdds(relation),
    sums: { relation: new SummedWeights([relation]), stance: new SummedWeights(stance) },
    stanceVectors: new VectorOdds(stance),
    ...{ settle, threshold, calibration },
  };
  return model;
}
