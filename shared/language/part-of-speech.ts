import { featureValues, mixAll } from './hashing.ts';
import { readModel } from './model/read-model.ts';
import { PackedRows, unpack } from './packed-rows.ts';
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

let weights: { exact: StepWeights; packed: PackedRows } | null = null;

/**
 * Tags parts of speech, greedily from left to right: an averaged perceptron (Collins 2002) with hashed features, taught
 * by wink-nlp's tagger on news text.
 */
export function tagPartsOfSpeech(tokens: Tokens, classes: WordClasses): Uint8Array {
  weights ??= readWeights();
  const tags = new Uint8Array(tokens.count);
  const features = new Int32Array(POS_FEATURES);
  const scores = new Float64Array(POS.length);
  const sums = new Int32Array(POS.length + 1);
  for (let at = 0; at < tokens.count; at++) {
    if (tokens.kind[at] === 0) tags[at] = Pos.PUNCT;
    else {
      posFeatures(tokens, classes, tags, at, features);
      const tag = bestPacked(weights.packed, features, sums);
      tags[at] = tag < 0 ? bestTag(weights.exact, features, scores) : tag;
    }
  }
  return tags;
}

function readWeights(): { exact: StepWeights; packed: PackedRows } {
  const exact = weightColumn(readModel<QuantisedColumns>('part-of-speech.bin'), 'weights');
  return { exact, packed: new PackedRows(exact, POS_SLOTS, POS.length, [...POS.keys()]) };
}

/** What `bestTag` finds, faster; -1 where two tags tie but for the rounding of weights. */
function bestPacked(rows: PackedRows, features: Int32Array, sums: Int32Array): number {
  const packed = rows.sums;
  const words = sums.length / 2;
  let [a, b, c, d, e, f, g, h] = [0, 0, 0, 0, 0, 0, 0, 0];
  for (let n = 0; n < features.length; n++) {
    const row = features[n]! * words;
    if (packed[row + words - 1] === 0) rows.pack(features[n]!);
    a = (a + packed[row]!) | 0;
    b = (b + packed[row + 1]!) | 0;
    c = (c + packed[row + 2]!) | 0;
    d = (d + packed[row + 3]!) | 0;
    e = (e + packed[row + 4]!) | 0;
    f = (f + packed[row + 5]!) | 0;
    g = (g + packed[row + 6]!) | 0;
    h = (h + packed[row + 7]!) | 0;
  }
  unpack(sums, 0, a);
  unpack(sums, 2, b);
  unpack(sums, 4, c);
  unpack(sums, 6, d);
  unpack(sums, 8, e);
  unpack(sums, 10, f);
  unpack(sums, 12, g);
  unpack(sums, 14, h);
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
  const { first, second } = values;
  const { word, suffix, cluster } = classes;
  const last = tokens.count - 1;
  const previous = at > 0 ? tags[at - 1]! : 14;
  const before = at > 1 ? tags[at - 2]! : 14;
  const next = at < last ? at + 1 : -1;
  const shape = tokens.capital[at]! + (tokens.kind[at]! << 1) + (previous === Pos.PUNCT || at === 0 ? 8 : 0);
  const nextWord = next < 0 ? 1 : word[next]!;
  const previousWord = at > 0 ? word[at - 1]! : 1;
  first[0] = word[at]!;
  second[0] = 0;
  first[1] = suffix[at]!;
  second[1] = shape;
  first[2] = word[at]!;
  second[2] = previous;
  first[3] = previous;
  second[3] = before;
  first[4] = nextWord;
  second[4] = previous;
  first[5] = previousWord;
  second[5] = 0;
  first[6] = cluster[at]!;
  second[6] = previous;
  first[7] = next < 0 ? 0 : suffix[next]!;
  second[7] = suffix[at]!;
  first[8] = next < 0 ? 257 : cluster[next]!;
  second[8] = cluster[at]!;
  first[9] = shape;
  second[9] = previous;
  first[10] = previousWord;
  second[10] = suffix[at]!;
  first[11] = word[at]!;
  second[11] = nextWord;
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
