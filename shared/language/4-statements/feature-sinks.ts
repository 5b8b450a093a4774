import type { WeightTable } from '../quantised-weights.ts';
import type { Reason } from '../tags.ts';
import { CODE, hashOf, nameOf, slotOf } from './feature-codes.ts';

/** Takes features: a name, what it is about, in up to three words, and a value. */
export interface FeatureSink {
  /** True where the features of single words are summed elsewhere (see `word-odds.ts`). */
  readonly skipsWords?: boolean;
  add(name: string, detail: string, value: number): void;
  /** The same with hashes (see `hashOf`) for words: what is added by the hundred. 0 stands for "none". */
  code(name: number, detail: number, value: number, second: number, third: number): void;
}

const EMPTY = hashOf('');

/** Features as slots of a hashed table: what training reads. */
export class HashedSink implements FeatureSink {
  slots: number[] = [];
  values: number[] = [];

  add(name: string, detail: string, value: number): void {
    this.code(hashOf(name), hashOf(detail), value, 0, 0);
  }

  code(name: number, detail: number, value: number, second: number, third: number): void {
    this.slots.push(slotOf(name, detail, second, third));
    this.values.push(value);
  }
}

/** Features summed at once under some tables of weights, one sum each. */
export class SummingSink implements FeatureSink {
  readonly skipsWords: boolean;
  readonly sums: Float64Array;
  private readonly tables: readonly WeightTable[];

  constructor(tables: readonly WeightTable[], skipsWords = false) {
    this.skipsWords = skipsWords;
    this.tables = tables;
    this.sums = new Float64Array(tables.length);
  }

  add(name: string, detail: string, value: number): void {
    this.code(hashOf(name), hashOf(detail), value, 0, 0);
  }

  code(name: number, detail: number, value: number, second: number, third: number): void {
    const slot = slotOf(name, detail, second, third);
    for (let t = 0; t < this.tables.length; t++) this.sums[t]! += this.tables[t]!.at(slot)! * value;
  }
}

/** Features by name with what each adds to a sum: what explanations show. */
export class ReasonSink implements FeatureSink {
  readonly reasons: Reason[] = [];
  private readonly weigh: (slot: number) => number;

  constructor(weigh: (slot: number) => number) {
    this.weigh = weigh;
  }

  add(name: string, detail: string, value: number): void {
    this.code(hashOf(name), hashOf(detail), value, 0, 0);
  }

  code(name: number, detail: number, value: number, second: number, third: number): void {
    const weight = this.weigh(slotOf(name, detail, second, third)) * value;
    if (name === CODE.vector || Math.abs(weight) < 0.02) return;
    const parts = [name, detail, second, third].filter((hash) => hash !== 0 && hash !== EMPTY);
    this.reasons.push({ feature: parts.map((hash) => nameOf(hash)).join(' '), weight });
  }
}
