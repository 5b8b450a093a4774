import model from '../model/tone.json' with { type: 'json' };
import type { Reason } from '../tags.ts';
import type { TargetWindow } from './target-window.ts';
import { DENSE, denseFeatures, SLOTS, type SparseFeature, sparseFeatures } from './tone-features.ts';
import { LABELS, netShape, runNet, softmax, type ToneNet } from './tone-net.ts';

/** Weights as bytes and the step between two of them. */
interface Packed {
  step: number;
  bytes: string;
}

const sparse = new Int8Array(Buffer.from(model.sparse.bytes, 'base64'));
const dense = unpack(model.dense);
const nets = model.nets.map(
  (net) =>
    Object.fromEntries(
      Object.keys(netShape).map((part) => [part, unpack(net[part as keyof ToneNet])]),
    ) as unknown as ToneNet,
);

function unpack({ step, bytes }: Packed): Float32Array {
  return Float32Array.from(new Int8Array(Buffer.from(bytes, 'base64')), (value) => value * step);
}

/** Which kind of sentences: the news sets, where most targets are evaluated, or dispute coverage, where most are not. */
export type ToneDomain = 'news' | 'dispute';

const reasonsShown = 4;

/**
 * Probabilities of negative, neutral and positive tone towards the target: a logistic regression over words by place and
 * a small network, their log-probabilities mixed, then moved by what the domain's share of neutral sentences asks.
 */
export function toneProbabilities(
  window: TargetWindow,
  domain: ToneDomain,
): { probabilities: number[]; features: SparseFeature[] } {
  const features = sparseFeatures(window);
  const linear = logSoftmax(linearLogits(features, denseFeatures(window)));
  const mixed = linear.map((value) => value * model.linearShare);
  for (const net of nets) {
    const logits = logSoftmax(runNet(net, window).logits);
    for (let label = 0; label < LABELS; label += 1)
      mixed[label] = mixed[label]! + (logits[label]! * (1 - model.linearShare)) / nets.length;
  }
  const { bias, temperature } = model.domains[domain];
  return { probabilities: softmax(mixed.map((value, label) => value / temperature + bias[label]!)), features };
}

function linearLogits(features: SparseFeature[], values: Float32Array): number[] {
  const share = model.sparse.step / Math.sqrt(features.length);
  return model.bias.map((bias, label) => {
    let sum = 0;
    for (const { slot } of features) sum += sparse[label * SLOTS + slot]!;
    sum *= share;
    for (let d = 0; d < DENSE; d += 1) sum += dense[label * DENSE + d]! * values[d]!;
    return sum + bias;
  });
}

const logSoftmax = (logits: ArrayLike<number>) => softmax(logits).map((probability) => Math.log(probability + 1e-9));

/** The sparse features that speak most for the label found, with their weights against the other two labels. */
export function toneReasons(features: SparseFeature[], label: number): Reason[] {
  const share = model.sparse.step / Math.sqrt(features.length);
  const weighed = features.map(({ slot, name }) => {
    const others = [0, 1, 2].filter((other) => other !== label);
    const rest = others.reduce((sum, other) => sum + sparse[other * SLOTS + slot]!, 0) / others.length;
    return { feature: name, weight: Math.round((sparse[label * SLOTS + slot]! - rest) * share * 1e4) / 1e4 };
  });
  return weighed
    .sort((a, b) => b.weight - a.weight)
    .slice(0, reasonsShown)
    .filter(({ weight }) => weight > 0);
}
