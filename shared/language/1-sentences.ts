import type { Sentence } from './tags.ts';
import { TokenKind, type Tokens } from './tokens.ts';

/** Sentences, and for each token the sentence it stands in; `first[i]` to `first[i + 1]` are the tokens of sentence i. */
export interface SentencePass {
  sentences: Sentence[];
  sentenceOfToken: Int32Array;
  first: Int32Array;
}

const ABBREVIATIONS = new Set(
  `mr mrs ms dr prof st sen rep gov gen lt col capt sgt maj cmdr rev hon pres supt insp det cllr messrs mt ft no nos vs v
  jan feb mar apr jun jul aug sep sept oct nov dec e.g i.e viz cf approx dept est inc ltd co corp jr sr bros`.split(
    /\s+/,
  ),
);
// These end a sentence as often as not: a capital after them decides nothing, so only a known beginner ends it.
const OPEN_ABBREVIATIONS = new Set('inc ltd co corp jr sr bros no dept est'.split(' '));
const BEGINNERS = new Set(
  `the a an he she it they we i you but and in on at his her their its this that these those there if when while as for
  from to by with after before since so no not however meanwhile yet then what who why how nor or mr mrs ms dr`.split(
    /\s+/,
  ),
);
/** A text without stops is cut after so many tokens: later passes look all over a sentence. */
const LONGEST = 200;
const CLOSERS = new Set(['"', '”', '’', "'", ')', ']', '»']);
const OPENERS = new Set(['"', '“', '‘', "'", '(', '[', '«']);
const isStop = (mark: string) => mark === '.' || mark === '!' || mark === '?' || mark === '…';

/**
 * Ends a sentence at a stop (with the quotes that close after it) when what follows begins one, and at every line break.
 * Own rules: `natural`'s splitter ends after "Dr." and inside "U.K.".
 */
export function findSentences(text: string, tokens: Tokens): SentencePass {
  const sentences: Sentence[] = [];
  const sentenceOfToken = new Int32Array(tokens.count);
  const first: number[] = [];
  let from = 0;
  let paragraph = 0;
  for (let at = 0; at < tokens.count; at++) {
    const gap = at + 1 < tokens.count ? lineBreaks(text, tokens.end[at]!, tokens.start[at + 1]!) : 1;
    if (gap === 0 && at - from < LONGEST && !endsSentence(text, tokens, from, at)) continue;
    const index = sentences.length;
    sentences.push({ index, paragraph, start: tokens.start[from]!, end: tokens.end[at]! });
    sentenceOfToken.fill(index, from, at + 1);
    first.push(from);
    from = at + 1;
    if (gap > 0) paragraph++;
  }
  first.push(tokens.count);
  return { sentences, sentenceOfToken, first: new Int32Array(first) };
}

function lineBreaks(text: string, start: number, end: number): number {
  let breaks = 0;
  for (let at = start; at < end; at++) if (text.charCodeAt(at) === 10) breaks++;
  return breaks;
}

/** Whether the sentence that began at token `from` ends with token `at`. */
function endsSentence(text: string, tokens: Tokens, from: number, at: number): boolean {
  const stop = stopBefore(tokens, from, at);
  if (stop < 0) return endsAfterInitials(text, tokens, at);
  const next = at + 1;
  if (tokens.end[at] === tokens.start[next]) return false;
  if (CLOSERS.has(tokens.surface[next]!) && !opensHere(text, tokens, next)) return false;
  const word = firstWord(tokens, next);
  if (!beginsSentence(tokens, word)) return false;
  if (isTimeStamp(tokens, from, at)) return false;
  if (stop === at && tokens.surface[stop] === '.' && isAbbreviation(tokens, stop, word)) return false;
  return !isSpeechTag(tokens, stop, at, word);
}

/** The stop that token `at` is, or closes after; -1 when there's none. */
function stopBefore(tokens: Tokens, from: number, at: number): number {
  if (tokens.kind[at] !== TokenKind.punctuation) return -1;
  let stop = at;
  while (stop > from && CLOSERS.has(tokens.surface[stop]!)) stop--;
  return isStop(tokens.surface[stop]!) ? stop : -1;
}

/** "in the U.K. The ministers": the word ate its stop. */
function endsAfterInitials(text: string, tokens: Tokens, at: number): boolean {
  if (!tokens.surface[at]!.endsWith('.') || at + 1 >= tokens.count) return false;
  if (text.charCodeAt(tokens.start[at + 1]! - 1) > 32) return false;
  return (
    tokens.capital[at + 1] === 1 &&
    BEGINNERS.has(tokens.lower[at + 1]!) &&
    !/^(?:mr|mrs|ms|dr)$/.test(tokens.lower[at + 1]!)
  );
}

function opensHere(text: string, tokens: Tokens, at: number): boolean {
  const after = at + 1 < tokens.count && tokens.start[at + 1] === tokens.end[at];
  return OPENERS.has(tokens.surface[at]!) && after && text.charCodeAt(tokens.start[at]! - 1) <= 32;
}

function firstWord(tokens: Tokens, from: number): number {
  let at = from;
  while (at < tokens.count && at < from + 4 && tokens.kind[at] === TokenKind.punctuation) at++;
  return at;
}

function beginsSentence(tokens: Tokens, at: number): boolean {
  if (at >= tokens.count) return true;
  return tokens.capital[at] === 1 || tokens.kind[at] !== TokenKind.word || !hasCase(tokens.surface[at]!);
}

const hasCase = (word: string) => word.toLowerCase() !== word.toUpperCase();

function isAbbreviation(tokens: Tokens, stop: number, next: number): boolean {
  if (stop === 0 || tokens.end[stop - 1] !== tokens.start[stop]) return false;
  const word = tokens.lower[stop - 1]!;
  if (word.length === 1 && /\p{L}/u.test(word) && word !== 'i') return tokens.capital[stop - 1] === 1;
  if (word === 'no' && tokens.kind[next] !== TokenKind.number) return false;
  if (!ABBREVIATIONS.has(word)) return false;
  if (/^(?:mar|apr|jun|jul|may|v|est|gen|no|nos)$/.test(word)) return tokens.kind[next] === TokenKind.number;
  return !(OPEN_ABBREVIATIONS.has(word) && BEGINNERS.has(tokens.lower[next] ?? ''));
}

/** "09.15." or "12.04" at the head of a live blog's entry, and "1." of a list: part of what follows. */
function isTimeStamp(tokens: Tokens, from: number, at: number): boolean {
  return at === from + 1 && tokens.kind[from] === TokenKind.number && tokens.surface[at] === '.';
}

/** '"Is it fair?" Mr Hunt asked.': a question or cry inside quotes, then who says it. */
function isSpeechTag(tokens: Tokens, stop: number, at: number, next: number): boolean {
  if (stop === at || tokens.surface[stop] === '.' || next >= tokens.count || next !== at + 1) return false;
  for (let i = next; i < Math.min(next + 6, tokens.count); i++) {
    if (SPEECH.has(tokens.lower[i]!)) return i > next && tokens.lower[i - 1] !== 'to';
    if (tokens.kind[i] === TokenKind.punctuation && tokens.surface[i] !== '.') return false;
  }
  return false;
}

const SPEECH = new Set(
  'asked asks said says wondered demanded shouted cried replied wrote inquired enquired'.split(' '),
);
