/** Rows that a table has room for at the least. */
const LEAST_ROWS = 1024;

/** The numbers of a table with room for twice as many, behind them zeros; `width`: how many numbers a row has. */
export function roomier(numbers: Float32Array, width: number): Float32Array<ArrayBuffer> {
  const larger = new Float32Array(Math.max(LEAST_ROWS * width, numbers.length * 2));
  larger.set(numbers);
  return larger;
}
