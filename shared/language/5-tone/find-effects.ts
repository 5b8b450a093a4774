import { addWords, emptyTrie, matchesAt, type PhraseTrie, phraseWords } from '../phrase-trie.ts';
import { remember } from '../remember.ts';
import { EFFECT_WORDS, type Effect, IRREGULAR_VERBS } from './effect-words.ts';
import type { TargetWindow } from './target-window.ts';

/** Their names by number. */
export const EFFECTS = Object.keys(EFFECT_WORDS) as Effect[];

/** A phrase of the lexicon found in a sentence: tokens `from` up to `to`. */
export interface FoundEffect {
  /** Number in `EFFECTS`. */
  effect: number;
  from: number;
  to: number;
  /** Who stands before a passive is its object. */
  isPassive: boolean;
}

/** In phrases and in texts alike they are passed over. */
const PASSED_OVER = new Set(['a', 'an', 'the', 'his', 'her', 'their', 'its', 'my', 'our', 'your']);
const AUXILIARIES = new Set([
  'is',
  'are',
  'was',
  'were',
  'been',
  'being',
  'be',
  'am',
  'get',
  'got',
  'gets',
  'getting',
  "'s",
  "'re",
]);
/** Words, besides those in -ly, that may stand between an auxiliary and a participle. */
const ADVERBS = new Set([
  'not',
  "n't",
  'never',
  'also',
  'once',
  'again',
  'often',
  'even',
  'still',
  'now',
  'just',
  'well',
  'so',
]);
const participleReach = 4;
const participle = /(?:ed|en|wn|ung|ught|old|eld|orn|ost|aid|ound|it|ut|ot)$/;
/** Effects of nouns and adjectives, which keep endings that a verb would lose. */
const NOMINAL: Effect[] = ['vice', 'virtue', 'bad', 'good'];

interface Lexicon {
  phrases: PhraseTrie<number>;
  /** Base forms of irregular verbs. */
  irregular: Map<string, string>;
  /** Words that keep their endings. */
  whole: Set<string>;
}

let lexicon: Lexicon | null = null;

function effectLexicon(): Lexicon {
  if (lexicon) return lexicon;
  const irregular = new Map<string, string>();
  for (const forms of IRREGULAR_VERBS.split('|')) {
    const [base, ...others] = forms.trim().split(' ') as [string, ...string[]];
    for (const other of others) irregular.set(other, base);
  }
  const phrasesOf = (effect: Effect) => EFFECT_WORDS[effect].split('|').map((phrase) => phrase.trim());
  const whole = new Set(NOMINAL.flatMap(phrasesOf).filter((phrase) => /^[a-z-]+(?:ed|ing|e)$/.test(phrase)));
  const phrases = emptyTrie<number>();
  lexicon = { phrases, irregular, whole };
  for (const [number, effect] of EFFECTS.entries()) {
    const kept = phrasesOf(effect).map((phrase) => phraseWords(phrase).map(baseOf).join(' '));
    for (const phrase of new Set(kept)) addWords(phrases, phrase.split(' '), number);
  }
  return lexicon;
}

const knownBases = new Map<string, string>();
const MOST_KEPT = 50_000;

/** A word without the endings of number, tense and participle; derivations stay apart, which stems would join. */
const baseOf = (word: string): string =>
  knownBases.get(word) ?? remember(knownBases, word, withoutEndings(word), MOST_KEPT);

function withoutEndings(word: string): string {
  const { irregular, whole } = effectLexicon();
  const known = irregular.get(word);
  if (known) return known;
  if (word.length < 4 || whole.has(word)) return word;
  const singular = word.replace(/ies$/, 'y').replace(/(ch|sh|ss|x|z)es$|(?<![su'])s$/, '$1');
  if (whole.has(singular)) return singular;
  const ended = singular.replace(/ied$/, 'y').replace(/(?<=[aeiouy].*)(?:ed|ing)$/, '');
  if (ended.length < singular.length && /^[^aeiou][aeiou][^aeiouwxy]$/.test(ended)) return `${ended}e`;
  return ended.replace(/([bdgmnprt])\1$/, '$1').replace(/(?<=.{4})e$/, '');
}

/** What the phrases of a sentence say of those who stand around them; the longest phrase at each place, from left to right. */
export function findEffects({ length, words, lower }: TargetWindow): FoundEffect[] {
  const { phrases } = effectLexicon();
  const kept: number[] = [];
  for (let token = 0; token < length; token++) if (!PASSED_OVER.has(lower[token]!)) kept.push(token);
  const bases = kept.map((token) => (words[token]! < -1 ? '' : baseOf(lower[token]!)));
  const found: FoundEffect[] = [];
  for (let at = 0; at < kept.length; at++) {
    const match = matchesAt(phrases, bases, at).at(-1);
    if (!match) continue;
    const from = kept[at]!;
    at += match.length - 1;
    const to = kept[at]! + 1;
    const isPassive = standsInPassive(lower, from, to);
    for (const effect of match.values) found.push({ effect, from, to, isPassive });
  }
  return found;
}

function standsInPassive(lower: readonly string[], from: number, to: number): boolean {
  if (!participle.test(lower[from]!)) return false;
  if (lower[to] === 'by' || lower[from + 1] === 'by') return true;
  for (let token = from - 1; token >= Math.max(0, from - participleReach); token--) {
    const word = lower[token]!;
    if (AUXILIARIES.has(word)) return true;
    if (!ADVERBS.has(word) && !word.endsWith('ly')) return false;
  }
  return false;
}
