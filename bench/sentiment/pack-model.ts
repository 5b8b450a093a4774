import type { ToneMeta } from '../../shared/language/5-tone/tone-model.ts';
import { writeWeightsFile } from '../../shared/language/weights-file.ts';
import type { LinearWeights } from './train-linear.ts';

/** Weights as signed bytes, with the step between two of them. */
function pack(values: Float32Array): { step: number; bytes: Uint8Array } {
  const highest = values.reduce((most, value) => Math.max(most, Math.abs(value)), 1e-9);
  const step = highest / 127;
  const bytes = Int8Array.from(values, (value) => Math.round(value / step));
  return { step, bytes: new Uint8Array(bytes.buffer) };
}

export interface Domain {
  bias: number[];
  temperature: number;
}

/** The model file that `tone-model.ts` reads. */
export function packModel(linear: LinearWeights, domains: Record<'news' | 'dispute', Domain>): Uint8Array {
  const sparse = pack(linear.sparse);
  const dense = pack(linear.dense);
  return writeWeightsFile<ToneMeta>({
    meta: {
      source: 'Trained by bench/sentiment/train.ts on NewsMTSC (MIT) and the stance sets; holds weights only.',
      domains,
      bias: [...linear.bias],
      steps: { sparse: sparse.step, dense: dense.step },
    },
    columns: { sparse: sparse.bytes, dense: dense.bytes },
  });
}
