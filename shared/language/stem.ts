import PorterStemmer from 'natural/lib/natural/stemmers/porter_stemmer.js';
import { remember } from './remember.ts';

const stems = new Map<string, string>();
const MOST_KEPT = 50_000;

/** Porter's stem (1980) of a lower-case word, from `natural`; the last 50,000 are remembered, for the stemmer is slow. */
export function stem(word: string): string {
  const known = stems.get(word);
  if (known !== undefined) return known;
  return remember(stems, word, word.length > 3 ? PorterStemmer.stem(word) : word, MOST_KEPT);
}
