import { STATEMENT_SLOTS } from '../../shared/language/4-statements/feature-codes.ts';
import { type FirstLook, SETTLE_FEATURES, settleFeatures } from '../../shared/language/4-statements/settle.ts';
import { STANCES } from '../../shared/language/4-statements/stance-features.ts';
import type { Article, Example, Features } from './examples.ts';

/** Weights of the two judgements: is there a statement, and which way it points. */
export interface StatementWeights {
  relation: Float64Array;
  /** One row for each stance. */
  stance: Float64Array[];
  /** Weights of the second look. */
  settle: Float64Array;
}

/** How hard to learn. */
export interface LearnOptions {
  epochs: number;
  rate: number;
  relationPull: number;
  stancePull: number;
}

export const DEFAULTS: LearnOptions = { epochs: 10, rate: 0.04, relationPull: 1.2e-3, stancePull: 1.8e-2 };

/** Logistic regressions by adaptive gradient descent (Duchi et al. 2011) with a pull to zero; the order of examples is fixed. */
export function learn(articles: Article[], options = DEFAULTS): StatementWeights {
  return {
    relation: learnRelation(articles, options),
    settle: learnSettle(articles, options),
    stance: learnStance(articles, options),
  };
}

const stanceChances = (example: Example, weights: Float64Array[]) =>
  softmax(weights.map((row) => dot(row, example.stance)));

/** The candidates of an article with the first model's log-odds. */
function firstLooks(article: Article, weights: Float64Array): FirstLook[] {
  const looks: FirstLook[] = [];
  const issues = Math.max(-1, ...article.examples.map((e) => e.issueNumber)) + 1;
  for (const { candidate, issueNumber, place, actorNumber, how, relation } of article.examples) {
    looks[candidate] ??= { sentence: place, actor: actorNumber, how, odds: new Float64Array(issues) };
    looks[candidate].odds[issueNumber] = dot(weights, relation);
  }
  return looks;
}

/** The second look learns from first looks by models that didn't see the article (stacking, Wolpert 1992). */
function learnSettle(articles: Article[], options: LearnOptions): Float64Array {
  const cases: { features: Float64Array; gold: number }[] = [];
  for (let fold = 0; fold < STACK_FOLDS; fold++) {
    const held = articles.filter((a, i) => i % STACK_FOLDS === fold && !a.id.startsWith('lesson'));
    const rest = articles.filter((a) => !held.includes(a));
    const weights = learnRelation(rest, options);
    const stance = learnStance(rest, options);
    for (const article of held) {
      const issues = Math.max(-1, ...article.examples.map((e) => e.issueNumber)) + 1;
      const exampleOf = (look: number, issue: number) => article.examples[look * issues + issue]!;
      const stancesOf = (look: number, issue: number) => stanceChances(exampleOf(look, issue), stance);
      settleFeatures(firstLooks(article, weights), issues, stancesOf, (look, issue, features) => {
        cases.push({ features: features.slice(), gold: exampleOf(look, issue).gold >= 0 ? 1 : 0 });
      });
    }
  }
  const weights = new Float64Array(SETTLE_FEATURES);
  const squares = new Float64Array(SETTLE_FEATURES).fill(1);
  for (let epoch = 0; epoch < 30; epoch++)
    for (const { features, gold } of shuffled(cases, 3 + epoch)) {
      let sum = 0;
      for (let f = 0; f < features.length; f++) sum += weights[f]! * features[f]!;
      const error = sigmoid(sum) - gold;
      for (let f = 0; f < features.length; f++) {
        const gradient = error * features[f]! + 1e-4 * weights[f]!;
        squares[f]! += gradient * gradient;
        weights[f]! -= (0.1 * gradient) / Math.sqrt(squares[f]!);
      }
    }
  return weights;
}

const STACK_FOLDS = 5;

const sigmoid = (x: number) => 1 / (1 + Math.exp(-x));

function dot(weights: Float64Array, { slots, values }: Features): number {
  let sum = 0;
  for (let f = 0; f < slots.length; f++) sum += weights[slots[f]!]! * values[f]!;
  return sum;
}

function step(
  weights: Float64Array,
  squares: Float64Array,
  { slots, values }: Features,
  error: number,
  rate: number,
  pull: number,
): void {
  for (let f = 0; f < slots.length; f++) {
    const slot = slots[f]!;
    const gradient = error * values[f]! + pull * weights[slot]!;
    squares[slot]! += gradient * gradient;
    weights[slot]! -= (rate * gradient) / Math.sqrt(squares[slot]!);
  }
}

/** A fixed shuffle (xorshift): the same order in every run. */
function shuffled<Item>(items: Item[], seed: number): Item[] {
  const order = [...items];
  let state = seed | 1;
  for (let i = order.length - 1; i > 0; i--) {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    const j = (state >>> 0) % (i + 1);
    [order[i], order[j]] = [order[j]!, order[i]!];
  }
  return order;
}

function learnRelation(articles: Article[], { epochs, rate, relationPull }: LearnOptions): Float64Array {
  const examples = articles.flatMap((article) => (article.stanceOnly ? [] : article.examples));
  const weights = new Float64Array(STATEMENT_SLOTS);
  const squares = new Float64Array(STATEMENT_SLOTS).fill(0.05);
  const mean = new Averager([weights]);
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (const { relation, gold } of shuffled(examples, 7 + epoch))
      step(weights, squares, relation, sigmoid(dot(weights, relation)) - (gold >= 0 ? 1 : 0), rate, relationPull);
    mean.take(epoch);
  }
  return mean.rows()[0]!;
}

function learnStance(articles: Article[], { epochs, rate, stancePull }: LearnOptions): Float64Array[] {
  const examples = articles.flatMap((article) => article.examples.filter((example) => example.gold >= 0));
  const weights = STANCES.map(() => new Float64Array(STATEMENT_SLOTS));
  const squares = STANCES.map(() => new Float64Array(STATEMENT_SLOTS).fill(0.05));
  const mean = new Averager(weights);
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (const { stance, gold } of shuffled(examples, 7 + epoch)) {
      const chances = softmax(weights.map((row) => dot(row, stance)));
      for (const [s, chance] of chances.entries())
        step(weights[s]!, squares[s]!, stance, chance - (s === gold ? 1 : 0), rate, stancePull);
    }
    mean.take(epoch);
  }
  return mean.rows();
}

function softmax(scores: number[]): number[] {
  const top = Math.max(...scores);
  const raised = scores.map((score) => Math.exp(score - top));
  const sum = raised.reduce((a, b) => a + b, 0);
  return raised.map((value) => value / sum);
}

/** What the models say of an example. */
export interface Judged {
  example: Example;
  relation: number;
  stance: number;
  stanceChance: number;
}

/** Judges all examples of an article. */
export function judge(article: Article, weights: StatementWeights): Judged[] {
  const issues = Math.max(-1, ...article.examples.map((e) => e.issueNumber)) + 1;
  const chances = new Float64Array(article.examples.length);
  const stances = article.examples.map((example) => stanceChances(example, weights.stance));
  const stancesOf = (look: number, issue: number) => stances[look * issues + issue]!;
  settleFeatures(firstLooks(article, weights.relation), issues, stancesOf, (look, issue, features) => {
    let sum = 0;
    for (let f = 0; f < features.length; f++) sum += weights.settle[f]! * features[f]!;
    chances[look * issues + issue] = sigmoid(sum);
  });
  return article.examples.map((example, n) => {
    const stance = stances[n]!.indexOf(Math.max(...stances[n]!));
    return { example, relation: chances[n]!, stance, stanceChance: stances[n]![stance]! };
  });
}

/** The mean of the weights after each epoch from the third on: steadier than the last (Polyak & Juditsky 1992). */
class Averager {
  private readonly weights: Float64Array[];
  private readonly sums: Float64Array[];
  private taken = 0;

  constructor(weights: Float64Array[]) {
    this.weights = weights;
    this.sums = weights.map((row) => new Float64Array(row.length));
  }

  take(epoch: number): void {
    if (epoch < 2) return;
    this.taken++;
    for (const [r, row] of this.weights.entries())
      for (let slot = 0; slot < row.length; slot++) this.sums[r]![slot]! += row[slot]!;
  }

  rows(): Float64Array[] {
    return this.sums.map((row) => row.map((sum) => sum / Math.max(1, this.taken)));
  }
}
