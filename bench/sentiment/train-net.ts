import {
  BUCKETS,
  bucketOf,
  HEADS,
  HIDDEN,
  INPUT,
  LABELS,
  netInput,
  netShape,
  POOLED,
  runNet,
  softmax,
  type ToneNet,
} from '../../shared/language/5-tone/tone-net.ts';
import type { ToneExample } from './examples.ts';
import { seededRandom, shuffle } from './random.ts';

export interface NetSettings {
  seed: number;
  epochs: number;
  rate: number;
  batch: number;
  /** Share of pooled values dropped in training. */
  dropout: number;
  /** Share of input words dropped in training. */
  wordDropout: number;
  decay: number;
}

export const defaultNetSettings: NetSettings = {
  seed: 1,
  epochs: 7,
  rate: 0.002,
  batch: 32,
  dropout: 0.4,
  wordDropout: 0.12,
  decay: 1e-4,
};

const parts = Object.keys(netShape) as (keyof ToneNet)[];
const zeros = (): ToneNet =>
  Object.fromEntries(parts.map((part) => [part, new Float32Array(netShape[part])])) as unknown as ToneNet;

function initial(random: () => number): ToneNet {
  const net = zeros();
  const fill = (values: Float32Array, scale: number) => {
    for (let i = 0; i < values.length; i += 1) values[i] = (random() * 2 - 1) * scale;
  };
  fill(net.first, Math.sqrt(3 / (3 * INPUT)));
  fill(net.second, Math.sqrt(3 / (3 * HIDDEN)));
  fill(net.heads, 0.1);
  fill(net.output, Math.sqrt(3 / POOLED));
  return net;
}

/** Trains the network by Adam (Kingma & Ba 2015) on the cross-entropy, with dropout and a rate that falls to nothing. */
export function trainNet(examples: ToneExample[], settings: Partial<NetSettings> = {}): ToneNet {
  const s = { ...defaultNetSettings, ...settings };
  const random = seededRandom(s.seed);
  const net = initial(random);
  const [mean, square] = [zeros(), zeros()];
  const order = examples.map((_, index) => index);
  const steps = s.epochs * Math.ceil(order.length / s.batch);
  let step = 0;
  for (let epoch = 0; epoch < s.epochs; epoch += 1) {
    shuffle(order, random);
    for (let from = 0; from < order.length; from += s.batch) {
      const gradient = zeros();
      const batch = order.slice(from, from + s.batch);
      for (const index of batch) backward(net, examples[index]!, gradient, s, random);
      step += 1;
      const rate = s.rate * Math.min(1, step / 100) * (1 - (step - 1) / steps);
      for (const part of parts)
        adam(
          net[part],
          gradient[part],
          mean[part],
          square[part],
          rate,
          batch.length,
          step,
          part.endsWith('ias') ? 0 : s.decay,
        );
    }
  }
  return net;
}

function adam(
  weights: Float32Array,
  gradient: Float32Array,
  mean: Float32Array,
  square: Float32Array,
  rate: number,
  size: number,
  step: number,
  decay: number,
): void {
  const [fix1, fix2] = [1 - 0.9 ** step, 1 - 0.999 ** step];
  for (let i = 0; i < weights.length; i += 1) {
    const g = gradient[i]! / size;
    mean[i] = 0.9 * mean[i]! + 0.1 * g;
    square[i] = 0.999 * square[i]! + 0.001 * g * g;
    weights[i] =
      weights[i]! * (1 - rate * decay * 100) - (rate * (mean[i]! / fix1)) / (Math.sqrt(square[i]! / fix2) + 1e-8);
  }
}

/** Adds the gradient of one example. */
function backward(net: ToneNet, example: ToneExample, gradient: ToneNet, s: NetSettings, random: () => number): void {
  const { window } = example;
  const { length } = window;
  if (length === 0) return;
  const input = netInput(window);
  for (let t = 1; t <= length; t += 1) {
    if (window.words[t - 1]! < 0 || random() >= s.wordDropout) continue;
    input.fill(0, t * INPUT, t * INPUT + INPUT - 6);
  }
  const { activations } = runNet(net, window, input);
  const { first, second, attention, maximumAt, pooled } = activations;
  const kept = new Float32Array(POOLED);
  for (let i = 0; i < POOLED; i += 1) kept[i] = random() < s.dropout ? 0 : 1 / (1 - s.dropout);
  const logits = new Float32Array(LABELS);
  for (let label = 0; label < LABELS; label += 1) {
    let sum = net.outputBias[label]!;
    for (let i = 0; i < POOLED; i += 1) sum += net.output[label * POOLED + i]! * pooled[i]! * kept[i]!;
    logits[label] = sum;
  }
  const probabilities = softmax(logits);
  const dPooled = new Float32Array(POOLED);
  for (let label = 0; label < LABELS; label += 1) {
    const error = (probabilities[label]! - (label === example.label ? 1 : 0)) * example.weight;
    gradient.outputBias[label] = gradient.outputBias[label]! + error;
    for (let i = 0; i < POOLED; i += 1) {
      gradient.output[label * POOLED + i] = gradient.output[label * POOLED + i]! + error * pooled[i]! * kept[i]!;
      dPooled[i] = dPooled[i]! + error * net.output[label * POOLED + i]! * kept[i]!;
    }
  }
  const dSecond = new Float32Array(length * HIDDEN);
  for (let h = 0; h < HIDDEN; h += 1) dSecond[maximumAt[h]! * HIDDEN + h] = dPooled[HEADS * HIDDEN + h]!;
  for (let head = 0; head < HEADS; head += 1) {
    const dAttention = new Float32Array(length);
    let expected = 0;
    for (let t = 0; t < length; t += 1) {
      let sum = 0;
      for (let h = 0; h < HIDDEN; h += 1) sum += dPooled[head * HIDDEN + h]! * second[t * HIDDEN + h]!;
      dAttention[t] = sum;
      expected += sum * attention[head * length + t]!;
    }
    for (let t = 0; t < length; t += 1) {
      const weight = attention[head * length + t]!;
      const dScore = weight * (dAttention[t]! - expected);
      const bucket = head * BUCKETS + bucketOf(window.distances[t]!);
      gradient.distance[bucket] = gradient.distance[bucket]! + dScore;
      for (let h = 0; h < HIDDEN; h += 1) {
        const at = t * HIDDEN + h;
        gradient.heads[head * HIDDEN + h] = gradient.heads[head * HIDDEN + h]! + dScore * second[at]!;
        dSecond[at] = dSecond[at]! + weight * dPooled[head * HIDDEN + h]! + dScore * net.heads[head * HIDDEN + h]!;
      }
    }
  }
  // second = tanh(conv(first)) + first
  const dFirst = Float32Array.from(dSecond);
  convolveBackward(
    first,
    HIDDEN,
    length,
    0,
    2,
    net.second,
    dSecond,
    second,
    first,
    gradient.second,
    gradient.secondBias,
    dFirst,
  );
  convolveBackward(
    input,
    INPUT,
    length,
    1,
    1,
    net.first,
    dFirst,
    first,
    null,
    gradient.first,
    gradient.firstBias,
    null,
  );
}

/** Gradients of a convolution; `residual` is what was added to its output afterwards. */
function convolveBackward(
  source: Float32Array,
  size: number,
  length: number,
  offset: number,
  spacing: number,
  weights: Float32Array,
  dOut: Float32Array,
  out: Float32Array,
  residual: Float32Array | null,
  dWeights: Float32Array,
  dBias: Float32Array,
  dSource: Float32Array | null,
): void {
  for (let t = 0; t < length; t += 1) {
    for (let h = 0; h < HIDDEN; h += 1) {
      const at = t * HIDDEN + h;
      const value = out[at]! - (residual ? residual[at]! : 0);
      const error = dOut[at]! * (1 - value * value);
      if (error === 0) continue;
      dBias[h] = dBias[h]! + error;
      for (let k = 0; k < 3; k += 1) {
        const place = t + offset + (k - 1) * spacing;
        if (place < 0 || place >= length + 2 * offset) continue;
        const from = place * size;
        const row = (h * 3 + k) * size;
        for (let i = 0; i < size; i += 1) dWeights[row + i] = dWeights[row + i]! + error * source[from + i]!;
        if (dSource)
          for (let i = 0; i < size; i += 1) dSource[from + i] = dSource[from + i]! + error * weights[row + i]!;
      }
    }
  }
}
