import type { StepWeights } from './quantised-weights.ts';

/**
 * Rows of weights as whole numbers (the signed squares of their steps), two to an integer: a sum of up to 34 squares of at
 * most 961 fits into 16 bits. Each row is packed when it is first asked for, so that a start costs nothing.
 */
export class PackedRows {
  /** The upper half of a row's last integer is no sum: it is 0 only where the row isn't packed yet. */
  readonly sums: Int32Array;
  /** What a square is worth. */
  readonly unit: number;
  private readonly table: StepWeights;
  private readonly width: number;
  private readonly columns: readonly number[];

  /** `width`: weights of a row in the table; `columns`: those that are kept, an odd number. */
  constructor(table: StepWeights, rows: number, width: number, columns: readonly number[]) {
    this.sums = new Int32Array((rows * (columns.length + 1)) / 2);
    this.unit = table.unit;
    this.table = table;
    this.width = width;
    this.columns = columns;
  }

  /** Packs a row whose last integer is 0. */
  pack(row: number): void {
    const { columns, sums, table, width } = this;
    const words = (columns.length + 1) / 2;
    for (let n = 0; n < columns.length; n++)
      sums[row * words + (n >> 1)]! += table.square(row * width + columns[n]!) << ((n & 1) * 16);
    sums[(row + 1) * words - 1]! += 2 << 16;
  }
}

/** Writes the two sums of an integer. */
export function unpack(sums: Int32Array, at: number, packed: number): void {
  const lower = (packed << 16) >> 16;
  sums[at] = lower;
  sums[at + 1] = (packed - lower) >> 16;
}
