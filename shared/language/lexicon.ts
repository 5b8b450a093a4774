import { StoredPhrases } from './stored-phrases.ts';

/** The lexicons that hold for every dispute; what they say of a phrase is a number, whose meaning is their own. */
export const LEXICONS = ['stance', 'topic', 'side'] as const;
export type LexiconName = (typeof LEXICONS)[number];

/** Their phrases, in stems (`stem`): written by `bench/stance/lexicons/stem.ts`. */
export const lexicons = new StoredPhrases('lexicons.txt', LEXICONS.length);
