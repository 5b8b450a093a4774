import { wasmMemory } from '../feature-sums.ts';
import { readBytes } from '../model/read-model.ts';
import { DIMENSIONS } from '../vectors.ts';

/** Numbers that a vector takes: a multiple of the eight that are multiplied at once. */
const WIDTH = Math.ceil(DIMENSIONS / 8) * 8;

interface Kernel {
  multiply(vector: number, vectors: number, end: number, into: number): void;
}

let compiled: WebAssembly.Module | null = null;

/**
 * The products of a vector with a fixed set of others, in whole numbers, eight at a time in WebAssembly
 * (`bench/language/products.wat`): they are exact, and come some fifteen times as fast as from a loop in JavaScript.
 */
export class Products {
  /** What `multiply` gives: one product a vector. */
  readonly values: Int32Array;
  private readonly vector: Int16Array;
  private readonly kernel: Kernel;
  private readonly vectorsAt: number;
  private readonly valuesAt: number;

  /** @param vectors of `levelsAt` */
  constructor(vectors: readonly Int8Array[]) {
    const bytes = WIDTH * Int16Array.BYTES_PER_ELEMENT;
    this.vectorsAt = bytes;
    this.valuesAt = bytes + vectors.length * bytes;
    const memory = wasmMemory(this.valuesAt + vectors.length * Int32Array.BYTES_PER_ELEMENT);
    const { buffer } = memory;
    this.vector = new Int16Array(buffer, 0, DIMENSIONS);
    for (const [v, vector] of vectors.entries()) new Int16Array(buffer, bytes * (v + 1), DIMENSIONS).set(vector);
    this.values = new Int32Array(buffer, this.valuesAt, vectors.length);
    compiled ??= new WebAssembly.Module(readBytes('products.wasm'));
    this.kernel = new WebAssembly.Instance(compiled, { products: { memory } }).exports as unknown as Kernel;
  }

  /** Writes the products of a vector of `levelsAt` with each of the others to `values`. */
  multiply(vector: Int8Array): void {
    this.vector.set(vector);
    this.kernel.multiply(0, this.vectorsAt, this.valuesAt, this.valuesAt);
  }
}
