import { hashString } from './hashing.ts';

/** Slots of the table in which words are found: a power of two, above twice the words. */
const SLOTS = 1 << 17;
const EMPTY = 0;

/** Words as columns: their letters end to end, where each begins, and a table of word numbers by hash. */
export interface WordColumns {
  letters: Uint8Array;
  starts: Uint32Array;
  /** Number of a word plus one, in the first free slot from the word's hash on. */
  slots: Uint16Array;
}

/** The columns of words of ASCII letters; a word's number is its place in the list. */
export function wordColumns(words: readonly string[]): WordColumns {
  const starts = new Uint32Array(words.length + 1);
  const slots = new Uint16Array(SLOTS);
  for (const [index, word] of words.entries()) {
    starts[index + 1] = starts[index]! + word.length;
    let slot = slotOf(word);
    while (slots[slot] !== EMPTY) slot = (slot + 1) & (SLOTS - 1);
    slots[slot] = index + 1;
  }
  return { letters: Buffer.from(words.join(''), 'latin1'), starts, slots };
}

/** Number of a word, -1 where it is not among them. */
export function findWord({ letters, starts, slots }: WordColumns, word: string): number {
  for (let slot = slotOf(word); slots[slot] !== EMPTY; slot = (slot + 1) & (SLOTS - 1)) {
    const index = slots[slot]! - 1;
    if (isAt(letters, starts[index]!, starts[index + 1]!, word)) return index;
  }
  return -1;
}

const slotOf = (word: string) => hashString(word) & (SLOTS - 1);

function isAt(letters: Uint8Array, from: number, to: number, word: string): boolean {
  if (to - from !== word.length) return false;
  for (let at = 0; at < word.length; at++) if (letters[from + at] !== word.charCodeAt(at)) return false;
  return true;
}
