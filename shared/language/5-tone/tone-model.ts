import { readModel } from '../model/read-model.ts';
import type { Reason } from '../tags.ts';
import { softmax } from './softmax.ts';
import type { TargetWindow } from './target-window.ts';
import { DENSE, denseFeatures, SLOTS, type SparseFeature, sparseFeatures } from './tone-features.ts';

/** Which kind of sentences: the news sets, where most targets are evaluated, or dispute coverage, where most are not. */
export type ToneDomain = 'news' | 'dispute';

const reasonsShown = 4;

/** What the head of the file of weights says; a column's numbers are so many steps. */
export interface ToneMeta {
  source: string;
  domains: Record<ToneDomain, { bias: number[]; temperature: number }>;
  bias: number[];
  steps: { sparse: number; dense: number };
}

interface ToneModel extends ToneMeta {
  sparse: Int8Array;
  dense: Float32Array;
}

let loaded: ToneModel | null = null;

const signed = ({ buffer, byteOffset, length }: Uint8Array) => new Int8Array(buffer, byteOffset, length);

/** The shipped weights, read at first use. Trained by `bench/sentiment/train.ts`. */
function toneModel(): ToneModel {
  if (loaded) return loaded;
  const { meta, columns } = readModel<ToneMeta>('tone.bin');
  const { sparse, dense } = columns;
  loaded = {
    ...meta,
    sparse: signed(sparse!),
    dense: Float32Array.from(signed(dense!), (value) => value * meta.steps.dense),
  };
  return loaded;
}

/**
 * Probabilities of negative, neutral and positive tone towards the target, by a logistic regression over words by place
 * and mean word vectors; bias and temperature fit the domain's share of neutral sentences (Guo et al. 2017).
 */
export function toneProbabilities(
  window: TargetWindow,
  domain: ToneDomain,
): { probabilities: number[]; features: SparseFeature[] } {
  const { sparse, dense, ...model } = toneModel();
  const features = sparseFeatures(window);
  const values = denseFeatures(window);
  const share = shareOf(features);
  const { bias: shift, temperature } = model.domains[domain];
  const logits = model.bias.map((bias, label) => {
    let sum = 0;
    for (const { slot } of features) sum += sparse[label * SLOTS + slot]!;
    sum *= share;
    for (let d = 0; d < DENSE; d += 1) sum += dense[label * DENSE + d]! * values[d]!;
    return (sum + bias) / temperature + shift[label]!;
  });
  return { probabilities: softmax(logits), features };
}

/** Long sentences have more features; each then counts for less. */
const shareOf = (features: SparseFeature[]) => toneModel().steps.sparse / Math.sqrt(features.length);

/** The sparse features that speak most for the label found, with their weights against the other two labels. */
export function toneReasons(features: SparseFeature[], label: number): Reason[] {
  const { sparse } = toneModel();
  const share = shareOf(features);
  const others = [0, 1, 2].filter((other) => other !== label);
  const weighed = features.map(({ slot, name }) => {
    const rest = others.reduce((sum, other) => sum + sparse[other * SLOTS + slot]!, 0) / others.length;
    return { feature: name, weight: Math.round((sparse[label * SLOTS + slot]! - rest) * share * 1e4) / 1e4 };
  });
  const strongest = weighed.sort((a, b) => b.weight - a.weight).slice(0, reasonsShown);
  return strongest.filter(({ weight }) => weight > 0);
}
