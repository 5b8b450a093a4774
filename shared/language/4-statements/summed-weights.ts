import type { StepWeights } from '../quantised-weights.ts';
import { familySlots } from './feature-codes.ts';
import type { FeatureList } from './feature-list.ts';

/** Number of values of a step's byte. */
const BYTES = 256;

/**
 * Some tables of weights that are read side by side. What is read together lies together, since a line of memory that is
 * not in the processor's cache costs more than all arithmetic on it: the weights of the families in a block of their own,
 * the others slot by slot.
 */
export class SummedWeights {
  /** Number of tables. */
  readonly count: number;
  private readonly tables: readonly StepWeights[];
  /** Weights by feature of a family and table. */
  private readonly ofFamilies: Float32Array;
  /** Steps by slot and table, of several tables with a mark where they have been copied. */
  private readonly steps: Uint8Array;
  private readonly stride: number;
  /** By table and step. */
  private readonly weightOfStep: Float32Array;
  private readonly row: Float64Array;

  constructor(tables: readonly StepWeights[]) {
    const [first] = tables;
    this.count = tables.length;
    this.tables = tables;
    this.ofFamilies = Float32Array.from(familySlots.flatMap((slot) => tables.map((table) => table.at(slot))));
    this.stride = tables.length === 1 ? 1 : tables.length + 1;
    this.steps = tables.length === 1 ? first!.steps : new Uint8Array(first!.steps.length * this.stride);
    this.weightOfStep = Float32Array.from(tables.flatMap((table) => [...table.weightOfStep]));
    this.row = new Float64Array(tables.length);
  }

  /** Sums features under each table into `sums`. */
  sum({ features, values, count }: FeatureList, sums: Float64Array): void {
    const { row } = this;
    sums.fill(0);
    for (let n = 0; n < count; n++) {
      this.read(features[n]!, row);
      const value = values[n]!;
      for (let t = 0; t < row.length; t++) sums[t]! += row[t]! * value;
    }
  }

  /** Writes the weights of a feature as `FeatureList` has it, one of each table. */
  read(feature: number, row: Float64Array): void {
    if (feature >= 0) {
      for (let t = 0; t < this.count; t++) row[t] = this.ofFamilies[feature * this.count + t]!;
      return;
    }
    const from = ~feature * this.stride;
    if (this.count > 1 && this.steps[from + this.count] === 0) this.copy(~feature, from);
    for (let t = 0; t < this.count; t++) row[t] = this.weightOfStep[t * BYTES + this.steps[from + t]!]!;
  }

  private copy(slot: number, from: number): void {
    for (let t = 0; t < this.count; t++) this.steps[from + t] = this.tables[t]!.steps[slot]!;
    this.steps[from + this.count] = 1;
  }
}
