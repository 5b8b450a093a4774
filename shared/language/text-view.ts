import { findSentences, type SentencePass } from './1-sentences.ts';
import { tagPartsOfSpeech } from './part-of-speech.ts';
import { findQuotes, type Quotes } from './quotes.ts';
import { type Tokens, tokenize } from './tokens.ts';
import { classifyWords, type WordClasses } from './word-classes.ts';

/** A text with all that holds for it whatever the codebook: tokens, sentences, quotes, word classes, parts of speech. */
export interface TextView {
  text: string;
  tokens: Tokens;
  pass: SentencePass;
  quotes: Quotes;
  classes: WordClasses;
  pos: Uint8Array;
}

/** Reads a text once for all passes. */
export function viewText(text: string): TextView {
  const tokens = tokenize(text);
  const pass = findSentences(text, tokens);
  const quotes = findQuotes(tokens, pass);
  const classes = classifyWords(tokens);
  return { text, tokens, pass, quotes, classes, pos: tagPartsOfSpeech(tokens, classes) };
}
