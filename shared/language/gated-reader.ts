import { wasmMemory } from './feature-sums.ts';
import { readBytes } from './model/read-model.ts';

/** Cells of the network in each direction. */
export const CELLS = 64;
/** Numbers of the state at a token, of both directions, forwards first. */
export const STATE = 2 * CELLS;
/** Gates of a direction: reset, update and new gate of each cell, a third of them apart. */
const GATES = 3 * CELLS;
/** Gates of both directions, forwards first. */
export const BOTH = 2 * GATES;

/** Weights in whole numbers (`bench/language/whole-weights.ts`): for each two inputs what both count for each output. */
export interface WholeWeights {
  rows: Int16Array;
  /** What a product of a weight and a whole state is worth. */
  unit: number;
}

/** What the reader needs to know, row by row. */
export interface ReaderWeights {
  /** From where a token stands to the gates, bias included: `BOTH` numbers for each kind of place. */
  fromPlace: Float32Array;
  /** From the state before to the gates: the cells of both directions, forwards first, to `GATES` gates. */
  fromState: WholeWeights;
  stateBias: Float32Array;
}

/** A text as the reader takes it: for each token its word and its kind of place, by number. */
export interface Readable {
  length: number;
  codes: ArrayLike<number>;
  places: ArrayLike<number>;
}

/** What `gated-reader.wat` does with numbers that lie in the reader's memory; all but units and counts are addresses or lengths in bytes. */
interface Kernel {
  read(
    steps: number,
    end: number,
    weights: number,
    unit: number,
    bias: number,
    state: number,
    whole: number,
    gates: number,
    highest: number,
  ): void;
  multiply(
    weights: number,
    bias: number,
    state: number,
    into: number,
    blocks: number,
    pairs: number,
    stride: number,
    unit: number,
  ): void;
  products(rows: number, end: number, rowLength: number, vector: number, into: number): void;
  layer(
    tokens: number,
    end: number,
    rowLength: number,
    common: number,
    places: number,
    hidden: number,
    rows: number,
    rowsEnd: number,
    said: number,
    into: number,
  ): void;
}

const { BYTES_PER_ELEMENT } = Float32Array;
const gateBytes = GATES * BYTES_PER_ELEMENT;
const rowBytes = BOTH * BYTES_PER_ELEMENT;
const stateBytes = CELLS * BYTES_PER_ELEMENT;
/** Of a state in whole numbers. */
const wholeBytes = CELLS * Int16Array.BYTES_PER_ELEMENT;
/** Of a step: four addresses. */
const ADDRESSES = 4;
/** A state, between -1 and 1, and the weights in whole numbers: small enough that no sum of 128 products leaves 32 bits. */
export const STATE_STEPS = 4096;
export const LARGEST_WEIGHT = 4095;
/** Numbers that are worked out at once. */
const BLOCK = 32;
/** Words whose way to the gates is kept: 1.5 KB each, forgotten when there are as many. */
const KEPT = 8192;

let compiled: WebAssembly.Module | null = null;

/** The kernel with a memory of at least so many bytes. */
function kernelWith(bytes: number): { buffer: ArrayBuffer; kernel: Kernel } {
  compiled ??= new WebAssembly.Module(readBytes('gated-reader.wasm'));
  const memory = wasmMemory(bytes);
  const { exports } = new WebAssembly.Instance(compiled, { reader: { memory } });
  return { buffer: memory.buffer, kernel: exports as unknown as Kernel };
}

/**
 * Reads a text token by token, both ways, with gated recurrent cells (Cho et al. 2014): in WebAssembly
 * (`bench/language/gated-reader.wat`), since nearly all of a network's time goes here. States are multiplied with weights in whole
 * numbers of 13 bits, and the cells' tanh is within a millionth of it. The layers above lie in the same memory, from `besideAt` on, and are whoever's reads.
 */
export class GatedReader {
  /** After `read`: `STATE` numbers a token, the state after it in either direction. */
  readonly states: Float32Array;
  /** After `read`: the highest that each cell was, both directions. */
  readonly highest: Float32Array;
  /** Where in the memory the first token's state lies, in whole numbers, and the room that was asked for. */
  readonly wholeStatesAt: number;
  readonly besideAt: number;
  readonly kernel: Kernel;
  readonly buffer: ArrayBuffer;
  /** The most tokens that are read at once. */
  readonly maximum: number;
  /** By word, one more than its row, 0 without one. */
  private readonly rows: Uint16Array;
  private kept = 0;
  private readonly wordToGates: (code: number) => Float32Array;
  /** What each step reads: the addresses of the word's gates and of the place's; and where its state goes. */
  private readonly steps: Int32Array;
  private readonly gatesOfWord: Int32Array;
  private readonly gatesOfPlace: Int32Array;
  private readonly state: Float32Array;
  private readonly words: Float32Array;
  // Where in the memory all lies.
  private readonly weightsAt = 0;
  private readonly biasAt = BOTH * wholeBytes;
  private readonly stateAt = this.biasAt + rowBytes;
  private readonly gatesAt = this.stateAt + stateBytes;
  private readonly highestAt = this.gatesAt + gateBytes;
  /** A state of zeros. */
  private readonly nothingAt = this.highestAt + 2 * stateBytes;
  private readonly stepsAt = this.nothingAt + wholeBytes;
  private readonly unit: number;
  private readonly statesAt: number;
  private readonly placesAt: number;
  private readonly wordsAt: number;

  /**
   * @param wordToGates what a word adds to the gates of both directions: asked once for each word, and copied
   * @param room the most tokens that are read at once, how many words there are, and the bytes of memory to lie beside
   */
  constructor(
    { fromPlace, fromState, stateBias }: ReaderWeights,
    wordToGates: (code: number) => Float32Array,
    { maximum, words, beside }: { maximum: number; words: number; beside: number },
  ) {
    this.wordToGates = wordToGates;
    this.maximum = maximum;
    this.rows = new Uint16Array(words);
    this.statesAt = this.stepsAt + maximum * ADDRESSES * Int32Array.BYTES_PER_ELEMENT;
    this.wholeStatesAt = this.statesAt + 2 * maximum * stateBytes;
    this.placesAt = this.wholeStatesAt + 2 * maximum * wholeBytes;
    this.besideAt = this.placesAt + fromPlace.byteLength;
    this.wordsAt = this.besideAt + beside;
    const { buffer, kernel } = kernelWith(this.wordsAt + KEPT * rowBytes);
    this.buffer = buffer;
    this.kernel = kernel;
    new Int16Array(buffer, this.weightsAt).set(fromState.rows);
    this.unit = fromState.unit;
    new Float32Array(buffer, this.biasAt).set(stateBias);
    new Float32Array(buffer, this.placesAt).set(fromPlace);
    this.words = new Float32Array(buffer, this.wordsAt);
    this.state = new Float32Array(buffer, this.stateAt, CELLS);
    this.states = new Float32Array(buffer, this.statesAt, maximum * STATE);
    this.highest = new Float32Array(buffer, this.highestAt, STATE);
    this.steps = new Int32Array(buffer, this.stepsAt, maximum * ADDRESSES);
    this.gatesOfWord = new Int32Array(maximum);
    this.gatesOfPlace = new Int32Array(maximum);
  }

  /**
   * Reads a text both ways into `states` and `highest`.
   * @throws {RangeError} for a text longer than `maximum`
   */
  read(text: Readable): void {
    if (text.length > this.maximum)
      throw new RangeError(`a text of ${text.length} tokens is longer than the ${this.maximum} that are read`);
    if (this.kept > KEPT - this.maximum) {
      this.rows.fill(0);
      this.kept = 0;
    }
    for (let token = 0; token < text.length; token += 1) {
      this.gatesOfWord[token] = this.wordsAt + this.rowOf(text.codes[token]!) * rowBytes;
      this.gatesOfPlace[token] = this.placesAt + text.places[token]! * rowBytes;
    }
    this.highest.fill(-1);
    for (const direction of [0, 1] as const) {
      this.state.fill(0);
      this.readWay(text.length, direction);
    }
  }

  private readWay(length: number, direction: 0 | 1): void {
    const { steps, gatesOfWord, gatesOfPlace, statesAt, wholeStatesAt } = this;
    const own = direction * gateBytes;
    for (let step = 0, at = 0; step < length; step += 1) {
      const token = direction === 0 ? step : length - 1 - step;
      steps[at++] = gatesOfWord[token]! + own;
      steps[at++] = gatesOfPlace[token]! + own;
      steps[at++] = statesAt + (2 * token + direction) * stateBytes;
      steps[at++] = wholeStatesAt + (2 * token + direction) * wholeBytes;
    }
    this.kernel.read(
      this.stepsAt,
      this.stepsAt + length * ADDRESSES * Int32Array.BYTES_PER_ELEMENT,
      this.weightsAt + direction * GATES * wholeBytes,
      this.unit,
      this.biasAt + own,
      this.stateAt,
      this.nothingAt,
      this.gatesAt,
      this.highestAt + direction * stateBytes,
    );
  }

  /** What weights from a token's state (`STATE` inputs), whose rows lie at `rows`, make of it: as many numbers as `outputs`, a multiple of 32, with a bias. */
  multiplyState(token: number, outputs: number, unit: number, at: { rows: number; bias: number; into: number }): void {
    const state = this.wholeStatesAt + token * 2 * wholeBytes;
    this.kernel.multiply(at.rows, at.bias, state, at.into, outputs / BLOCK, STATE / 2, 4 * outputs, unit);
  }

  /** Which of the kept rows holds what a word adds. */
  private rowOf(code: number): number {
    const known = this.rows[code]!;
    if (known > 0) return known - 1;
    this.words.set(this.wordToGates(code), this.kept * BOTH);
    this.kept += 1;
    this.rows[code] = this.kept;
    return this.kept - 1;
  }
}

/**
 * Products of rows of weights with vectors, of which every word that is met for the first time asks one: some eight times as fast
 * in WebAssembly as in JavaScript.
 */
export class RowProducts {
  private readonly vector: Float32Array;
  private readonly products: Float32Array;
  private readonly kernel: Kernel;
  private readonly rowsEnd: number;

  /** @param width length of a row; longer ones of zeros stand in the memory, since eight numbers are multiplied in a turn */
  constructor(rows: Float32Array, width: number) {
    const count = rows.length / width;
    const room = Math.ceil(width / 8) * 8;
    this.rowsEnd = count * room * BYTES_PER_ELEMENT;
    const { buffer, kernel } = kernelWith(this.rowsEnd + (room + count) * BYTES_PER_ELEMENT);
    this.kernel = kernel;
    const memory = new Float32Array(buffer);
    for (let row = 0; row < count; row += 1) memory.set(rows.subarray(row * width, (row + 1) * width), row * room);
    this.vector = new Float32Array(buffer, this.rowsEnd, room);
    this.products = new Float32Array(buffer, this.rowsEnd + room * BYTES_PER_ELEMENT, count);
  }

  /** The product of each row with a vector; they hold until the next call. */
  with(vector: Float32Array): Float32Array {
    this.vector.set(vector);
    const { byteLength, byteOffset } = this.vector;
    this.kernel.products(0, this.rowsEnd, byteLength, byteOffset, this.products.byteOffset);
    return this.products;
  }
}
