import { CUE_FEATURES, CUE_SLOTS, cueFeatures } from '../../shared/language/3-attribution/cues.ts';
import { decodeLinear } from '../../shared/language/3-attribution/decode-roles.ts';
import {
  forEachWeight,
  PAIR_WEIGHTS,
  ROLE_SLOTS,
  ROLES,
  roleFeatures,
  SINGLE_WEIGHTS,
} from '../../shared/language/3-attribution/roles.ts';
import { VERDICT_SLOTS } from '../../shared/language/3-attribution/verdict.ts';
import { goldRoles, type Prepared } from './gold.ts';

const CUE_EPOCHS = 6;
const VERDICT_EPOCHS = 5;
/** Features seen less often keep weight zero: the model stays small. */
const RARE = 3;
const MOST_COUNTED = 60_000;

/** A case of logistic regression: its features, by slot, and what is true of it. */
export interface Case {
  features: Int32Array;
  right: boolean;
}

/** Which words are cues (logistic regression). */
export function trainCues(train: Prepared[], cueWords: Set<string>): Float64Array {
  const { weights, learn } = logisticRegression(CUE_SLOTS, { rate: 0.08, pull: 2e-5 });
  const features = new Int32Array(CUE_FEATURES);
  const forEach = (look: (isCue: boolean) => void) => {
    for (const { view, cues } of train)
      for (let at = 0; at < view.tokens.count; at++) {
        if (!cueWords.has(view.tokens.lower[at]!)) continue;
        cueFeatures(view, at, features);
        look(cues.has(at));
      }
  };
  const counts = new Uint16Array(CUE_SLOTS);
  forEach(() => count(counts, features));
  for (let epoch = 0; epoch < CUE_EPOCHS; epoch++) {
    let loss = 0;
    forEach((right) => {
      loss += learn({ features, right }, (slot) => counts[slot]! >= RARE);
    });
    console.log(`cues, epoch ${epoch + 1}: loss ${loss.toFixed(0)}`);
  }
  return weights;
}

/** Which of what is found holds (logistic regression). */
export function trainVerdict(cases: Case[]): Float64Array {
  const { weights, learn } = logisticRegression(VERDICT_SLOTS, { rate: 0.05, pull: 1e-4 });
  console.log(`verdict: ${cases.length} cases, ${cases.filter(({ right }) => right).length} right`);
  for (let epoch = 0; epoch < VERDICT_EPOCHS; epoch++) for (const each of cases) learn(each, () => true);
  return weights;
}

/** Adaptive stochastic gradient descent (Duchi et al. 2011) with a small pull to zero; `learn` gives the loss before the step. */
function logisticRegression(slots: number, { rate, pull }: { rate: number; pull: number }) {
  const weights = new Float64Array(slots);
  const squares = new Float64Array(slots).fill(1e-6);
  const learn = ({ features, right }: Case, isLearnt: (slot: number) => boolean): number => {
    let sum = 0;
    for (const slot of features) sum += weights[slot]!;
    const error = 1 / (1 + Math.exp(-sum)) - (right ? 1 : 0);
    for (const slot of features) {
      if (!isLearnt(slot)) continue;
      const gradient = error + pull * weights[slot]!;
      squares[slot]! += gradient * gradient;
      weights[slot]! -= (rate * gradient) / Math.sqrt(squares[slot]!);
    }
    return Math.log(1 + Math.exp(right ? -sum : sum));
  };
  return { weights, learn };
}

/** The roles of the tokens around a cue (averaged perceptron over sequences, Collins 2002). */
export function trainRoles(train: Prepared[], epochs: number): { single: Float64Array; pair: Float64Array } {
  const weights = { single: new Float64Array(SINGLE_WEIGHTS), pair: new Float64Array(PAIR_WEIGHTS) };
  const sums = { single: new Float64Array(SINGLE_WEIGHTS), pair: new Float64Array(PAIR_WEIGHTS) };
  const counts = new Uint16Array(ROLE_SLOTS);
  for (const { view, cues } of train) for (const at of cues.keys()) count(counts, roleFeatures(view, at).single);
  let step = 1;
  for (let epoch = 0; epoch < epochs; epoch++) {
    let wrong = 0;
    let all = 0;
    for (const { view, cues } of train)
      for (const [at, attribution] of cues) {
        const features = roleFeatures(view, at);
        const gold = goldRoles(view, features, attribution);
        const guess = decodeLinear(features, weights);
        all += gold.length;
        step++;
        const missed = gold.filter((role, i) => role !== guess[i]).length;
        wrong += missed;
        if (missed === 0) continue;
        const change = (by: number) => (pair: boolean, slot: number) => {
          const name = pair ? 'pair' : 'single';
          if (!pair && counts[Math.floor(slot / ROLES)]! < RARE) return;
          weights[name][slot]! += by;
          sums[name][slot]! += by * step;
        };
        forEachWeight(features, gold, change(1));
        forEachWeight(features, guess, change(-1));
      }
    console.log(`roles, epoch ${epoch + 1}: ${((100 * wrong) / all).toFixed(2)} % of tokens wrong`);
  }
  const average = (name: 'single' | 'pair') => weights[name].map((weight, slot) => weight - sums[name][slot]! / step);
  return { single: average('single'), pair: average('pair') };
}

function count(counts: Uint16Array, slots: Int32Array): void {
  for (const slot of slots) if (counts[slot]! < MOST_COUNTED) counts[slot]!++;
}
