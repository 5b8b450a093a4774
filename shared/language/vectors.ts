import model from './model/vectors.json' with { type: 'json' };

/** Number of values in a word vector. */
export const DIMENSIONS = model.dimensions;
const VALUES = model.values;
const STEP = (2 * model.clip) / 63;
const levels = new Int8Array(128);
for (const [level, digit] of [...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'].entries())
  levels[digit.charCodeAt(0)] = level;

const indexOfWord = new Map<string, number>();
for (const word of model.words.split(' ')) indexOfWord.set(word, indexOfWord.size);

/** Number of words that have a vector; they are numbered in order of frequency. */
export const VOCABULARY = indexOfWord.size;

/** Number of a lower-case word, -1 when it has no vector. */
export function wordIndex(word: string): number {
  return indexOfWord.get(word) ?? -1;
}

const decoded = new Map<number, Float32Array>();

/** Vector of the word numbered `index` (GloVe 100d, Pennington et al. 2014; centred, length about 10). Decoded at first use, then kept: don't write to it. */
export function vectorAt(index: number): Float32Array {
  let vector = decoded.get(index);
  if (vector) return vector;
  vector = new Float32Array(DIMENSIONS);
  const from = index * DIMENSIONS;
  for (let d = 0; d < DIMENSIONS; d++) vector[d] = levels[VALUES.charCodeAt(from + d)]! * STEP - model.clip;
  decoded.set(index, vector);
  return vector;
}

/** Number (0 to 255) of the cluster of alike words that a word belongs to; 256 for a word without vector. */
export function clusterOf(index: number): number {
  if (index < 0) return 256;
  return (levels[model.clusters.charCodeAt(2 * index)]! << 6) | levels[model.clusters.charCodeAt(2 * index + 1)]!;
}
