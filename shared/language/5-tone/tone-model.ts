import { readModel } from '../model/read-model.ts';
import type { Reason } from '../tags.ts';
import { netInputs } from './net-inputs.ts';
import { LABELS, logSoftmax, softmax } from './softmax.ts';
import type { TargetWindow } from './target-window.ts';
import {
  DENSE,
  denseFeatures,
  disputeSlot,
  nameOf,
  SLOTS,
  type SparseFeature,
  sparseFeatures,
} from './tone-features.ts';
import { floatNames, type NetWeights, ToneNet } from './tone-net.ts';
import type { Valence } from './valence.ts';

/** Which kind of sentences: the news sets, where most targets are evaluated, or dispute coverage, where most are not. */
export type ToneDomain = 'news' | 'dispute';

const reasonsShown = 4;

/** How a domain's probabilities come of the two models' logarithms: the network's share, a shift of labels, a temperature. */
export interface ToneBlend {
  netShare: number;
  bias: number[];
  temperature: number;
}

/** What the head of the file of weights says of a linear model; a column's numbers are so many steps. */
export interface LinearMeta {
  bias: number[];
  steps: { sparse: number; dense: number };
}

/** What the head of the file of weights says. */
export interface ToneMeta {
  source: string;
  domains: Record<ToneDomain, ToneBlend>;
  linear: Record<ToneDomain, LinearMeta>;
}

/** What the head of the file of the networks' weights says. */
export interface NetsMeta {
  source: string;
  /** How many networks there are, alike but for where their training began. */
  nets: number;
  /** What the whole numbers of `fromState` are worth, by network. */
  stateUnits: number[];
}

/** The name of a column of the `at`th network's weights. */
export const netColumn = (name: string, at: number): string => `${name} ${at}`;

interface LinearModel extends LinearMeta {
  sparse: Int8Array;
  dense: Float32Array;
}

interface ToneModel {
  domains: Record<ToneDomain, ToneBlend>;
  linear: Record<ToneDomain, LinearModel>;
  valence: Valence;
}

let loaded: ToneModel | null = null;

const signed = ({ buffer, byteOffset, length }: Uint8Array) => new Int8Array(buffer, byteOffset, length);
// Copied, since numbers of several bytes must begin at a multiple of their size.
const floats = (bytes: Uint8Array) => new Float32Array(bytes.slice().buffer);

/** The shipped weights, read at first use. Trained by `bench/sentiment/train.ts`. */
function toneModel(): ToneModel {
  if (loaded) return loaded;
  const { meta, columns } = readModel<ToneMeta>('tone.bin');
  const valence = signed(columns.valence!);
  const linearOf = (domain: ToneDomain): LinearModel => {
    const { bias, steps } = meta.linear[domain];
    const dense = Float32Array.from(signed(columns[`${domain}Dense`]!), (value) => value * steps.dense);
    return { bias, steps, dense, sparse: signed(columns[`${domain}Sparse`]!) };
  };
  loaded = {
    domains: meta.domains,
    linear: { news: linearOf('news'), dispute: linearOf('dispute') },
    valence,
  };
  return loaded;
}

const loadedNets: Partial<Record<ToneDomain, ToneNet[]>> = {};

/** A domain's networks, read when they are first asked. */
function toneNets(domain: ToneDomain): ToneNet[] {
  const kept = loadedNets[domain];
  if (kept) return kept;
  const { meta, columns } = readModel<NetsMeta>(`tone-nets-${domain}.bin`);
  const { valence } = toneModel();
  const weightsOf = (at: number) => {
    const rows = new Int16Array(columns[netColumn('fromState', at)]!.slice().buffer);
    const others = floatNames.map((name) => [name, floats(columns[netColumn(name, at)]!)]);
    return { ...Object.fromEntries(others), fromState: { rows, unit: meta.stateUnits[at]! } } as NetWeights;
  };
  const nets = Array.from({ length: meta.nets }, (_, at) => new ToneNet(weightsOf(at), valence));
  loadedNets[domain] = nets;
  return nets;
}

/**
 * Probabilities of negative, neutral and positive tone towards the target: the logarithms of a logistic regression over
 * words by place and of recurrent networks, blended; share, shift and temperature fit the domain (Guo et al. 2017).
 */
export function toneProbabilities(
  window: TargetWindow,
  domain: ToneDomain,
): { probabilities: number[]; features: SparseFeature[]; net: number[] } {
  const model = toneModel();
  const how = model.domains[domain];
  const features = sparseFeatures(window);
  const linear = logSoftmax(linearLogits(features, denseFeatures(window, model.valence), domain));
  const net = logSoftmax(netLogits(window, domain));
  return { probabilities: blend(how, linear, net), features, net };
}

function netLogits(window: TargetWindow, domain: ToneDomain): number[] {
  const inputs = netInputs(window);
  return meanLogits(toneNets(domain).map((net) => net.logitsOf(inputs)));
}

/** The mean over networks of what each says of one target: logits by label, in and out. */
export const meanLogits = (logits: number[][]): number[] =>
  Array.from({ length: LABELS }, (_, label) => logits.reduce((sum, each) => sum + each[label]!, 0) / logits.length);

/** Probabilities by the two models' logarithms of them. */
export function blend({ netShare, bias, temperature }: ToneBlend, linear: number[], net: number[]): number[] {
  return softmax(
    bias.map((shift, label) => (linear[label]! * (1 - netShare) + net[label]! * netShare) / temperature + shift),
  );
}

function linearLogits(features: SparseFeature[], values: Float32Array, domain: ToneDomain): number[] {
  const { sparse, dense, bias: biases } = toneModel().linear[domain];
  const share = shareOf(features, domain);
  return biases.map((bias, label) => {
    let sum = 0;
    for (let n = 0; n < features.length; n++) {
      const { slot } = features[n]!;
      sum += sparse[label * SLOTS + slot]!;
      if (domain === 'dispute') sum += sparse[label * SLOTS + disputeSlot(slot)]!;
    }
    sum *= share;
    for (let d = 0; d < DENSE; d += 1) sum += dense[label * DENSE + d]! * values[d]!;
    return sum + bias;
  });
}

/** Long sentences have more features; each then counts for less. */
const shareOf = (features: SparseFeature[], domain: ToneDomain) =>
  toneModel().linear[domain].steps.sparse / Math.sqrt(features.length * (domain === 'dispute' ? 2 : 1));

/**
 * What speaks most for the label found, with its weight in the blend against the other two labels: words by place, and
 * the networks, which can't tell of which words they made their part.
 */
export function toneReasons(
  { features, net }: { features: SparseFeature[]; net: number[] },
  label: number,
  domain: ToneDomain,
): Reason[] {
  const { linear, domains } = toneModel();
  const { sparse } = linear[domain];
  const { netShare } = domains[domain];
  const share = shareOf(features, domain) * (1 - netShare);
  const weightOf = (slot: number, of: number) =>
    sparse[of * SLOTS + slot]! + (domain === 'dispute' ? sparse[of * SLOTS + disputeSlot(slot)]! : 0);
  const [one, other] = [0, 1, 2].filter((each) => each !== label) as [number, number];
  const against = (weight: (of: number) => number) => weight(label) - (weight(one) + weight(other)) / (LABELS - 1);
  const strongest: Reason[] = [];
  keepStrongest(strongest, () => 'network', against((of) => net[of]!) * netShare);
  for (const feature of features)
    keepStrongest(strongest, () => nameOf(feature), against((of) => weightOf(feature.slot, of)) * share);
  return strongest;
}

/** Keeps the strongest reasons, strongest first; of equal ones those that came first. */
function keepStrongest(kept: Reason[], name: () => string, exact: number): void {
  const weight = Math.round(exact * 1e4) / 1e4;
  if (weight <= 0 || (kept.length === reasonsShown && weight <= kept[reasonsShown - 1]!.weight)) return;
  if (kept.length === reasonsShown) kept.pop();
  let place = kept.length;
  while (place > 0 && kept[place - 1]!.weight < weight) place--;
  kept.splice(place, 0, { feature: name(), weight });
}
