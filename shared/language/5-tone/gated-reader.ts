import { CELLS, GATES, Gates } from './gates.ts';
import { logistic, tanhOf } from './tanh-table.ts';

/** Gates of both directions, forwards first. */
export const BOTH = 2 * GATES;

/** What the reader needs to know, row by row. */
export interface ReaderWeights {
  /** From where a token stands to the gates, bias included: `BOTH` numbers for each kind of place. */
  fromPlace: Float32Array;
  /** From the state before to the gates: for each direction, forwards first, and each cell `GATES` numbers. */
  fromState: Float32Array;
  stateBias: Float32Array;
}

/** A text as the reader takes it: for each token its word and its kind of place, by number. */
export interface Readable {
  length: number;
  codes: ArrayLike<number>;
  places: ArrayLike<number>;
}

/** Words whose way to the gates is kept: 1.5 KB each, emptied when full. */
const KEPT = 8192;

/** Reads a text token by token with gated recurrent cells (Cho et al. 2014). */
export class GatedReader {
  private readonly kept = new Map<number, Float32Array>();
  private readonly gates: Gates;
  private readonly weights: ReaderWeights;
  private readonly wordToGates: (code: number) => Float32Array;

  /** @param wordToGates what a word adds to the gates of both directions: asked once for each word, and kept */
  constructor(weights: ReaderWeights, wordToGates: (code: number) => Float32Array) {
    this.weights = weights;
    this.wordToGates = wordToGates;
    this.gates = new Gates(weights.fromState);
  }

  /** Reads forwards (0) or backwards (1); `see` is told each token and the state after it, which the next token changes. */
  read({ length, codes, places }: Readable, direction: 0 | 1, see: (token: number, state: Float32Array) => void): void {
    const { state, values: gates } = this.gates;
    const { fromPlace, stateBias } = this.weights;
    const own = direction * GATES;
    state.fill(0);
    for (let step = 0; step < length; step += 1) {
      const token = direction === 0 ? step : length - 1 - step;
      const word = this.gatesOf(codes[token]!);
      const place = places[token]! * BOTH + own;
      this.gates.multiply(direction);
      // Reset, update and new gate of a cell, a third of the gates apart. One loop over the cells, since most of the time goes here.
      for (let cell = 0; cell < CELLS; cell += 1) {
        const r = own + cell;
        const z = r + CELLS;
        const n = z + CELLS;
        const reset = logistic(word[r]! + fromPlace[place + cell]! + gates[cell]! + stateBias[r]!);
        const kept = logistic(word[z]! + fromPlace[place + CELLS + cell]! + gates[CELLS + cell]! + stateBias[z]!);
        const carried = reset * (gates[2 * CELLS + cell]! + stateBias[n]!);
        const fresh = tanhOf(word[n]! + fromPlace[place + 2 * CELLS + cell]! + carried);
        state[cell] = fresh + kept * (state[cell]! - fresh);
      }
      see(token, state);
    }
  }

  private gatesOf(code: number): Float32Array {
    let gates = this.kept.get(code);
    if (gates) return gates;
    gates = this.wordToGates(code);
    if (this.kept.size >= KEPT) this.kept.clear();
    this.kept.set(code, gates);
    return gates;
  }
}

/** `BOTH` rows times a vector. */
export function timesVector(rows: Float32Array, vector: Float32Array): Float32Array {
  const product = new Float32Array(rows.length / vector.length);
  for (let row = 0; row < product.length; row += 1) product[row] = dot(rows, row * vector.length, vector);
  return product;
}

/** The product of the row that begins at `from` and a vector. */
export function dot(rows: Float32Array, from: number, vector: Float32Array): number {
  let sum = 0;
  for (let at = 0; at < vector.length; at += 1) sum += rows[from + at]! * vector[at]!;
  return sum;
}
