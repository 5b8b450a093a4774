import type { Reason } from '../tags.ts';
import { type FeatureFamily, type FeatureName, slotOf } from './feature-codes.ts';
import type { SummedWeights } from './summed-weights.ts';
import { VECTOR } from './vector-features.ts';

/** Takes features one by one, each with its value. */
export interface FeatureSink {
  /** True where the features of single words are summed elsewhere (see `word-odds.ts`). */
  readonly skipsWords?: boolean;
  /** A feature of a family, by the number of its detail. */
  add(family: FeatureFamily, detail: number, value: number): void;
  /** A feature about words: the hash of their text, and its up to three words, which only explanations put together. */
  text(name: FeatureName, hash: number, value: number, first: string, second: string, third: string): void;
  /** A feature about up to three things by their hashes; 0 stands for "none". */
  code(name: FeatureName, detail: number, value: number, second: number, third: number): void;
}

/** Features as slots of a hashed table: what training reads. */
export class HashedSink implements FeatureSink {
  slots: number[] = [];
  values: number[] = [];

  add({ slots }: FeatureFamily, detail: number, value: number): void {
    this.slots.push(slots[detail]!);
    this.values.push(value);
  }

  text(name: FeatureName, hash: number, value: number): void {
    this.code(name, hash, value, 0, 0);
  }

  code(name: FeatureName, detail: number, value: number, second: number, third: number): void {
    this.slots.push(slotOf(name.hash, detail, second, third));
    this.values.push(value);
  }
}

/** What weighs less shows in no explanation. */
const LEAST_SHOWN = 0.02;

type Parts = readonly (string | number)[];

/** Features summed at once under some tables of weights, one sum each; those that weigh most are kept if need be. */
export class SummingSink implements FeatureSink {
  readonly skipsWords: boolean;
  readonly sums: Float64Array;
  private readonly weights: SummedWeights;
  private readonly row: Float64Array;
  private readonly heaviest: Heaviest[] = [];

  /** `shown`: how many of the heaviest features are kept for each sum. */
  constructor(weights: SummedWeights, { skipsWords = false, shown = 0 } = {}) {
    this.skipsWords = skipsWords;
    this.weights = weights;
    this.sums = new Float64Array(weights.count);
    this.row = new Float64Array(weights.count);
    if (shown > 0) for (let t = 0; t < weights.count; t++) this.heaviest.push(new Heaviest(shown));
  }

  add(family: FeatureFamily, detail: number, value: number): void {
    this.weights.readFamily(family, detail, this.row);
    this.sum(value);
    if (this.heaviest.length > 0 && family !== VECTOR) this.weigh(value, family.name, family.details[detail]!, '', '');
  }

  text(
    { name, hash: of }: FeatureName,
    hash: number,
    value: number,
    first: string,
    second: string,
    third: string,
  ): void {
    this.weights.readSlot(slotOf(of, hash, 0, 0), this.row);
    this.sum(value);
    if (this.heaviest.length > 0) this.weigh(value, name, first, second, third);
  }

  code({ name, hash }: FeatureName, detail: number, value: number, second: number, third: number): void {
    this.weights.readSlot(slotOf(hash, detail, second, third), this.row);
    this.sum(value);
    if (this.heaviest.length > 0) this.weigh(value, name, detail, second, third);
  }

  /** The features that weighed most for a sum against the mean of the others, heaviest first; `textOf` gives the text of a hash. */
  reasons(sum: number, textOf: (hash: number) => string): Reason[] {
    return (this.heaviest[sum]?.kept ?? []).map(({ weight, name, parts }) => {
      const texts = parts.map((part) => (typeof part === 'string' ? part : part === 0 ? '' : textOf(part)));
      return { feature: [name, ...texts].filter(Boolean).join(' '), weight };
    });
  }

  private sum(value: number): void {
    for (let t = 0; t < this.row.length; t++) this.sums[t]! += this.row[t]! * value;
  }

  private weigh(value: number, name: string, a: string | number, b: string | number, c: string | number): void {
    const { row } = this;
    for (let t = 0; t < row.length; t++) {
      let others = 0;
      for (let other = 0; other < row.length; other++) if (other !== t) others += row[other]!;
      const weight = (row[t]! - (row.length > 1 ? others / (row.length - 1) : 0)) * value;
      if (Math.abs(weight) >= this.heaviest[t]!.least) this.heaviest[t]!.insert(weight, name, [a, b, c]);
    }
  }
}

/** The heaviest features either way, in their order; of equal ones those that came first. */
class Heaviest {
  readonly kept: { weight: number; name: string; parts: Parts }[] = [];
  /** What weighs less needn't be handed in. */
  least = LEAST_SHOWN;
  private readonly most: number;

  constructor(most: number) {
    this.most = most;
  }

  insert(weight: number, name: string, parts: Parts): void {
    const size = Math.abs(weight);
    let place = this.kept.length;
    while (place > 0 && size > Math.abs(this.kept[place - 1]!.weight)) place--;
    this.kept.splice(place, 0, { weight, name, parts });
    if (this.kept.length > this.most) this.kept.pop();
    if (this.kept.length === this.most) this.least = Math.abs(this.kept.at(-1)!.weight);
  }
}
