import type { StepWeights } from '../quantised-weights.ts';
import type { FeatureFamily } from './feature-codes.ts';

/**
 * Some tables of weights that are read side by side. What is read together lies together, since a line of memory that is
 * not in the processor's cache costs more than all arithmetic on it: the weights of a family in a block of their own,
 * the others slot by slot.
 */
export class SummedWeights {
  readonly count: number;
  private readonly tables: readonly StepWeights[];
  private readonly byFamily: Float32Array[] = [];
  /** Steps by slot and table, with a mark where they have been copied. */
  private readonly steps: Uint8Array;

  constructor(tables: readonly StepWeights[]) {
    this.count = tables.length;
    this.tables = tables;
    this.steps = new Uint8Array(tables[0]!.steps.length * (tables.length + 1));
  }

  /** Writes the weights of a feature of a family, one of each table. */
  readFamily(family: FeatureFamily, detail: number, row: Float64Array): void {
    const weights = this.byFamily[family.number] ?? this.gather(family);
    const from = detail * this.count;
    for (let t = 0; t < this.count; t++) row[t] = weights[from + t]!;
  }

  /** The same for any slot. */
  readSlot(slot: number, row: Float64Array): void {
    const from = slot * (this.count + 1);
    if (this.steps[from + this.count] === 0) this.copy(slot, from);
    for (let t = 0; t < this.count; t++) row[t] = this.tables[t]!.weightOfStep[this.steps[from + t]!]!;
  }

  private copy(slot: number, from: number): void {
    for (let t = 0; t < this.count; t++) this.steps[from + t] = this.tables[t]!.steps[slot]!;
    this.steps[from + this.count] = 1;
  }

  private gather(family: FeatureFamily): Float32Array {
    const weights = new Float32Array(family.slots.length * this.count);
    for (const [detail, slot] of family.slots.entries())
      for (const [t, table] of this.tables.entries()) weights[detail * this.count + t] = table.at(slot);
    this.byFamily[family.number] = weights;
    return weights;
  }
}
