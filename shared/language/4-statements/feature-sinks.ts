import type { Reason } from '../tags.ts';
import { CODE, type FeatureFamily, type FeatureName, slotOf } from './feature-codes.ts';
import type { SummedWeights } from './summed-weights.ts';

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

/** Features summed at once under some tables of weights, one sum each. */
export class SummingSink implements FeatureSink {
  readonly skipsWords: boolean;
  readonly sums: Float64Array;
  private readonly weights: SummedWeights;

  constructor(weights: SummedWeights, skipsWords = false) {
    this.skipsWords = skipsWords;
    this.weights = weights;
    this.sums = new Float64Array(weights.count);
  }

  add(family: FeatureFamily, detail: number, value: number): void {
    this.weights.addOfFamily(family, detail, value, this.sums);
  }

  text({ hash: name }: FeatureName, hash: number, value: number): void {
    this.weights.addOfSlot(slotOf(name, hash, 0, 0), value, this.sums);
  }

  code({ hash: name }: FeatureName, detail: number, value: number, second: number, third: number): void {
    this.weights.addOfSlot(slotOf(name, detail, second, third), value, this.sums);
  }
}

/** What weighs less shows in no explanation. */
const LEAST_SHOWN = 0.02;

/** The features that weigh most, heaviest first: what explanations show. Names are put together for those alone. */
export class ReasonSink implements FeatureSink {
  private readonly heaviest: { weight: number; name: string; parts: readonly (string | number)[] }[] = [];
  private readonly most: number;
  private readonly weigh: (slot: number) => number;
  private readonly textOf: (hash: number) => string;

  /** Keeps the `most` heaviest by `weigh`; `textOf` gives the text of a hash that `code` gets. */
  constructor(most: number, weigh: (slot: number) => number, textOf: (hash: number) => string) {
    this.most = most;
    this.weigh = weigh;
    this.textOf = textOf;
  }

  add({ name, details, slots }: FeatureFamily, detail: number, value: number): void {
    const weight = this.weigh(slots[detail]!) * value;
    const place = this.placeOf(weight);
    if (place >= 0) this.insert(place, weight, name, [details[detail]!]);
  }

  text(name: FeatureName, hash: number, value: number, first: string, second: string, third: string): void {
    const weight = this.weigh(slotOf(name.hash, hash, 0, 0)) * value;
    const place = this.placeOf(weight);
    if (place >= 0) this.insert(place, weight, name.name, [first, second, third]);
  }

  code({ name, hash }: FeatureName, detail: number, value: number, second: number, third: number): void {
    if (name === CODE.vector.name) return;
    const weight = this.weigh(slotOf(hash, detail, second, third)) * value;
    const place = this.placeOf(weight);
    if (place >= 0) this.insert(place, weight, name, [detail, second, third]);
  }

  /** The features kept. */
  reasons(): Reason[] {
    return this.heaviest.map(({ weight, name, parts }) => {
      const texts = parts.map((part) => (typeof part === 'string' ? part : part === 0 ? '' : this.textOf(part)));
      return { feature: [name, ...texts].filter(Boolean).join(' '), weight };
    });
  }

  /** Where a weight belongs among the heaviest, -1 when it doesn't; of equal ones the first stays before. */
  private placeOf(weight: number): number {
    const size = Math.abs(weight);
    if (size < LEAST_SHOWN) return -1;
    const { heaviest } = this;
    let place = heaviest.length;
    while (place > 0 && size > Math.abs(heaviest[place - 1]!.weight)) place--;
    return place < this.most ? place : -1;
  }

  private insert(place: number, weight: number, name: string, parts: readonly (string | number)[]): void {
    this.heaviest.splice(place, 0, { weight, name, parts });
    if (this.heaviest.length > this.most) this.heaviest.pop();
  }
}
