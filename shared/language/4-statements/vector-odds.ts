import type { Context } from '../context.ts';
import type { WeightTable } from '../quantised-weights.ts';
import { roomier } from '../roomier.ts';
import { DIMENSIONS, vectorAt, vocabulary } from '../vectors.ts';
import { KINDS } from './issue-kinds.ts';
import type { SentenceView } from './sentence-view.ts';
import { COMMONEST, VECTOR, VECTOR_WEIGHT } from './vector-features.ts';

/**
 * The share of the mean vector of a scope's words in some sums, for each kind of issue: what `vectorFeatures` would add to
 * them. A sum of products is the same whichever is done first: here each word is multiplied with the weights once, and its
 * products are kept, so that a scope costs a few additions a word in place of a hundred.
 */
export class VectorOdds {
  /** Number of tables: sums of each kind. */
  private readonly tables: number;
  /** Products of a word: for each kind one of each table. */
  private readonly width: number;
  /** By dimension, kind and table. */
  private readonly weights: Float64Array;
  /** Where each word's products begin, plus one; 0 for those not yet made. There are no more words than have vectors. */
  private starts = new Int32Array(0);
  private products = new Float32Array(0);
  private made = 0;

  constructor(tables: readonly WeightTable[]) {
    this.tables = tables.length;
    this.width = KINDS.length * tables.length;
    this.weights = Float64Array.from([...VECTOR.slots].flatMap((slot) => tables.map((table) => table.at(slot)!)));
  }

  /** Adds the share of a scope to the sums of one kind, one of each table. */
  addKind(context: Context, view: SentenceView, scope: Uint8Array, kind: number, sums: Float64Array): void {
    this.addColumns(context, view, scope, kind * this.tables, sums);
  }

  /** Adds the share of a scope to the sums of all kinds, one kind after another. */
  addKinds(context: Context, view: SentenceView, scope: Uint8Array, sums: Float64Array): void {
    this.addColumns(context, view, scope, 0, sums);
  }

  /** Adds the columns from `first` on to as many sums. */
  private addColumns(
    { classes }: Context,
    { content, from }: SentenceView,
    scope: Uint8Array,
    first: number,
    sums: Float64Array,
  ): void {
    let words = 0;
    for (let at = 0; at < scope.length; at++)
      if (scope[at] && content[at] && classes.index[from + at]! >= COMMONEST) words++;
    if (words === 0) return;
    const scale = VECTOR_WEIGHT / Math.sqrt(words);
    for (let at = 0; at < scope.length; at++) {
      if (!scope[at] || !content[at]) continue;
      const word = classes.index[from + at]!;
      if (word < COMMONEST) continue;
      const start = this.startOf(word) + first;
      const { products } = this;
      for (let n = 0; n < sums.length; n++) sums[n]! += products[start + n]! * scale;
    }
  }

  private startOf(word: number): number {
    const known = this.starts[word];
    return known ? known - 1 : this.multiply(word);
  }

  private multiply(word: number): number {
    const { weights, width } = this;
    if (this.starts.length === 0) this.starts = new Int32Array(vocabulary());
    const start = this.made++ * width;
    if (start + width > this.products.length) this.products = roomier(this.products, this.width);
    const vector = vectorAt(word);
    for (let column = 0; column < width; column++) {
      let sum = 0;
      for (let d = 0; d < DIMENSIONS; d++) sum += vector[d]! * weights[d * width + column]!;
      this.products[start + column] = sum;
    }
    this.starts[word] = start + 1;
    return start;
  }
}
