import PorterStemmer from 'natural/lib/natural/stemmers/porter_stemmer.js';

const stems = new Map<string, string>();
const MOST_KEPT = 50_000;

/** Porter's stem (1980) of a lower-case word, from `natural`; remembered, for the stemmer is slow. */
export function stem(word: string): string {
  let found = stems.get(word);
  if (found !== undefined) return found;
  found = word.length > 3 ? PorterStemmer.stem(word) : word;
  if (stems.size < MOST_KEPT) stems.set(word, found);
  return found;
}
