import { readBytes } from '../model/read-model.ts';

/** Cells of the network in each direction. */
export const CELLS = 64;
/** Gates of a cell (reset, update, new), one after another. */
export const GATES = 3 * CELLS;

const directions = 2;
const matrixBytes = GATES * CELLS * Float32Array.BYTES_PER_ELEMENT;
const stateAt = directions * matrixBytes;
const gatesAt = stateAt + CELLS * Float32Array.BYTES_PER_ELEMENT;

interface Kernel {
  memory: WebAssembly.Memory;
  multiply(weights: number, state: number, into: number): void;
}

let compiled: WebAssembly.Module | null = null;

/**
 * The product of a step, weights by state, which is nine tenths of what the network costs: by four numbers at once in
 * WebAssembly (`bench/language/gates.wat`), some eight times as fast as by a loop in JavaScript.
 */
export class Gates {
  /** The state of the cells: written by whoever steps, read by `multiply`. */
  readonly state: Float32Array;
  /** What `multiply` gives. */
  readonly values: Float32Array;
  private readonly kernel: Kernel;

  /** @param weights from the state to the gates: for each direction, forwards first, and each cell `GATES` numbers */
  constructor(weights: Float32Array) {
    compiled ??= new WebAssembly.Module(readBytes('gates.wasm'));
    this.kernel = new WebAssembly.Instance(compiled).exports as unknown as Kernel;
    const { buffer } = this.kernel.memory;
    this.state = new Float32Array(buffer, stateAt, CELLS);
    this.values = new Float32Array(buffer, gatesAt, GATES);
    new Float32Array(buffer, 0, directions * GATES * CELLS).set(weights);
  }

  /** Gates of the state, forwards (0) or backwards (1), into `values`. */
  multiply(direction: 0 | 1): void {
    this.kernel.multiply(direction * matrixBytes, stateAt, gatesAt);
  }
}
