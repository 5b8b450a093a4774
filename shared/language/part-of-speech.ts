import { FeatureSums } from './feature-sums.ts';
import { type FeatureTable, type FeatureValues, featureValues, mixAll, put } from './hashing.ts';
import { readModel } from './model/read-model.ts';
import {
  addRow,
  type QuantisedColumns,
  type StepWeights,
  type WeightTable,
  weightColumn,
} from './quantised-weights.ts';
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
const TABLE: FeatureTable = { kind: 0, features: POS_FEATURES, rows: POS_SLOTS, width: POS.length };

let weights: { exact: StepWeights; sums: FeatureSums } | null = null;

/**
 * Tags parts of speech, greedily from left to right: an averaged perceptron (Collins 2002) with hashed features, taught
 * by wink-nlp's tagger on news text.
 */
export function tagPartsOfSpeech(tokens: Tokens, classes: WordClasses): Uint8Array {
  weights ??= readWeights();
  const tags = new Uint8Array(tokens.count);
  const { exact, sums } = weights;
  const features = new Int32Array(POS_FEATURES);
  const scores = new Float64Array(POS.length);
  for (let at = 0; at < tokens.count; at++) {
    if (tokens.kind[at] === 0) tags[at] = Pos.PUNCT;
    else {
      posValues(tokens, classes, tags, at, sums.values);
      let tag = bestSummed(sums);
      if (tag < 0) {
        mixAll(sums.values, TABLE, 1, features);
        tag = bestTag(exact, features, scores);
      }
      tags[at] = tag;
    }
  }
  return tags;
}

function readWeights(): { exact: StepWeights; sums: FeatureSums } {
  const exact = weightColumn(readModel<QuantisedColumns>('part-of-speech.bin'), 'weights');
  return { exact, sums: new FeatureSums(exact, TABLE, 1) };
}

/** What `bestTag` finds, faster; -1 where two tags tie but for the rounding of weights. */
function bestSummed(table: FeatureSums): number {
  table.sum();
  const { sums } = table;
  let best = 0;
  let ties = false;
  for (let tag = 1; tag < POS.length; tag++)
    if (sums[tag]! > sums[best]!) {
      best = tag;
      ties = false;
    } else if (sums[tag] === sums[best]) ties = true;
  return ties ? -1 : best;
}

const scratch = featureValues(POS_FEATURES);

/** Writes the slots of a token's features; `tags` are those of the tokens before it. */
export function posFeatures(
  tokens: Tokens,
  classes: WordClasses,
  tags: Uint8Array,
  at: number,
  features: Int32Array,
): void {
  posValues(tokens, classes, tags, at, scratch);
  mixAll(scratch, TABLE, 1, features);
}

function posValues(tokens: Tokens, classes: WordClasses, tags: Uint8Array, at: number, values: FeatureValues): void {
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
