import type { LinearWeights } from './train-linear.ts';

/** Weights as signed bytes in base64, with the step between two of them. */
function pack(values: Float32Array): { step: number; bytes: string } {
  const highest = values.reduce((most, value) => Math.max(most, Math.abs(value)), 1e-9);
  const step = highest / 127;
  return { step, bytes: Buffer.from(Int8Array.from(values, (value) => Math.round(value / step))).toString('base64') };
}

export interface Domain {
  bias: number[];
  temperature: number;
}

/** The model file that `tone-model.ts` reads. */
export function packModel(linear: LinearWeights, domains: Record<'news' | 'dispute', Domain>): string {
  return `${JSON.stringify({
    source: 'Trained by bench/sentiment/train.ts on NewsMTSC (MIT) and the stance sets; holds weights only.',
    domains,
    sparse: pack(linear.sparse),
    dense: pack(linear.dense),
    bias: [...linear.bias],
  })}\n`;
}
