import { createHash } from 'node:crypto';

/** A text's near-duplicate signature, and the bands under which texts like it are found. */
export interface Signature {
  /** How many shingles it has and the smallest of their hashes, base64: under 700 characters. */
  value: string;
  bands: string[];
}

const shingleWords = 5;
const sketchSize = 128;
/** Cut-downs keep the beginning: these bands look at it alone. */
const leadWords = 150;
const leadBands = 3;
const wholeBands = 5;
/** Share of the shorter text that stands in the longer. Calibrated: `bench/extraction/near-duplicates.ts`. */
const sameTextFrom = 0.33;
/** Two stories share a phrase or a name of office; fewer common shingles than this are no copy. */
const fewestShared = 12;

/**
 * A bottom-k sketch of the text's word 5-shingles (Broder, "On the resemblance and containment of documents", 1997), and
 * eight bands of one MinHash each (Leskovec, Rajaraman & Ullman, Mining of Massive Datasets, ch. 3): five over the whole
 * text, three over its first 150 words. A band is a rare phrase, so few other texts stand under it.
 */
export function signatureOf(text: string): Signature {
  const words = wordsOf(text);
  const hashes = hashesOf(words);
  const lead = hashesOf(words.slice(0, leadWords));
  return {
    value: pack(hashes),
    bands: [...bandsOf('lead', lead, leadBands), ...bandsOf('whole', hashes, wholeBands)],
  };
}

/** Whether two signatures are of one text, perhaps edited, cut, or with text of its own added. */
export function sameText(a: string, b: string): boolean {
  return containment(a, b) >= sameTextFrom;
}

/** Estimates the share of the shorter text's shingles that the longer has, 0 to 1; 0 where too few are common. */
export function containment(a: string, b: string): number {
  const [left, right] = [unpack(a), unpack(b)];
  const inRight = new Set(right.sketch);
  // Of the smallest hashes of both texts together, those in both: an unbiased sample of the union.
  const union = [...new Set([...left.sketch, ...right.sketch])].sort((x, y) => x - y).slice(0, sketchSize);
  const inLeft = new Set(left.sketch);
  const common = union.filter((hash) => inLeft.has(hash) && inRight.has(hash)).length;
  const resemblance = union.length === 0 ? 0 : common / union.length;
  const shared = (resemblance * (left.size + right.size)) / (1 + resemblance);
  return shared < fewestShared ? 0 : Math.min(1, shared / Math.min(left.size, right.size));
}

function wordsOf(text: string): string[] {
  return (
    text
      .normalize('NFKD')
      .toLowerCase()
      .replace(/\p{M}|['’]/gu, '')
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}

function hashesOf(words: readonly string[]): Set<number> {
  const hashes = new Set<number>();
  for (let at = 0; at + shingleWords <= words.length || at === 0; at += 1)
    hashes.add(mix(fnv1a(words.slice(at, at + shingleWords).join(' '))));
  return hashes;
}

function bandsOf(name: string, hashes: ReadonlySet<number>, count: number): string[] {
  return Array.from({ length: count }, (_, band) => {
    let least = 0xffffffff;
    for (const hash of hashes) least = Math.min(least, mix(hash ^ Math.imul(band + 1, 0x9e3779b1)));
    return `${name}${band}:${createHash('sha256').update(String(least)).digest('hex').slice(0, 16)}`;
  });
}

function pack(hashes: ReadonlySet<number>): string {
  const sketch = [...hashes].sort((a, b) => a - b).slice(0, sketchSize);
  const numbers = Uint32Array.from([hashes.size, ...sketch]);
  return Buffer.from(numbers.buffer).toString('base64');
}

function unpack(value: string): { size: number; sketch: number[] } {
  const bytes = Buffer.from(value, 'base64');
  const numbers = Array.from({ length: Math.floor(bytes.length / 4) }, (_, index) => bytes.readUInt32LE(index * 4));
  return { size: numbers[0] ?? 0, sketch: numbers.slice(1) };
}

/** FNV-1a, 32 bits (draft-eastlake-fnv). */
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
