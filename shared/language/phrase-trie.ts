import { tokenize } from './tokens.ts';
import { WordMarks } from './word-marks.ts';

/** Phrases as a tree of words: looking for all of them at a place costs one step a word, however many there are. */
export interface PhraseTrie<Value> {
  next: Map<string, PhraseTrie<Value>>;
  values: Value[];
  /** Marks of the first words of a whole tree. */
  firsts: WordMarks | null;
}

/** Whether a phrase may begin with a word of this hash (`hashOf`). */
export const mayBegin = ({ firsts }: PhraseTrie<unknown>, hash: number): boolean => firsts?.mayHave(hash) === true;

/** A phrase found: `length` tokens from where it was looked for. */
export interface PhraseMatch<Value> {
  length: number;
  values: Value[];
}

/** A tree without phrases. */
export function emptyTrie<Value>(): PhraseTrie<Value> {
  return { next: new Map(), values: [], firsts: null };
}

/** Adds a phrase given as lower-case tokens. */
export function addWords<Value>(trie: PhraseTrie<Value>, words: readonly string[], value: Value): void {
  trie.firsts ??= new WordMarks();
  trie.firsts.add(words[0] ?? '');
  let node = trie;
  for (const word of words) {
    let child = node.next.get(word);
    if (!child) {
      child = emptyTrie();
      node.next.set(word, child);
    }
    node = child;
  }
  if (node !== trie) node.values.push(value);
}

/** Words of plain letters with one space between: tokens as they stand. */
const PLAIN = /^[a-z]+(?: [a-z]+)*$/;

/** The words of a phrase as the text's own tokens would have them. Most phrases of the lexicons are plain: that is a third of their load. */
export function phraseWords(phrase: string): string[] {
  return PLAIN.test(phrase) ? phrase.split(' ') : tokenize(phrase).lower;
}

const NONE: readonly never[] = [];

/** All phrases that begin at token `at`, shortest first. */
export function matchesAt<Value>(
  trie: PhraseTrie<Value>,
  words: readonly string[],
  at: number,
): readonly PhraseMatch<Value>[] {
  let node: PhraseTrie<Value> | undefined = trie.next.get(words[at]!);
  if (!node) return NONE;
  const found: PhraseMatch<Value>[] = [];
  for (let length = 1; node; length++) {
    if (node.values.length > 0) found.push({ length, values: node.values });
    const word: string | undefined = words[at + length];
    node = word === undefined ? undefined : node.next.get(word);
  }
  return found;
}
