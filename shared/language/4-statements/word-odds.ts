import type { Context } from '../context.ts';
import { mix } from '../hashing.ts';
import type { WeightTable } from '../quantised-weights.ts';
import { DIMENSIONS } from '../vectors.ts';
import { type Candidate, localScope } from './candidates.ts';
import { CODE, type FeatureFamily, HITS, hashOf, STATEMENT_SLOTS, slotOf } from './feature-codes.ts';
import { hitOf } from './issue-evidence.ts';
import type { IssueIndex } from './issue-index.ts';
import { CLUSTER_KIND, KIND_HASHES } from './issue-kinds.ts';
import type { SentenceView } from './sentence-view.ts';
import { addVectors, VECTOR, VECTOR_WEIGHT } from './vector-features.ts';

const KIND_COUNT = KIND_HASHES.length;
const HIT_COUNT = HITS.length;
/** Where in a word's row its weights by kind in the local clause, by naming, and by issue begin; those by kind come first. */
const LOCAL = KIND_COUNT;
const HIT = 2 * KIND_COUNT;
const ISSUE = HIT + HIT_COUNT;

/**
 * The share of words in a candidate's log-odds, for all issues at once. It is the sum that `relationFeatures` would make
 * of the same words; looked up by word instead of by feature, it is ten times as fast.
 */
export class WordOdds {
  private readonly table: WeightTable;
  private readonly rows = new WeakMap<IssueIndex, WordRows>();
  private readonly clusters: Float64Array;
  private readonly vector: Float64Array;

  constructor(table: WeightTable) {
    this.table = table;
    this.clusters = this.weightsOf(CLUSTER_KIND);
    this.vector = this.weightsOf(VECTOR);
  }

  private weightsOf({ slots }: FeatureFamily): Float64Array {
    return Float64Array.from(slots, (slot) => this.table.at(slot)!);
  }

  private rowsOf(index: IssueIndex): WordRows {
    let rows = this.rows.get(index);
    if (!rows) {
      rows = new WordRows(this.table, index);
      this.rows.set(index, rows);
    }
    return rows;
  }

  /** The sum of the words' weights for each issue. */
  sum(context: Context, index: IssueIndex, candidate: Candidate): Float64Array {
    const { holder, view, evidence } = candidate;
    const n = index.issues.length;
    const odds = new Float64Array(n);
    const kinds = new Float64Array(KIND_COUNT);
    const hits = new Float64Array(HIT_COUNT);
    const { scope } = holder;
    const { clusters } = this;
    const rows = this.rowsOf(index);
    const starts = rows.startsOf(view, scope);
    const { weights } = rows;
    for (let at = 0; at < scope.length; at++) {
      const row = starts[at]!;
      if (row < 0) continue;
      const cluster = context.classes.cluster[view.from + at]! * KIND_COUNT;
      for (let k = 0; k < KIND_COUNT; k++) kinds[k]! += weights[row + k]! + 0.4 * clusters[cluster + k]!;
      for (let h = 0; h < HIT_COUNT; h++) hits[h]! += weights[row + HIT + h]!;
      for (let i = 0; i < n; i++) odds[i]! += weights[row + ISSUE + i]!;
    }
    this.addPairs(context, view, scope, index, kinds);
    this.addVector(context, view, scope, kinds);
    for (let i = 0; i < n; i++) {
      const kind = index.kind[i]!;
      const local = localScope(candidate, index, i);
      let localSum = 0;
      for (let at = 0; at < local.length; at++)
        if (local[at] && starts[at]! >= 0) localSum += weights[starts[at]! + LOCAL + kind]!;
      odds[i]! += kinds[kind]! + hits[hitOf(evidence, i)]! + localSum;
    }
    return odds;
  }

  private addPairs(
    context: Context,
    view: SentenceView,
    scope: Uint8Array,
    { kindsAsked }: IssueIndex,
    kinds: Float64Array,
  ): void {
    let last = 0;
    for (let at = 0; at < scope.length; at++) {
      if (!scope[at] || context.tokens.kind[view.from + at] === 0) continue;
      const word = view.stemHash[at]!;
      if (last !== 0) {
        const pair = mix(901, mix(900, CODE.pairKind.hash, last), word);
        for (let n = 0; n < kindsAsked.length; n++) {
          const k = kindsAsked[n]!;
          kinds[k]! += 0.4 * this.table.at(mix(902, pair, KIND_HASHES[k]!) & (STATEMENT_SLOTS - 1))!;
        }
      }
      last = word;
    }
  }

  private addVector(context: Context, view: SentenceView, scope: Uint8Array, kinds: Float64Array): void {
    const sum = new Float32Array(DIMENSIONS);
    const words = addVectors(context, view, scope, sum);
    if (words === 0) return;
    const scale = VECTOR_WEIGHT / Math.sqrt(words);
    const { vector } = this;
    for (let d = 0; d < DIMENSIONS; d++) {
      const value = sum[d]! * scale;
      for (let k = 0; k < KIND_COUNT; k++) kinds[k]! += value * vector[d * KIND_COUNT + k]!;
    }
  }
}

/** Words whose weights are kept at hand for each codebook, at the most. */
const MOST_ROWS = 8192;

/** All weights of each word, times their features' values: by kind, by kind in the local clause, by naming, by issue. */
class WordRows {
  weights = new Float64Array(0);
  private readonly table: WeightTable;
  private readonly issueHashes: number[];
  private readonly width: number;
  /** Where each word's row begins. Emptied when it is full. */
  private readonly starts = new Map<number, number>();

  constructor(table: WeightTable, { issues }: IssueIndex) {
    this.table = table;
    this.issueHashes = issues.map(({ id }) => hashOf(id));
    this.width = ISSUE + this.issueHashes.length;
  }

  /** Where the row of each token of a scope begins, -1 for those that tell nothing. Holds until the next call. */
  startsOf({ content, stemHash }: SentenceView, scope: Uint8Array): Int32Array {
    if (this.starts.size + scope.length > MOST_ROWS) this.starts.clear();
    const found = new Int32Array(scope.length).fill(-1);
    for (let at = 0; at < scope.length; at++)
      if (scope[at] && content[at]) found[at] = this.starts.get(stemHash[at]!) ?? this.read(stemHash[at]!);
    return found;
  }

  private read(word: number): number {
    const start = this.starts.size * this.width;
    if (start + this.width > this.weights.length) this.grow();
    const put = (from: number, { hash }: { hash: number }, seconds: readonly number[], value: number) => {
      for (const [n, second] of seconds.entries())
        this.weights[start + from + n] = this.table.at(slotOf(hash, word, second, 0))! * value;
    };
    put(0, CODE.wordKind, KIND_HASHES, 0.6);
    put(LOCAL, CODE.localWord, KIND_HASHES, 0.5);
    put(HIT, CODE.wordHit, HITS, 0.4);
    put(ISSUE, CODE.wordIssue, this.issueHashes, 0.6);
    this.starts.set(word, start);
    return start;
  }

  private grow(): void {
    const larger = new Float64Array(Math.max(1024 * this.width, this.weights.length * 2));
    larger.set(this.weights);
    this.weights = larger;
  }
}
