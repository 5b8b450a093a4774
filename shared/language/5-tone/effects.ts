import { StoredPhrases } from '../stored-phrases.ts';

/** What a verb, noun or adjective, or a phrase of them, says of those who stand around it. */
export const EFFECTS = [
  'hit',
  'charge',
  'press',
  'lift',
  'clear',
  'wrong',
  'help',
  'pander',
  'beat',
  'fail',
  'shine',
  'defend',
  'suffer',
  'vice',
  'virtue',
  'bad',
  'good',
] as const;
export type Effect = (typeof EFFECTS)[number];

/** Numbers of the lexicons in the file. */
export const PHRASES = 0;
export const WHOLE = 1;

/**
 * Phrases of base forms by number of their effect, and words that keep their endings: written by
 * `bench/sentiment/effects/store.ts`.
 */
export const effectPhrases = new StoredPhrases('effects.txt', 2);
