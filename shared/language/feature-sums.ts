import type { FeatureTable, FeatureValues } from './hashing.ts';
import { readBytes } from './model/read-model.ts';
import type { StepWeights } from './quantised-weights.ts';

const PAGE = 65536;
const LANES = 8;
const VECTOR = 16;
const INTEGER = Int32Array.BYTES_PER_ELEMENT;

interface Kernel {
  hash(
    first: number,
    second: number,
    kind: number,
    features: number,
    mask: number,
    tokens: number,
    slots: number,
  ): void;
  sum(
    table: number,
    width: number,
    slots: number,
    features: number,
    stride: number,
    tokens: number,
    into: number,
  ): void;
}

let compiled: WebAssembly.Module | null = null;

/**
 * Sums of the rows of weights that tokens' features have, as whole numbers (the signed squares of their steps), eight at a
 * time in WebAssembly (`bench/language/feature-sums.wat`): some ten times as fast as in JavaScript. A token has up to 34
 * features, since a sum of so many squares fits into 16 bits.
 */
export class FeatureSums {
  /** What the features are made of, `stride` a token: written by whoever sums. */
  readonly values: FeatureValues;
  readonly stride: number;
  /** What `sum` gives, `sumStride` sums a token, of which the first hold, one for each weight of a row. */
  readonly sums: Int16Array;
  readonly sumStride: number;
  /** What a square is worth. */
  readonly unit: number;
  private readonly kernel: Kernel;
  private readonly table: FeatureTable;
  private readonly slotsAt: number;

  /** `tokens`: the most that are summed at once. */
  constructor(weights: StepWeights, table: FeatureTable, tokens: number) {
    this.table = table;
    this.unit = weights.unit;
    this.stride = Math.ceil(table.features / 4) * 4;
    this.sumStride = Math.ceil(table.width / LANES) * LANES;
    const integers = tokens * this.stride;
    // Behind the weights there is room for what is read beyond the last row.
    const firstAt = Math.ceil((weights.steps.length + LANES) / VECTOR) * VECTOR;
    const secondAt = firstAt + integers * INTEGER;
    this.slotsAt = secondAt + integers * INTEGER;
    const sumsAt = this.slotsAt + integers * INTEGER;
    const end = sumsAt + tokens * this.sumStride * Int16Array.BYTES_PER_ELEMENT;
    const memory = new WebAssembly.Memory({ initial: Math.ceil(end / PAGE) });
    const { buffer } = memory;
    new Uint8Array(buffer).set(weights.steps);
    this.values = {
      first: new Int32Array(buffer, firstAt, integers),
      second: new Int32Array(buffer, secondAt, integers),
    };
    this.sums = new Int16Array(buffer, sumsAt, tokens * this.sumStride);
    compiled ??= new WebAssembly.Module(readBytes('feature-sums.wasm'));
    this.kernel = new WebAssembly.Instance(compiled, { features: { memory } }).exports as unknown as Kernel;
  }

  /** Sums the rows of the first tokens' features. */
  sum(tokens = 1): void {
    const { kernel, slotsAt, stride, sums, values } = this;
    const { features, kind, rows, width } = this.table;
    kernel.hash(values.first.byteOffset, values.second.byteOffset, kind, stride, rows - 1, tokens, slotsAt);
    kernel.sum(0, width, slotsAt, features, stride, tokens, sums.byteOffset);
  }
}
