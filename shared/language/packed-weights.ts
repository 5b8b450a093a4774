const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const HALF = 31;
const stepOf = new Int8Array(128);
for (let digit = 0; digit < 64; digit++) stepOf[DIGITS.charCodeAt(digit)] = digit - HALF;
/** Written for a run of zeros, with its length in two digits: most weights of a hashed model are zero. */
const RUN = '~';
const LONGEST_RUN = 64 * 64 - 1;

/**
 * Weights as text: six bits each, one base64 character, runs of zeros shortened. A step stands for its square, so that
 * small weights keep their differences and large ones their size; `limit` is the largest.
 */
export interface PackedWeights {
  length: number;
  limit: number;
  digits: string;
}

/** Packs weights. */
export function packWeights(weights: ArrayLike<number>): PackedWeights {
  let limit = 0;
  for (let at = 0; at < weights.length; at++) limit = Math.max(limit, Math.abs(weights[at]!));
  let digits = '';
  let zeros = 0;
  const flush = () => {
    if (zeros > 3) digits += RUN + DIGITS[zeros >> 6]! + DIGITS[zeros & 63]!;
    else digits += DIGITS[HALF]!.repeat(zeros);
    zeros = 0;
  };
  for (let at = 0; at < weights.length; at++) {
    const step = limit > 0 ? Math.sign(weights[at]!) * Math.round(Math.sqrt(Math.abs(weights[at]!) / limit) * HALF) : 0;
    if (step === 0 && ++zeros < LONGEST_RUN) continue;
    flush();
    if (step !== 0) digits += DIGITS[step + HALF]!;
  }
  flush();
  return { length: weights.length, limit, digits };
}

/** The weights again. */
export function unpackWeights({ length, limit, digits }: PackedWeights): Float32Array {
  const weights = new Float32Array(length);
  for (let at = 0, to = 0; at < digits.length; at++) {
    const step = stepOf[digits.charCodeAt(at)]!;
    if (digits[at] !== RUN) weights[to++] = (Math.sign(step) * step * step * limit) / (HALF * HALF);
    else {
      to += ((stepOf[digits.charCodeAt(at + 1)]! + HALF) << 6) + stepOf[digits.charCodeAt(at + 2)]! + HALF;
      at += 2;
    }
  }
  return weights;
}
