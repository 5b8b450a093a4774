import { createHash } from 'node:crypto';

/** A text's near-duplicate signature, and the bands under which texts like it are found. */
export interface Signature {
  /** MinHash values, base64. */
  value: string;
  bands: string[];
}

const hashes = 32;
const rowsPerBand = 4;
const shingleWords = 5;
const sameTextFrom = 0.5;

/**
 * MinHash over the text's word 5-shingles (Broder 1997), cut into bands for locality-sensitive hashing
 * (Leskovec, Rajaraman & Ullman, Mining of Massive Datasets, ch. 3).
 */
export function signatureOf(text: string): Signature {
  const minima = new Uint32Array(hashes).fill(0xffffffff);
  for (const shingle of shinglesOf(text)) {
    const seed = fnv1a(shingle);
    for (let i = 0; i < hashes; i += 1) {
      const value = mix(seed ^ Math.imul(i + 1, 0x9e3779b1));
      if (value < minima[i]!) minima[i] = value;
    }
  }
  return { value: Buffer.from(minima.buffer).toString('base64'), bands: bandsOf(minima) };
}

/** Whether two signatures are of one text, perhaps lightly edited or cut. */
export function sameText(a: string, b: string): boolean {
  const [left, right] = [a, b].map((value) => Buffer.from(value, 'base64'));
  let equal = 0;
  for (let i = 0; i < hashes; i += 1) if (left!.readUInt32LE(i * 4) === right!.readUInt32LE(i * 4)) equal += 1;
  return equal / hashes >= sameTextFrom;
}

function shinglesOf(text: string): Set<string> {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const shingles = new Set<string>();
  for (let i = 0; i + shingleWords <= words.length || i === 0; i += 1)
    shingles.add(words.slice(i, i + shingleWords).join(' '));
  return shingles;
}

function bandsOf(minima: Uint32Array): string[] {
  return Array.from({ length: hashes / rowsPerBand }, (_, band) => {
    const part = Buffer.from(minima.buffer, band * rowsPerBand * 4, rowsPerBand * 4);
    return `${band}:${createHash('sha256').update(part).digest('hex').slice(0, 16)}`;
  });
}

function fnv1a(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}

/** Finaliser of MurmurHash3: spreads every input bit over the output. */
function mix(value: number): number {
  let hash = value;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
