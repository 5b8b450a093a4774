import { fold } from '../article/page/fold.ts';
import { hashString, mix } from '../language/hashing.ts';

/** Bits set for a word. */
const hashes = 3;
/** With eight bits a word and three hashes one word in about thirty that is not there seems to be. */
const bitsPerWord = 8;
const leastBits = 128;
const mostBits = 8_192;

/**
 * Which words a text may hold, as a Bloom filter (Bloom 1970) in base64: as many bits as eight times its different words,
 * up to the next power of two. Kept on rows that are listed, so that a search reads the texts of few of them.
 */
export function wordSignature(text: string): string {
  const words = new Set(fold(text).split(' '));
  let size = leastBits;
  while (size < words.size * bitsPerWord && size < mostBits) size *= 2;
  const bits = new Uint8Array(size / 8);
  for (const word of words) {
    for (const bit of bitsOf(word, size)) bits[bit >> 3]! |= 1 << (bit & 7);
  }
  return Buffer.from(bits).toString('base64');
}

/** Judges signatures for one query: false where some word of it certainly doesn't stand in the text. */
export function signatureFilter(query: readonly string[]): (signature: string | undefined) => boolean {
  const words = [...new Set(query.flatMap((part) => part.split(' ')))];
  return (signature) => {
    // A row of a tagger that kept none.
    if (signature === undefined) return true;
    const bits = Buffer.from(signature, 'base64');
    return words.every((word) => bitsOf(word, bits.length * 8).every((bit) => (bits[bit >> 3]! >> (bit & 7)) & 1));
  };
}

/** Places of a word by double hashing (Kirsch and Mitzenmacher 2006); `size` is a power of two. */
function bitsOf(word: string, size: number): number[] {
  const first = hashString(word);
  const step = mix(1, first) | 1;
  return Array.from({ length: hashes }, (_, index) => (first + Math.imul(index, step)) & (size - 1));
}
