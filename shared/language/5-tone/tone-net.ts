import { DIMENSIONS, vectorAt } from '../vectors.ts';
import { insideOther, insideTarget, type TargetWindow } from './target-window.ts';

/** Sizes of the network; all layers have the same number of hidden units. */
export const HIDDEN = 48;
export const HEADS = 4;
export const FLAGS = 6;
export const INPUT = DIMENSIONS + FLAGS;
export const LABELS = 3;
/** Distance buckets: far left, left 4-7, 3, 2, 1, target, right 1, 2, 3, 4-7, far right. */
export const BUCKETS = 11;
export const POOLED = (HEADS + 1) * HIDDEN;
/** The vectors are about ten long; this brings their parts near one. */
const vectorScale = 0.5;

/**
 * Weights of a small convolutional network with target-aware attention pooling: a width-3 convolution over frozen word
 * vectors (Kim 2014), a dilated one over its output, heads that weigh tokens by content and by distance to the target
 * (after Tang, Qin & Liu 2016), and a softmax over negative, neutral, positive.
 */
export interface ToneNet {
  first: Float32Array;
  firstBias: Float32Array;
  second: Float32Array;
  secondBias: Float32Array;
  heads: Float32Array;
  distance: Float32Array;
  output: Float32Array;
  outputBias: Float32Array;
}

export const netShape: Record<keyof ToneNet, number> = {
  first: HIDDEN * 3 * INPUT,
  firstBias: HIDDEN,
  second: HIDDEN * 3 * HIDDEN,
  secondBias: HIDDEN,
  heads: HEADS * HIDDEN,
  distance: HEADS * BUCKETS,
  output: LABELS * POOLED,
  outputBias: LABELS,
};

/** Everything computed on the way, kept for training. */
export interface Activations {
  input: Float32Array;
  first: Float32Array;
  second: Float32Array;
  attention: Float32Array;
  maximumAt: Int32Array;
  pooled: Float32Array;
}

export function bucketOf(distance: number): number {
  if (distance === 0) return 5;
  const steps = Math.abs(distance);
  const far = steps >= 8 ? 5 : steps >= 4 ? 4 : steps;
  return distance < 0 ? 5 - far : 5 + far;
}

/** The network's input: word vectors and flags of every token, padded by a zero token on both sides. */
export function netInput(window: TargetWindow): Float32Array {
  const input = new Float32Array((window.length + 2) * INPUT);
  for (let t = 0; t < window.length; t += 1) {
    const from = (t + 1) * INPUT;
    const word = window.words[t]!;
    if (word >= 0) {
      const vector = vectorAt(word);
      for (let d = 0; d < DIMENSIONS; d += 1) input[from + d] = vector[d]! * vectorScale;
    }
    const flags = from + DIMENSIONS;
    if (word === insideTarget) input[flags] = 1;
    if (word === insideOther) input[flags + 1] = 1;
    if (word === -1) input[flags + 2] = 0.5;
    input[flags + 3] = window.quoted[t]! * 0.5;
    const distance = window.distances[t]!;
    input[flags + 4] = distance < 0 ? -0.5 : distance > 0 ? 0.5 : 0;
    input[flags + 5] = Math.exp(-Math.abs(distance) / 4);
  }
  return input;
}

/** Width-3 convolution of `size` inputs with the given spacing, through tanh; beyond the ends stands nothing. */
export function convolve(
  source: Float32Array,
  size: number,
  length: number,
  offset: number,
  spacing: number,
  weights: Float32Array,
  bias: Float32Array,
  out: Float32Array,
): void {
  for (let t = 0; t < length; t += 1) {
    for (let h = 0; h < HIDDEN; h += 1) {
      let sum = bias[h]!;
      for (let k = 0; k < 3; k += 1) {
        const at = t + offset + (k - 1) * spacing;
        if (at < 0 || at >= length + 2 * offset) continue;
        const from = at * size;
        const row = (h * 3 + k) * size;
        for (let i = 0; i < size; i += 1) sum += weights[row + i]! * source[from + i]!;
      }
      out[t * HIDDEN + h] = Math.tanh(sum);
    }
  }
}

/** Log-probabilities of negative, neutral and positive, with what led there. */
export function runNet(
  net: ToneNet,
  window: TargetWindow,
  input = netInput(window),
): { logits: Float32Array; activations: Activations } {
  const { length } = window;
  const first = new Float32Array(length * HIDDEN);
  const second = new Float32Array(length * HIDDEN);
  convolve(input, INPUT, length, 1, 1, net.first, net.firstBias, first);
  convolve(first, HIDDEN, length, 0, 2, net.second, net.secondBias, second);
  for (let i = 0; i < second.length; i += 1) second[i] = second[i]! + first[i]!;
  const attention = attend(net, window, second);
  const { pooled, maximumAt } = pool(attention, second, length);
  const logits = new Float32Array(LABELS);
  for (let label = 0; label < LABELS; label += 1) {
    let sum = net.outputBias[label]!;
    for (let i = 0; i < POOLED; i += 1) sum += net.output[label * POOLED + i]! * pooled[i]!;
    logits[label] = sum;
  }
  return { logits, activations: { input, first, second, attention, maximumAt, pooled } };
}

function attend(net: ToneNet, window: TargetWindow, hidden: Float32Array): Float32Array {
  const { length } = window;
  const attention = new Float32Array(HEADS * length);
  for (let head = 0; head < HEADS; head += 1) {
    let highest = Number.NEGATIVE_INFINITY;
    for (let t = 0; t < length; t += 1) {
      let score = net.distance[head * BUCKETS + bucketOf(window.distances[t]!)]!;
      for (let h = 0; h < HIDDEN; h += 1) score += net.heads[head * HIDDEN + h]! * hidden[t * HIDDEN + h]!;
      attention[head * length + t] = score;
      if (score > highest) highest = score;
    }
    let total = 0;
    for (let t = 0; t < length; t += 1) {
      const weight = Math.exp(attention[head * length + t]! - highest);
      attention[head * length + t] = weight;
      total += weight;
    }
    for (let t = 0; t < length; t += 1) attention[head * length + t] = attention[head * length + t]! / total;
  }
  return attention;
}

function pool(
  attention: Float32Array,
  hidden: Float32Array,
  length: number,
): { pooled: Float32Array; maximumAt: Int32Array } {
  const pooled = new Float32Array(POOLED);
  const maximumAt = new Int32Array(HIDDEN);
  for (let head = 0; head < HEADS; head += 1) {
    for (let t = 0; t < length; t += 1) {
      const weight = attention[head * length + t]!;
      for (let h = 0; h < HIDDEN; h += 1)
        pooled[head * HIDDEN + h] = pooled[head * HIDDEN + h]! + weight * hidden[t * HIDDEN + h]!;
    }
  }
  for (let h = 0; h < HIDDEN; h += 1) {
    for (let t = 1; t < length; t += 1)
      if (hidden[t * HIDDEN + h]! > hidden[maximumAt[h]! * HIDDEN + h]!) maximumAt[h] = t;
    pooled[HEADS * HIDDEN + h] = length > 0 ? hidden[maximumAt[h]! * HIDDEN + h]! : 0;
  }
  return { pooled, maximumAt };
}

/** Probabilities from logits. */
export function softmax(logits: ArrayLike<number>): number[] {
  const values = Array.from(logits);
  const highest = Math.max(...values);
  const weights = values.map((value) => Math.exp(value - highest));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => weight / total);
}
