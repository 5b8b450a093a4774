import { LABELS, softmax } from '../../shared/language/5-tone/softmax.ts';
import {
  DENSE,
  denseFeatures,
  disputeSlot,
  SLOTS,
  sparseFeatures,
} from '../../shared/language/5-tone/tone-features.ts';
import type { Valence } from '../../shared/language/5-tone/valence.ts';
import { seededRandom } from '../../shared/reliability/seeded-random.ts';
import type { ToneExample } from './examples.ts';
import { shuffle } from './shuffle.ts';

/** Weights of the linear model: sparse and dense, label by label. */
export interface LinearWeights {
  sparse: Float32Array;
  dense: Float32Array;
  bias: Float32Array;
}

export interface LinearSettings {
  seed: number;
  epochs: number;
  rate: number;
  /** L2 penalty, per example. */
  penalty: number;
}

export const defaultLinearSettings: LinearSettings = { seed: 1, epochs: 8, rate: 0.1, penalty: 3e-5 };

export interface Prepared {
  slots: Int32Array;
  dense: Float32Array;
  label: number;
  weight: number;
}

/**
 * Computes an example's features once. Those of examples that are labelled otherwise than the crowd's news, of disputes or by
 * the reader, stand twice: once for all, once for what is their own (Daumé 2007).
 */
export function prepare({ window, label, weight }: ToneExample, isApart: boolean, valence: Valence): Prepared {
  const slots = sparseFeatures(window).map(({ slot }) => slot);
  return {
    slots: Int32Array.from(isApart ? [...slots, ...slots.map(disputeSlot)] : slots),
    dense: denseFeatures(window, valence),
    label,
    weight,
  };
}

/** Multinomial logistic regression by AdaGrad (Duchi, Hazan & Singer 2011) with an L2 penalty. */
export function trainLinear(examples: Prepared[], settings: Partial<LinearSettings> = {}): LinearWeights {
  const s = { ...defaultLinearSettings, ...settings };
  const random = seededRandom(s.seed);
  const weights: LinearWeights = {
    sparse: new Float32Array(LABELS * SLOTS),
    dense: new Float32Array(LABELS * DENSE),
    bias: new Float32Array(LABELS),
  };
  const squares: LinearWeights = {
    sparse: new Float32Array(LABELS * SLOTS).fill(1e-2),
    dense: new Float32Array(LABELS * DENSE).fill(1e-2),
    bias: new Float32Array(LABELS).fill(1e-2),
  };
  const order = examples.map((_, index) => index);
  const step = (part: keyof LinearWeights, at: number, gradient: number) => {
    const g = gradient + s.penalty * weights[part][at]!;
    squares[part][at] = squares[part][at]! + g * g;
    weights[part][at] = weights[part][at]! - (s.rate * g) / Math.sqrt(squares[part][at]!);
  };
  for (let epoch = 0; epoch < s.epochs; epoch += 1) {
    shuffle(order, random);
    for (const index of order) {
      const example = examples[index]!;
      const probabilities = softmax(linearLogits(weights, example));
      const share = 1 / Math.sqrt(example.slots.length);
      for (let label = 0; label < LABELS; label += 1) {
        const error = (probabilities[label]! - (label === example.label ? 1 : 0)) * example.weight;
        step('bias', label, error);
        for (const slot of example.slots) step('sparse', label * SLOTS + slot, error * share);
        for (let d = 0; d < DENSE; d += 1) step('dense', label * DENSE + d, error * example.dense[d]!);
      }
    }
  }
  return weights;
}

export function linearLogits(
  weights: LinearWeights,
  { slots, dense }: Pick<Prepared, 'slots' | 'dense'>,
): Float32Array {
  const logits = new Float32Array(LABELS);
  const share = 1 / Math.sqrt(slots.length);
  for (let label = 0; label < LABELS; label += 1) {
    let sum = 0;
    for (const slot of slots) sum += weights.sparse[label * SLOTS + slot]!;
    sum *= share;
    for (let d = 0; d < DENSE; d += 1) sum += weights.dense[label * DENSE + d]! * dense[d]!;
    logits[label] = sum + weights.bias[label]!;
  }
  return logits;
}
