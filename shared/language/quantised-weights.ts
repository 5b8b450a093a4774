import type { WeightsFile } from './weights-file.ts';

const HALF = 31;
/** The square of the largest step. */
export const LARGEST_SQUARE = HALF * HALF;

/** Weights of which each is one of 63 steps; `limit` is the largest. */
export interface QuantisedWeights {
  steps: Int8Array;
  limit: number;
}

/** Rounds weights to steps. A step stands for its square: small weights keep their differences, large ones their size. */
export function quantise(weights: ArrayLike<number>): QuantisedWeights {
  let limit = 0;
  for (let at = 0; at < weights.length; at++) limit = Math.max(limit, Math.abs(weights[at]!));
  const steps = new Int8Array(weights.length);
  if (limit > 0)
    for (let at = 0; at < weights.length; at++)
      steps[at] = Math.sign(weights[at]!) * Math.round(Math.sqrt(Math.abs(weights[at]!) / limit) * HALF);
  return { steps, limit };
}

/** Weights that are looked up by slot: a plain array while they are taught, `StepWeights` as shipped. */
export interface WeightTable {
  at(slot: number): number | undefined;
}

/** Weights as they were stored, a byte each; its weight is found when it is asked for, so that a start costs nothing. */
export class StepWeights implements WeightTable {
  /** Signed bytes. */
  readonly steps: Uint8Array;
  /** By byte. */
  readonly weightOfStep = new Float32Array(256);
  /** What a square is worth. */
  readonly unit: number;

  /** `steps` as signed bytes. */
  constructor(steps: Uint8Array, limit: number) {
    this.steps = steps;
    this.unit = limit / LARGEST_SQUARE;
    for (let step = -HALF; step <= HALF; step++)
      this.weightOfStep[step & 255] = (Math.sign(step) * step * step * limit) / (HALF * HALF);
  }

  at(slot: number): number {
    return this.weightOfStep[this.steps[slot]!]!;
  }

  /** A weight as a whole number, the signed square of its step: times `unit` it is the weight, but for its rounding to 24 bits. */
  square(slot: number): number {
    const step = (this.steps[slot]! << 24) >> 24;
    return step < 0 ? -step * step : step * step;
  }

  /** Adds the weights from `slot` on to as many sums. */
  addRow(slot: number, sums: Float64Array): void {
    const steps = this.steps;
    const weights = this.weightOfStep;
    for (let n = 0; n < sums.length; n++) sums[n]! += weights[steps[slot + n]!]!;
  }
}

/** Adds the weights of a table from `slot` on to as many sums. */
export function addRow(table: WeightTable, slot: number, sums: Float64Array): void {
  if (table instanceof StepWeights) table.addRow(slot, sums);
  else for (let n = 0; n < sums.length; n++) sums[n]! += table.at(slot + n)!;
}

/** In the head of a file of weights: the limit of each column. */
export interface QuantisedColumns {
  limits: Record<string, number>;
}

/** A file of weights from tables of them, with what else its head says. */
export function quantisedFile<Meta>(
  meta: Meta,
  tables: Record<string, ArrayLike<number>>,
): WeightsFile<Meta & QuantisedColumns> {
  const quantised = Object.entries(tables).map(([name, table]) => [name, quantise(table)] as const);
  return {
    meta: { ...meta, limits: Object.fromEntries(quantised.map(([name, { limit }]) => [name, limit])) },
    columns: Object.fromEntries(quantised.map(([name, { steps }]) => [name, new Uint8Array(steps.buffer)])),
  };
}

/** One table of weights of such a file. @throws RangeError when the file has no such column */
export function weightColumn({ meta, columns }: WeightsFile<QuantisedColumns>, name: string): StepWeights {
  const column = columns[name];
  const limit = meta.limits[name];
  if (!column || limit === undefined) throw new RangeError(`the file of weights has no column ${name}`);
  return new StepWeights(column, limit);
}
