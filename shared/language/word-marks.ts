import { hashOf } from './hashing.ts';

/** Number of marks: a power of two. */
const MARKS = 1 << 12;

/** Marks of some words by their hashes: most words of a text are in no list, and one look at a byte tells. */
export class WordMarks {
  private readonly marks = new Uint8Array(MARKS);

  constructor(words: Iterable<string> = []) {
    for (const word of words) this.add(word);
  }

  add(word: string): void {
    this.marks[hashOf(word) & (MARKS - 1)] = 1;
  }

  /** Whether a word of this hash (`hashOf`) may be among the words; false where it is none of them. */
  mayHave(hash: number): boolean {
    return this.marks[hash & (MARKS - 1)] === 1;
  }
}
