import { readModel, readRows } from './model/read-model.ts';
import { findWord, type WordColumns } from './word-columns.ts';

/** What the head of the file of words says. */
export interface WordsMeta {
  /** Number of words. */
  words: number;
  /** Values of vectors lie between minus and plus this, in 63 even steps. */
  clip: number;
}

/** Number of values in a word vector. */
export const DIMENSIONS = 100;

interface Vectors extends WordColumns {
  words: number;
  clip: number;
  clusters: Uint8Array;
  /** Vectors that have been asked for, by word: 19 MB if all have been. */
  decoded: (Float32Array | undefined)[];
  /** The row of a word's vector, a byte for each value. */
  rowOf(index: number): Uint8Array;
}

let loaded: Vectors | null = null;

function vectors(): Vectors {
  if (loaded) return loaded;
  const { meta, columns } = readModel<WordsMeta>('words.bin');
  const { letters, starts, slots, clusters } = columns;
  // Copied, since numbers of several bytes must begin at a multiple of their size.
  const words = { letters: letters!, starts: new Uint32Array(starts!.slice().buffer) };
  loaded = {
    ...words,
    ...{
      ...meta,
      slots: new Uint16Array(slots!.slice().buffer),
      clusters: clusters!,
      decoded: new Array<undefined>(meta.words),
      rowOf: readRows('vectors.bin', DIMENSIONS),
    },
  };
  return loaded;
}

/** Number of words that have a vector; they are numbered in order of frequency. */
export const vocabulary = (): number => vectors().words;

const UNKNOWN_CLUSTER = 256;

/** Number of a lower-case word, -1 when it has no vector. */
export function wordIndex(word: string): number {
  return findWord(vectors(), word);
}

/** Vector of the word numbered `index` (GloVe 100d, Pennington et al. 2014; centred, length about 10). Decoded at first use, then kept: don't write to it. */
export function vectorAt(index: number): Float32Array {
  const { rowOf, clip, decoded } = vectors();
  let vector = decoded[index];
  if (vector) return vector;
  const step = (2 * clip) / 63;
  vector = new Float32Array(DIMENSIONS);
  const levels = rowOf(index);
  for (let d = 0; d < DIMENSIONS; d++) vector[d] = levels[d]! * step - clip;
  decoded[index] = vector;
  return vector;
}

/** The same vector in whole numbers, -63 to 63, each worth `levelUnit()`: products of them are exact, and some times as fast. */
export function levelsAt(index: number): Int8Array {
  return Int8Array.from(vectors().rowOf(index), (level) => 2 * level - 63);
}

/** What a level of `levelsAt` is worth. */
export const levelUnit = (): number => vectors().clip / 63;

/** Number (0 to 255) of the cluster of alike words that a word belongs to; 256 for a word without vector. */
export function clusterOf(index: number): number {
  return index < 0 ? UNKNOWN_CLUSTER : vectors().clusters[index]!;
}
