import { DIMENSIONS, vectorAt } from '../vectors.ts';
import { BOTH, CELLS, GatedReader, POOLED } from './gated-reader.ts';
import { DISTANCES, EFFECT_KINDS, type NetInputs } from './net-inputs.ts';
import { LABELS } from './softmax.ts';
import { LEXICONS, type Valence, valenceOf } from './valence.ts';
import { SPECIALS } from './word-codes.ts';

const HIDDEN = 64;

/** The network's weights, row by row; both directions where not said otherwise. Made by `bench/sentiment/train-net.py`. */
export interface NetWeights {
  /** Stand in for a vector: `SPECIALS` rows of `DIMENSIONS`. */
  special: Float32Array;
  /** From a vector to the gates: `BOTH` rows of `DIMENSIONS`. */
  fromVector: Float32Array;
  /** From the valences to the gates: `BOTH` rows of `LEXICONS`. */
  fromValence: Float32Array;
  /** From quotation to the gates. */
  fromQuoted: Float32Array;
  /** From a distance to the gates, bias included: `DISTANCES` rows of `BOTH`. */
  fromDistance: Float32Array;
  /** From the effect of a phrase to the gates: `EFFECT_KINDS` rows of `BOTH`. */
  fromEffect: Float32Array;
  /** From the state before to the gates: for each direction, forwards first, and each cell 192 numbers. */
  fromState: Float32Array;
  stateBias: Float32Array;
  /** From what is pooled to the hidden layer: `HIDDEN` rows of `POOLED`. */
  hidden: Float32Array;
  hiddenBias: Float32Array;
  /** To the labels: `LABELS` rows of `HIDDEN`. */
  out: Float32Array;
  outBias: Float32Array;
}

/** Length of each column of weights. */
export const netShapes: Record<keyof NetWeights, number> = {
  special: SPECIALS * DIMENSIONS,
  fromVector: BOTH * DIMENSIONS,
  fromValence: BOTH * LEXICONS,
  fromQuoted: BOTH,
  fromDistance: DISTANCES * BOTH,
  fromEffect: EFFECT_KINDS * BOTH,
  fromState: BOTH * CELLS,
  stateBias: BOTH,
  hidden: HIDDEN * POOLED,
  hiddenBias: HIDDEN,
  out: LABELS * HIDDEN,
  outBias: LABELS,
};

/**
 * A gated recurrent network over a sentence, both ways, frozen word vectors below, with the state at the target and the
 * highest of each cell above.
 */
export class ToneNet {
  private readonly weights: NetWeights;
  private readonly reader: GatedReader;

  constructor(weights: NetWeights, valence: Valence) {
    this.weights = weights;
    const { fromState, stateBias, hidden } = weights;
    const fromPlace = placesOf(weights);
    this.reader = new GatedReader({ fromPlace, fromState, stateBias, fromPooled: hidden }, (code) =>
      wordToGates(weights, valence, code),
    );
  }

  /** Logits of negative, neutral and positive. */
  logitsOf({ length, codes, quoted, effects, distances, target }: NetInputs): number[] {
    const places = Uint8Array.from(distances, (distance, token) => 2 * distance + quoted[token]!);
    const words = codes.map((code, token) => code * EFFECT_KINDS + effects[token]!);
    const { hiddenBias, out, outBias } = this.weights;
    const hidden = this.reader
      .read({ length, codes: words, places }, target)
      .map((value, row) => Math.tanh(value + hiddenBias[row]!));
    return Array.from(outBias, (bias, row) => bias + dot(out, row * HIDDEN, hidden));
  }
}

/** For each distance, outside and inside quotation marks. */
function placesOf({ fromDistance, fromQuoted }: NetWeights): Float32Array {
  const places = new Float32Array(2 * fromDistance.length);
  for (let place = 0; place < 2 * DISTANCES; place += 1)
    for (let gate = 0; gate < BOTH; gate += 1)
      places[place * BOTH + gate] = fromDistance[(place >> 1) * BOTH + gate]! + (place & 1) * fromQuoted[gate]!;
  return places;
}

/** What a word adds to the gates, in a phrase of its effect: `marked` is its code times `EFFECT_KINDS`, plus the effect. */
function wordToGates(weights: NetWeights, valence: Valence, marked: number): Float32Array {
  const { special, fromVector, fromValence, fromEffect } = weights;
  const code = Math.floor(marked / EFFECT_KINDS);
  const effect = (marked % EFFECT_KINDS) * BOTH;
  const word = code - SPECIALS;
  const vector = word < 0 ? special.subarray(code * DIMENSIONS, (code + 1) * DIMENSIONS) : vectorAt(word);
  const gates = timesVector(fromVector, vector);
  for (let gate = 0; gate < BOTH; gate += 1) gates[gate] = gates[gate]! + fromEffect[effect + gate]!;
  for (let lexicon = 0; lexicon < LEXICONS; lexicon += 1) {
    const value = valenceOf(valence, word, lexicon);
    if (value === 0) continue;
    for (let row = 0; row < BOTH; row += 1) gates[row] = gates[row]! + fromValence[row * LEXICONS + lexicon]! * value;
  }
  return gates;
}

/** `BOTH` rows times a vector. */
function timesVector(rows: Float32Array, vector: Float32Array): Float32Array {
  const product = new Float32Array(rows.length / vector.length);
  for (let row = 0; row < product.length; row += 1) product[row] = dot(rows, row * vector.length, vector);
  return product;
}

/** The product of the row that begins at `from` and a vector. */
function dot(rows: Float32Array, from: number, vector: Float32Array): number {
  let sum = 0;
  for (let at = 0; at < vector.length; at += 1) sum += rows[from + at]! * vector[at]!;
  return sum;
}
