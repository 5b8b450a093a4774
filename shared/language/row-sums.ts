import { readBytes } from './model/read-model.ts';
import type { StepWeights } from './quantised-weights.ts';

const PAGE = 65536;
const LANES = 8;
const VECTOR = 16;

interface Kernel {
  sum(table: number, width: number, slots: number, features: number, tokens: number, into: number): void;
}

/** How a table of weights is read. */
export interface RowShape {
  /** Weights of a row. */
  width: number;
  /** Features, each with a row, of a token: up to 34, since a sum of so many squares of steps fits into 16 bits. */
  features: number;
  /** The most tokens that are summed at once. */
  tokens: number;
}

let compiled: WebAssembly.Module | null = null;

/**
 * Sums of rows of weights as whole numbers (the signed squares of their steps), eight at a time in WebAssembly
 * (`bench/language/row-sums.wat`): some ten times as fast as in JavaScript.
 */
export class RowSums {
  /** The rows of the tokens' features, token after token: written by whoever sums. */
  readonly slots: Int32Array;
  /** What `sum` gives, `stride` sums a token, of which the first `width` hold. */
  readonly sums: Int16Array;
  readonly stride: number;
  /** What a square is worth. */
  readonly unit: number;
  private readonly kernel: Kernel;
  private readonly shape: RowShape;

  constructor(table: StepWeights, shape: RowShape) {
    const { width, features, tokens } = shape;
    this.shape = shape;
    this.unit = table.unit;
    this.stride = Math.ceil(width / LANES) * LANES;
    // Behind the table there is room for what is read beyond its last row.
    const slotsAt = Math.ceil((table.steps.length + LANES) / VECTOR) * VECTOR;
    const sumsAt = slotsAt + tokens * features * Int32Array.BYTES_PER_ELEMENT;
    const end = sumsAt + tokens * this.stride * Int16Array.BYTES_PER_ELEMENT;
    const memory = new WebAssembly.Memory({ initial: Math.ceil(end / PAGE) });
    new Uint8Array(memory.buffer).set(table.steps);
    this.slots = new Int32Array(memory.buffer, slotsAt, tokens * features);
    this.sums = new Int16Array(memory.buffer, sumsAt, tokens * this.stride);
    compiled ??= new WebAssembly.Module(readBytes('row-sums.wasm'));
    this.kernel = new WebAssembly.Instance(compiled, { rows: { memory } }).exports as unknown as Kernel;
  }

  /** Sums the rows of the first tokens' features. */
  sum(tokens = 1): void {
    const { width, features } = this.shape;
    this.kernel.sum(0, width, this.slots.byteOffset, features, tokens, this.sums.byteOffset);
  }
}
