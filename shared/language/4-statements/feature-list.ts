import { type FeatureFamily, type FeatureName, familySlots, slotOf } from './feature-codes.ts';
import { KINDS } from './issue-kinds.ts';
import { VECTOR } from './vector-features.ts';

/** What of the features isn't listed. */
export interface LeftOut {
  /** The features of single words, which are summed elsewhere (see `word-odds.ts`). */
  words?: boolean;
  /** The mean vector, which is summed elsewhere (see `vector-odds.ts`) and shows in no explanation. */
  vector?: boolean;
}

/**
 * The features of one judgement, each with its value, in their order. First listed, then summed: a loop over numbers takes a
 * third of the time that summing one by one takes.
 */
export class FeatureList {
  readonly leftOut: LeftOut;
  /** Number of features; what lies beyond in the columns is old. */
  count = 0;
  /** Number of the feature among those of all families, or its slot's complement (below 0). */
  readonly features: number[] = [];
  readonly values: number[] = [];
  /** Of features of no family: their names, and the up to three parts of which explanations put together their text. */
  readonly names: FeatureName[] = [];
  readonly parts: (string | number)[] = [];

  constructor(leftOut: LeftOut = {}) {
    this.leftOut = leftOut;
  }

  /** Begins anew. */
  clear(): void {
    this.count = 0;
  }

  /** A feature of a family, by the number of its detail. */
  add(family: FeatureFamily, detail: number, value: number): void {
    this.features[this.count] = family.start + detail;
    this.values[this.count] = value;
    this.count++;
  }

  /** A feature about words: the hash of their text, and its up to three words. */
  text(name: FeatureName, hash: number, value: number, first: string, second: string, third: string): void {
    this.addSlot(name, slotOf(name.hash, hash, 0, 0), value, first, second, third);
  }

  /** A feature about up to three things by their hashes; 0 stands for "none". */
  code(name: FeatureName, detail: number, value: number, second: number, third: number): void {
    this.addSlot(name, slotOf(name.hash, detail, second, third), value, detail, second, third);
  }

  /** The features of the family `VECTOR` of a kind: each dimension's value times `scale`. */
  vector(kind: number, dimensions: Float32Array, scale: number): void {
    for (let d = 0; d < dimensions.length; d++) this.add(VECTOR, d * KINDS.length + kind, dimensions[d]! * scale);
  }

  /** The slot of a feature in the hashed table: what training reads. */
  slot(n: number): number {
    const feature = this.features[n]!;
    return feature < 0 ? ~feature : familySlots[feature]!;
  }

  private addSlot(
    name: FeatureName,
    slot: number,
    value: number,
    first: string | number,
    second: string | number,
    third: string | number,
  ): void {
    const n = this.count++;
    this.features[n] = ~slot;
    this.values[n] = value;
    this.names[n] = name;
    this.parts[3 * n] = first;
    this.parts[3 * n + 1] = second;
    this.parts[3 * n + 2] = third;
  }
}
