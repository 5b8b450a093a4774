import { openSync, readFileSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { readWeightsFile, type WeightsFile } from '../weights-file.ts';

/** The files of weights; in a bundle they lie beside it, as they lie beside this module. */
export const modelFiles = [
  'attribution.bin',
  'part-of-speech.bin',
  'statements.bin',
  'tone.bin',
  'tone-nets-news.bin',
  'tone-nets-dispute.bin',
  'lexicons.txt',
  'effects.txt',
  'words.bin',
  'vectors.bin',
  'gated-reader.wasm',
  'feature-sums.wasm',
  'products.wasm',
] as const;
type ModelFile = (typeof modelFiles)[number];

const folder = import.meta.dirname;

/**
 * Weights shipped with this code: constants, which stand in files of their own only since no script holds bytes.
 * Nothing else in the pure folders reads a file.
 */
export function readModel<Meta>(file: ModelFile): WeightsFile<Meta> {
  return readWeightsFile<Meta>(readFileSync(join(folder, file)));
}

/** The bytes of a file that is no file of columns. */
export const readBytes = (file: ModelFile): Uint8Array<ArrayBuffer> => readFileSync(join(folder, file));

/**
 * Rows of equal length, each read when it is asked for: an article needs some hundreds of the many thousands. What is
 * returned holds the row until the next is read.
 */
export function readRows(file: ModelFile, rowLength: number): (index: number) => Uint8Array {
  const descriptor = openSync(join(folder, file), 'r');
  const row = new Uint8Array(rowLength);
  return (index) => {
    readSync(descriptor, row, 0, rowLength, index * rowLength);
    return row;
  };
}
