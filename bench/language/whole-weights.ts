import { LARGEST_WEIGHT, STATE_STEPS, type WholeWeights } from '../../shared/language/gated-reader.ts';

/** Rounds a network's weights to whole numbers, as `GatedReader` multiplies them; `outputs` is a multiple of 32. */
export function wholeWeights(
  inputs: number,
  outputs: number,
  weightOf: (input: number, output: number) => number,
): WholeWeights {
  const weights = Array.from({ length: inputs * outputs }, (_, at) => weightOf(Math.floor(at / outputs), at % outputs));
  const step = weights.reduce((largest, weight) => Math.max(largest, Math.abs(weight)), 1e-9) / LARGEST_WEIGHT;
  const rows = new Int16Array(weights.length);
  for (const [at, weight] of weights.entries()) {
    const input = Math.floor(at / outputs);
    rows[((input >> 1) * outputs + (at % outputs)) * 2 + (input & 1)] = Math.round(weight / step);
  }
  return { rows, unit: step / STATE_STEPS };
}

/** The bytes of numbers as they lie in memory. */
export const bytesOf = ({ buffer }: Float32Array | Int16Array): Uint8Array => new Uint8Array(buffer);
