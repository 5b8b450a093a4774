import type { StepWeights } from '../quantised-weights.ts';
import { familySlots } from './feature-codes.ts';
import type { FeatureList } from './feature-list.ts';

/** Number of values of a step's byte. */
const BYTES = 256;
/** Marks the steps of a slot as copied. */
const COPIED = 1 << 24;

/**
 * Some tables of weights that are read side by side. What is read together lies together, since a line of memory that is
 * not in the processor's cache costs more than all arithmetic on it: the weights of the families in a block of their own,
 * the others slot by slot.
 */
export class SummedWeights {
  /** Number of tables, up to three. */
  private readonly count: number;
  private readonly tables: readonly StepWeights[];
  /** Weights by feature of a family and table. */
  private readonly ofFamilies: Float32Array;
  /** By slot the steps of all tables, a byte each, and in the highest byte a mark that they have been copied. */
  private readonly steps: Int32Array;
  /** By table and step. */
  private readonly weightOfStep: Float32Array;

  constructor(tables: readonly StepWeights[]) {
    const [first] = tables;
    this.count = tables.length;
    this.tables = tables;
    this.ofFamilies = new Float32Array(familySlots.length * tables.length);
    for (let feature = 0, at = 0; feature < familySlots.length; feature++)
      for (const table of tables) this.ofFamilies[at++] = table.at(familySlots[feature]!);
    this.steps = new Int32Array(tables.length === 1 ? 0 : first!.steps.length);
    this.weightOfStep = Float32Array.from(tables.flatMap((table) => [...table.weightOfStep]));
  }

  /** Sums features under each table into `sums`. */
  sum(list: FeatureList, sums: Float64Array): void {
    sums.fill(0);
    if (this.count === 1) sums[0] = this.sumOne(list);
    else this.sumAll(list, sums);
  }

  private sumOne({ features, values, count }: FeatureList): number {
    const { ofFamilies } = this;
    const { steps, weightOfStep } = this.tables[0]!;
    let sum = 0;
    for (let n = 0; n < count; n++) {
      const feature = features[n]!;
      sum += (feature >= 0 ? ofFamilies[feature]! : weightOfStep[steps[~feature]!]!) * values[n]!;
    }
    return sum;
  }

  private sumAll({ features, values, count }: FeatureList, sums: Float64Array): void {
    const { ofFamilies, weightOfStep } = this;
    const tables = this.count;
    for (let n = 0; n < count; n++) {
      const feature = features[n]!;
      const value = values[n]!;
      if (feature >= 0) for (let t = 0; t < tables; t++) sums[t]! += ofFamilies[feature * tables + t]! * value;
      else {
        const steps = this.stepsOf(~feature);
        for (let t = 0; t < tables; t++) sums[t]! += weightOfStep[t * BYTES + ((steps >>> (8 * t)) & 255)]! * value;
      }
    }
  }

  /** How much more a feature (as `FeatureList` has it) weighs in one table than in the mean of the others. */
  leaning(feature: number, table: number): number {
    const own = this.at(feature, table);
    if (this.count === 1) return own;
    let others = 0;
    for (let t = 0; t < this.count; t++) if (t !== table) others += this.at(feature, t);
    return own - others / (this.count - 1);
  }

  private at(feature: number, table: number): number {
    if (feature >= 0) return this.ofFamilies[feature * this.count + table]!;
    if (this.count === 1) return this.tables[0]!.at(~feature);
    return this.weightOfStep[table * BYTES + ((this.stepsOf(~feature) >>> (8 * table)) & 255)]!;
  }

  private stepsOf(slot: number): number {
    const known = this.steps[slot]!;
    return known === 0 ? this.copy(slot) : known;
  }

  private copy(slot: number): number {
    let steps = COPIED;
    for (let t = 0; t < this.count; t++) steps |= this.tables[t]!.steps[slot]! << (8 * t);
    this.steps[slot] = steps;
    return steps;
  }
}
