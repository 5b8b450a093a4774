import type { FeatureTable, FeatureValues } from './hashing.ts';
import { readBytes } from './model/read-model.ts';
import type { StepWeights } from './quantised-weights.ts';

const PAGE = 65536;
const LANES = 8;
const VECTOR = 16;
const INTEGER = Int32Array.BYTES_PER_ELEMENT;

interface Kernel {
  sum(
    first: number,
    second: number,
    kind: number,
    mask: number,
    slots: number,
    table: number,
    width: number,
    features: number,
    stride: number,
    tokens: number,
    into: number,
  ): void;
}

const strideOf = ({ features }: FeatureTable) => Math.ceil(features / 4) * 4;
const sumStrideOf = ({ width }: FeatureTable) => Math.ceil(width / LANES) * LANES;
/** Behind the weights there is room for what is read beyond the last row. */
const weightBytes = ({ steps }: StepWeights) => Math.ceil((steps.length + LANES) / VECTOR) * VECTOR;

/** Memory of at least so many bytes. */
export const wasmMemory = (bytes: number): WebAssembly.Memory =>
  new WebAssembly.Memory({ initial: Math.ceil(bytes / PAGE) });

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
  // Where in the memory all lies; the weights come first.
  private readonly firstAt: number;
  private readonly secondAt: number;
  private readonly slotsAt: number;
  private readonly sumsAt: number;

  /** `tokens`: the most that are summed at once. */
  constructor(weights: StepWeights, table: FeatureTable, tokens: number) {
    this.table = table;
    this.unit = weights.unit;
    this.stride = strideOf(table);
    this.sumStride = sumStrideOf(table);
    const integers = tokens * this.stride;
    const sums = tokens * this.sumStride;
    const firstAt = weightBytes(weights);
    const secondAt = firstAt + integers * INTEGER;
    this.firstAt = firstAt;
    this.secondAt = secondAt;
    this.slotsAt = secondAt + integers * INTEGER;
    this.sumsAt = this.slotsAt + integers * INTEGER;
    const memory = wasmMemory(this.sumsAt + sums * Int16Array.BYTES_PER_ELEMENT);
    const { buffer } = memory;
    new Uint8Array(buffer).set(weights.steps);
    this.values = {
      first: new Int32Array(buffer, firstAt, integers),
      second: new Int32Array(buffer, secondAt, integers),
    };
    this.sums = new Int16Array(buffer, this.sumsAt, sums);
    compiled ??= new WebAssembly.Module(readBytes('feature-sums.wasm'));
    this.kernel = new WebAssembly.Instance(compiled, { features: { memory } }).exports as unknown as Kernel;
  }

  /** Sums the rows of the first tokens' features. */
  sum(tokens = 1): void {
    const { features, kind, rows, width } = this.table;
    const { firstAt, secondAt, slotsAt, sumsAt, stride } = this;
    this.kernel.sum(firstAt, secondAt, kind, rows - 1, slotsAt, 0, width, features, stride, tokens, sumsAt);
  }
}
