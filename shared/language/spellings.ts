import { hashOf, hashPart } from './hashing.ts';

/** Spellings that are kept at the most; then all are dropped, and kept anew as they come. */
const MOST = 1 << 15;
/** Slots of the table in which they are found: a power of two. */
const SLOTS = 1 << 16;

/**
 * The distinct words and marks of the texts read so far, by number. An article's words are mostly those of the articles
 * before: a word that is known needs no string of its own, and what holds for it can be looked up by its number.
 */
export interface Spellings {
  /** As a token has it: straight apostrophes, one mark for a doubled one. */
  surface: string[];
  lower: string[];
  /** Hash of the word in lower case (`hashOf`). */
  hash: Int32Array;
}

export const spellings: Spellings = {
  surface: [],
  lower: [],
  hash: new Int32Array(MOST),
};
/** As they stand in texts, and their hashes. */
const written: string[] = [];
const hashes = new Int32Array(MOST);
/** Number of a spelling plus one, in the first free slot from its hash on; 0 where none is. */
const slots = new Uint16Array(SLOTS);
const EMPTY = 0;
let count = 0;

/** Number of the spelling of a text from `start` to `end`: until others are dropped for want of room, the same for the same. */
export function spellingAt(text: string, start: number, end: number): number {
  const hash = hashPart(text, start, end);
  for (let slot = hash & (SLOTS - 1); ; slot = (slot + 1) & (SLOTS - 1)) {
    const number = slots[slot]! - 1;
    if (number < 0) return add(text.slice(start, end), hash);
    if (hashes[number] === hash && isAt(written[number]!, text, start, end)) return number;
  }
}

function isAt(word: string, text: string, start: number, end: number): boolean {
  if (word.length !== end - start) return false;
  for (let at = 0; at < word.length; at++) if (word.charCodeAt(at) !== text.charCodeAt(start + at)) return false;
  return true;
}

function add(word: string, hash: number): number {
  if (count === MOST) {
    slots.fill(EMPTY);
    count = 0;
  }
  const number = count++;
  let slot = hash & (SLOTS - 1);
  while (slots[slot] !== EMPTY) slot = (slot + 1) & (SLOTS - 1);
  slots[slot] = number + 1;
  hashes[number] = hash;
  written[number] = ownString(word);
  const surface = isDoubled(word) ? '"' : ownString(word.replaceAll('’', "'"));
  spellings.surface[number] = surface;
  const lower = surface.toLowerCase();
  spellings.lower[number] = lower;
  spellings.hash[number] = hashOf(lower);
  return number;
}

/** Two apostrophes or backticks, which are one quotation mark. */
const isDoubled = (mark: string) => mark === "''" || mark === '``';

const BEYOND_LATIN1 = /[^\0-\xff]/;

/** A string of its own, since a part of a text holds on to the whole of it. */
function ownString(part: string): string {
  const encoding = BEYOND_LATIN1.test(part) ? 'utf16le' : 'latin1';
  return Buffer.from(part, encoding).toString(encoding);
}
