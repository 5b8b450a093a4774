/** Lexicons of valence: AFINN-165 (Nielsen 2011) and VADER's (Hutto & Gilbert 2014). */
export const LEXICONS = 2;

/** `LEXICONS` numbers for each word that has a vector, from -127 (worst) to 127 (best); 0 where a lexicon doesn't know it. */
export type Valence = Int8Array;

/** Valence of the word numbered `word` by one lexicon, from -1 to 1; 0 for a word without vector. */
export const valenceOf = (valence: Valence, word: number, lexicon: number): number =>
  word < 0 ? 0 : valence[word * LEXICONS + lexicon]! / 127;
