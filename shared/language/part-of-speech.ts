import { featureValues, mixAll, put } from './hashing.ts';
import { readModel } from './model/read-model.ts';
import {
  addRow,
  type QuantisedColumns,
  type StepWeights,
  type WeightTable,
  weightColumn,
} from './quantised-weights.ts';
import { RowSums } from './row-sums.ts';
import type { Tokens } from './tokens.ts';
import type { WordClasses } from './word-classes.ts';

/** Universal part-of-speech tags; the numbers are those in the model. */
export const POS = [
  'NOUN',
  'PROPN',
  'VERB',
  'AUX',
  'ADJ',
  'ADV',
  'PRON',
  'DET',
  'ADP',
  'PART',
  'CCONJ',
  'SCONJ',
  'NUM',
  'PUNCT',
  'X',
] as const;
/** Number of each tag, e.g. `Pos.VERB`. */
export const Pos = Object.fromEntries(POS.map((name, number) => [name, number])) as Record<
  (typeof POS)[number],
  number
>;
/** Number of slots in the table of weights, for each tag. */
export const POS_SLOTS = 1 << 15;
/** Number of features of a token. */
export const POS_FEATURES = 12;

let weights: { exact: StepWeights; sums: RowSums } | null = null;

/**
 * Tags parts of speech, greedily from left to right: an averaged perceptron (Collins 2002) with hashed features, taught
 * by wink-nlp's tagger on news text.
 */
export function tagPartsOfSpeech(tokens: Tokens, classes: WordClasses): Uint8Array {
  weights ??= readWeights();
  const tags = new Uint8Array(tokens.count);
  const { exact, sums } = weights;
  const scores = new Float64Array(POS.length);
  for (let at = 0; at < tokens.count; at++) {
    if (tokens.kind[at] === 0) tags[at] = Pos.PUNCT;
    else {
      posFeatures(tokens, classes, tags, at, sums.slots);
      const tag = bestSummed(sums);
      tags[at] = tag < 0 ? bestTag(exact, sums.slots, scores) : tag;
    }
  }
  return tags;
}

function readWeights(): { exact: StepWeights; sums: RowSums } {
  const exact = weightColumn(readModel<QuantisedColumns>('part-of-speech.bin'), 'weights');
  return { exact, sums: new RowSums(exact, { width: POS.length, features: POS_FEATURES, tokens: 1 }) };
}

/** What `bestTag` finds, faster; -1 where two tags tie but for the rounding of weights. */
function bestSummed(rows: RowSums): number {
  rows.sum();
  const { sums } = rows;
  let best = 0;
  let ties = false;
  for (let tag = 1; tag < POS.length; tag++)
    if (sums[tag]! > sums[best]!) {
      best = tag;
      ties = false;
    } else if (sums[tag] === sums[best]) ties = true;
  return ties ? -1 : best;
}

const values = featureValues(POS_FEATURES);

/** Writes the slots of a token's features; `tags` are those of the tokens before it. */
export function posFeatures(
  tokens: Tokens,
  classes: WordClasses,
  tags: Uint8Array,
  at: number,
  features: Int32Array,
): void {
  const { word, suffix, cluster } = classes;
  const last = tokens.count - 1;
  const previous = at > 0 ? tags[at - 1]! : 14;
  const before = at > 1 ? tags[at - 2]! : 14;
  const next = at < last ? at + 1 : -1;
  const shape = tokens.capital[at]! + (tokens.kind[at]! << 1) + (previous === Pos.PUNCT || at === 0 ? 8 : 0);
  const nextWord = next < 0 ? 1 : word[next]!;
  const previousWord = at > 0 ? word[at - 1]! : 1;
  put(values, 0, word[at]!, 0);
  put(values, 1, suffix[at]!, shape);
  put(values, 2, word[at]!, previous);
  put(values, 3, previous, before);
  put(values, 4, nextWord, previous);
  put(values, 5, previousWord, 0);
  put(values, 6, cluster[at]!, previous);
  put(values, 7, next < 0 ? 0 : suffix[next]!, suffix[at]!);
  put(values, 8, next < 0 ? 257 : cluster[next]!, cluster[at]!);
  put(values, 9, shape, previous);
  put(values, 10, previousWord, suffix[at]!);
  put(values, 11, word[at]!, nextWord);
  mixAll(values, 0, POS_SLOTS, features, 0);
}

/** The tag that scores highest. */
export function bestTag(table: WeightTable, features: Int32Array, scores: Float64Array): number {
  scores.fill(0);
  const size = POS.length;
  for (let f = 0; f < features.length; f++) addRow(table, features[f]! * size, scores);
  let best = 0;
  for (let tag = 1; tag < size; tag++) if (scores[tag]! > scores[best]!) best = tag;
  return best;
}
