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
function unpack(sums: Int32Array, at: number, packed: number): void {
  const lower = (packed << 16) >> 16;
  sums[at] = lower;
  sums[at + 1] = (packed - lower) >> 16;
}

/**
 * Sums rows, those of `slots` from `from` to before `to`, into the first sixteen sums: rows of `words` integers, at least
 * eight. Written out, since each sum then stays in a register.
 */
export function sumEight(
  rows: PackedRows,
  slots: Int32Array,
  from: number,
  to: number,
  words: number,
  sums: Int32Array,
): void {
  const packed = rows.sums;
  let a = 0;
  let b = 0;
  let c = 0;
  let d = 0;
  let e = 0;
  let f = 0;
  let g = 0;
  let h = 0;
  for (let n = from; n < to; n++) {
    const row = slots[n]! * words;
    if (packed[row + words - 1] === 0) rows.pack(slots[n]!);
    a = (a + packed[row]!) | 0;
    b = (b + packed[row + 1]!) | 0;
    c = (c + packed[row + 2]!) | 0;
    d = (d + packed[row + 3]!) | 0;
    e = (e + packed[row + 4]!) | 0;
    f = (f + packed[row + 5]!) | 0;
    g = (g + packed[row + 6]!) | 0;
    h = (h + packed[row + 7]!) | 0;
  }
  unpack(sums, 0, a);
  unpack(sums, 2, b);
  unpack(sums, 4, c);
  unpack(sums, 6, d);
  unpack(sums, 8, e);
  unpack(sums, 10, f);
  unpack(sums, 12, g);
  unpack(sums, 14, h);
}

/** Sums the rows' integers from `first` to before `last`, of which there are few, into their places. */
export function sumSome(
  rows: PackedRows,
  slots: Int32Array,
  from: number,
  to: number,
  words: number,
  [first, last]: readonly [number, number],
  sums: Int32Array,
): void {
  const packed = rows.sums;
  for (let word = first; word < last; word++) {
    let sum = 0;
    for (let n = from; n < to; n++) {
      const row = slots[n]! * words;
      if (packed[row + words - 1] === 0) rows.pack(slots[n]!);
      sum = (sum + packed[row + word]!) | 0;
    }
    unpack(sums, 2 * word, sum);
  }
}
