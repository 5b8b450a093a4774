import { BOTH, GatedReader, RowProducts, STATE, type WholeWeights } from '../gated-reader.ts';
import { DIMENSIONS, vectorAt, vocabulary } from '../vectors.ts';
import { SPECIALS } from '../word-codes.ts';
import { DISTANCES, EFFECT_KINDS, type NetInputs } from './net-inputs.ts';
import { LABELS } from './softmax.ts';
import { maximumTokens } from './target-window.ts';
import { LEXICONS, type Valence, valenceOf } from './valence.ts';

const HIDDEN = 64;
/** What is kept of a reading: the state after the target, then the highest of each cell. */
const POOLED = 2 * STATE;
const { BYTES_PER_ELEMENT } = Float32Array;

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
  /** From the state before to the gates. */
  fromState: WholeWeights;
  stateBias: Float32Array;
  /** From what is pooled to the hidden layer: `HIDDEN` rows of `POOLED`. */
  hidden: Float32Array;
  hiddenBias: Float32Array;
  /** To the labels: `LABELS` rows of `HIDDEN`. */
  out: Float32Array;
  outBias: Float32Array;
}

/** Length of each column of weights that are floats; `fromState` is in whole numbers. */
export const floatShapes: Record<Exclude<keyof NetWeights, 'fromState'>, number> = {
  special: SPECIALS * DIMENSIONS,
  fromVector: BOTH * DIMENSIONS,
  fromValence: BOTH * LEXICONS,
  fromQuoted: BOTH,
  fromDistance: DISTANCES * BOTH,
  fromEffect: EFFECT_KINDS * BOTH,
  stateBias: BOTH,
  hidden: HIDDEN * POOLED,
  hiddenBias: HIDDEN,
  out: LABELS * HIDDEN,
  outBias: LABELS,
};
export const floatNames = Object.keys(floatShapes) as (keyof typeof floatShapes)[];

/**
 * A gated recurrent network over a sentence, both ways, frozen word vectors below, with the state at the target and the
 * highest of each cell above.
 */
export class ToneNet {
  private readonly weights: NetWeights;
  private readonly reader: GatedReader;
  /** What is kept of a reading, and the products of the hidden layer's rows with it. */
  private readonly pooled: Float32Array;
  private readonly products: Float32Array;

  constructor(weights: NetWeights, valence: Valence) {
    this.weights = weights;
    const { fromState, fromVector, stateBias, hidden } = weights;
    const products = new RowProducts(fromVector, DIMENSIONS);
    this.reader = new GatedReader(
      { fromPlace: placesOf(weights), fromState, stateBias },
      (code) => wordToGates(weights, products, valence, code),
      {
        maximum: maximumTokens,
        words: EFFECT_KINDS * (SPECIALS + vocabulary()),
        beside: hidden.byteLength + (POOLED + HIDDEN) * BYTES_PER_ELEMENT,
      },
    );
    const { buffer, besideAt } = this.reader;
    new Float32Array(buffer, besideAt).set(hidden);
    this.pooled = new Float32Array(buffer, besideAt + hidden.byteLength, POOLED);
    this.products = new Float32Array(buffer, this.pooled.byteOffset + this.pooled.byteLength, HIDDEN);
  }

  /** Logits of negative, neutral and positive. */
  logitsOf({ length, codes, quoted, effects, distances, target }: NetInputs): number[] {
    const places = Uint8Array.from(distances, (distance, token) => 2 * distance + quoted[token]!);
    const words = codes.map((code, token) => code * EFFECT_KINDS + effects[token]!);
    const { hidden, hiddenBias, out, outBias } = this.weights;
    const { reader, pooled, products } = this;
    reader.read({ length, codes: words, places });
    pooled.set(reader.states.subarray(target * STATE, (target + 1) * STATE));
    pooled.set(reader.highest, STATE);
    const rowsEnd = reader.besideAt + hidden.byteLength;
    reader.kernel.products(reader.besideAt, rowsEnd, pooled.byteLength, pooled.byteOffset, products.byteOffset);
    const layer = products.map((value, row) => Math.tanh(value + hiddenBias[row]!));
    return Array.from(outBias, (bias, row) => bias + dot(out, row * HIDDEN, layer));
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
function wordToGates(weights: NetWeights, products: RowProducts, valence: Valence, marked: number): Float32Array {
  const { special, fromValence, fromEffect } = weights;
  const code = Math.floor(marked / EFFECT_KINDS);
  const effect = (marked % EFFECT_KINDS) * BOTH;
  const word = code - SPECIALS;
  const vector = word < 0 ? special.subarray(code * DIMENSIONS, (code + 1) * DIMENSIONS) : vectorAt(word);
  const gates = products.with(vector);
  for (let gate = 0; gate < BOTH; gate += 1) gates[gate] = gates[gate]! + fromEffect[effect + gate]!;
  for (let lexicon = 0; lexicon < LEXICONS; lexicon += 1) {
    const value = valenceOf(valence, word, lexicon);
    if (value === 0) continue;
    for (let row = 0; row < BOTH; row += 1) gates[row] = gates[row]! + fromValence[row * LEXICONS + lexicon]! * value;
  }
  return gates;
}

/** The product of the row that begins at `from` and a vector. */
function dot(rows: Float32Array, from: number, vector: Float32Array): number {
  let sum = 0;
  for (let at = 0; at < vector.length; at += 1) sum += rows[from + at]! * vector[at]!;
  return sum;
}
