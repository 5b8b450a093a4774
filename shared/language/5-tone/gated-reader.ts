import { wasmMemory } from '../feature-sums.ts';
import { readBytes } from '../model/read-model.ts';
import { maximumTokens } from './target-window.ts';

/** Cells of the network in each direction. */
export const CELLS = 64;
/** Gates of a direction: reset, update and new gate of each cell, a third of them apart. */
const GATES = 3 * CELLS;
/** Gates of both directions, forwards first. */
export const BOTH = 2 * GATES;
/** What is kept of a reading: the state after the target, then the highest of each cell, both directions, forwards first. */
export const POOLED = 4 * CELLS;

/** What the reader needs to know, row by row. */
export interface ReaderWeights {
  /** From where a token stands to the gates, bias included: `BOTH` numbers for each kind of place. */
  fromPlace: Float32Array;
  /** From the state before to the gates: for each direction, forwards first, and each cell its gates. */
  fromState: Float32Array;
  stateBias: Float32Array;
  /** From what is kept of a reading to what is said of it: rows of `POOLED` numbers. */
  fromPooled: Float32Array;
}

/** A window as the reader takes it: for each of up to `maximumTokens` tokens its word and its kind of place, by number. */
export interface Readable {
  length: number;
  codes: ArrayLike<number>;
  places: ArrayLike<number>;
}

interface Kernel {
  read(
    steps: number,
    end: number,
    target: number,
    weights: number,
    bias: number,
    state: number,
    gates: number,
    atTarget: number,
    highest: number,
  ): void;
  products(rows: number, end: number, vector: number, into: number): void;
}

const { BYTES_PER_ELEMENT } = Float32Array;
const gateBytes = GATES * BYTES_PER_ELEMENT;
const rowBytes = BOTH * BYTES_PER_ELEMENT;
const stateBytes = CELLS * BYTES_PER_ELEMENT;
/** Two addresses. */
const stepBytes = 2 * Int32Array.BYTES_PER_ELEMENT;
/** Words whose way to the gates is kept: 1.5 KB each, forgotten when there are as many. */
const KEPT = 8192;

let compiled: WebAssembly.Module | null = null;

/**
 * Reads a text token by token, both ways, with gated recurrent cells (Cho et al. 2014): by four cells at once in WebAssembly
 * (`bench/language/gated-reader.wat`), since nearly all of the network's time goes here. The cells' tanh is within a millionth
 * of it.
 */
export class GatedReader {
  private readonly kept = new Map<number, number>();
  private readonly wordToGates: (code: number) => Float32Array;
  private readonly kernel: Kernel;
  /** What each step reads: the addresses of the word's gates and of the place's. */
  private readonly steps: Int32Array;
  private readonly state: Float32Array;
  private readonly pooled: Float32Array;
  private readonly words: Float32Array;
  private readonly said: Float32Array;
  // Where in the memory all lies.
  private readonly weightsAt = 0;
  private readonly biasAt = BOTH * stateBytes;
  private readonly stateAt = this.biasAt + rowBytes;
  private readonly gatesAt = this.stateAt + stateBytes;
  private readonly pooledAt = this.gatesAt + gateBytes;
  private readonly stepsAt = this.pooledAt + POOLED * BYTES_PER_ELEMENT;
  private readonly placesAt = this.stepsAt + maximumTokens * stepBytes;
  private readonly rowsAt: number;
  private readonly saidAt: number;
  private readonly wordsAt: number;

  /** @param wordToGates what a word adds to the gates of both directions: asked once for each word, and kept */
  constructor(weights: ReaderWeights, wordToGates: (code: number) => Float32Array) {
    const { fromPlace, fromState, stateBias, fromPooled } = weights;
    const rows = fromPooled.length / POOLED;
    this.wordToGates = wordToGates;
    this.rowsAt = this.placesAt + fromPlace.byteLength;
    this.saidAt = this.rowsAt + fromPooled.byteLength;
    this.wordsAt = this.saidAt + rows * BYTES_PER_ELEMENT;
    const memory = wasmMemory(this.wordsAt + KEPT * rowBytes);
    const { buffer } = memory;
    new Float32Array(buffer, this.weightsAt).set(fromState);
    new Float32Array(buffer, this.biasAt).set(stateBias);
    new Float32Array(buffer, this.placesAt).set(fromPlace);
    new Float32Array(buffer, this.rowsAt).set(fromPooled);
    this.said = new Float32Array(buffer, this.saidAt, rows);
    this.words = new Float32Array(buffer, this.wordsAt);
    this.state = new Float32Array(buffer, this.stateAt, CELLS);
    this.pooled = new Float32Array(buffer, this.pooledAt, POOLED);
    this.steps = new Int32Array(buffer, this.stepsAt, 2 * maximumTokens);
    compiled ??= new WebAssembly.Module(readBytes('gated-reader.wasm'));
    this.kernel = new WebAssembly.Instance(compiled, { reader: { memory } }).exports as unknown as Kernel;
  }

  /**
   * The products of the rows of `fromPooled` with what is kept of a text, which the next reading changes.
   * @param target number of the token whose state is kept
   * @throws {RangeError} for a text longer than `maximumTokens`
   */
  read(text: Readable, target: number): Float32Array {
    if (text.length > maximumTokens)
      throw new RangeError(`a text of ${text.length} tokens is longer than the ${maximumTokens} that are read`);
    this.pooled.fill(0, 0, 2 * CELLS).fill(-1, 2 * CELLS);
    for (const direction of [0, 1] as const) {
      this.state.fill(0);
      this.readWay(text, target, direction);
    }
    this.kernel.products(this.rowsAt, this.saidAt, this.pooledAt, this.saidAt);
    return this.said;
  }

  private readWay({ length, codes, places }: Readable, target: number, direction: 0 | 1): void {
    if (this.kept.size > KEPT - maximumTokens) this.kept.clear();
    const own = direction * gateBytes;
    for (let step = 0; step < length; step += 1) {
      const token = direction === 0 ? step : length - 1 - step;
      this.steps[2 * step] = this.wordsAt + this.rowOf(codes[token]!) * rowBytes + own;
      this.steps[2 * step + 1] = this.placesAt + places[token]! * rowBytes + own;
    }
    const targetStep = direction === 0 ? target : length - 1 - target;
    const addressOf = (step: number) => this.stepsAt + step * stepBytes;
    const states = this.pooledAt + direction * stateBytes;
    this.kernel.read(
      addressOf(0),
      addressOf(length),
      addressOf(targetStep),
      this.weightsAt + direction * GATES * stateBytes,
      this.biasAt + own,
      this.stateAt,
      this.gatesAt,
      states,
      states + 2 * stateBytes,
    );
  }

  /** Which of the kept rows holds what a word adds. */
  private rowOf(code: number): number {
    let row = this.kept.get(code);
    if (row !== undefined) return row;
    row = this.kept.size;
    this.words.set(this.wordToGates(code), row * BOTH);
    this.kept.set(code, row);
    return row;
  }
}
