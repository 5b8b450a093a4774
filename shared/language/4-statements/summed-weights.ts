import type { StepWeights } from '../quantised-weights.ts';
import type { FeatureFamily } from './feature-codes.ts';

/**
 * Some tables of weights that are summed side by side. Those of a family lie together, for they are asked for again and
 * again: in the hashed tables each would have a line of the processor's cache for itself.
 */
export class SummedWeights {
  readonly count: number;
  private readonly tables: readonly StepWeights[];
  private readonly byFamily: Float32Array[] = [];

  constructor(tables: readonly StepWeights[]) {
    this.count = tables.length;
    this.tables = tables;
  }

  /** Adds the weights of a feature of a family, times a value, to as many sums as there are tables. */
  addOfFamily(family: FeatureFamily, detail: number, value: number, sums: Float64Array): void {
    const weights = this.byFamily[family.number] ?? this.gather(family);
    const from = detail * this.count;
    for (let t = 0; t < this.count; t++) sums[t]! += weights[from + t]! * value;
  }

  /** The same for any slot. */
  addOfSlot(slot: number, value: number, sums: Float64Array): void {
    for (let t = 0; t < this.count; t++) sums[t]! += this.tables[t]!.at(slot) * value;
  }

  private gather(family: FeatureFamily): Float32Array {
    const weights = new Float32Array(family.slots.length * this.count);
    for (const [detail, slot] of family.slots.entries())
      for (const [t, table] of this.tables.entries()) weights[detail * this.count + t] = table.at(slot);
    this.byFamily[family.number] = weights;
    return weights;
  }
}
