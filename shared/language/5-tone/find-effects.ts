import { remember } from '../remember.ts';
import { baseForm } from './base-form.ts';
import { effectPhrases, PHRASES, WHOLE } from './effects.ts';
import type { TargetWindow } from './target-window.ts';

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
const knownBases = new Map<string, string>();
const MOST_KEPT = 50_000;

const baseOf = (word: string): string =>
  knownBases.get(word) ?? remember(knownBases, word, baseForm(word, isWhole), MOST_KEPT);

const isWhole = (word: string) => effectPhrases.at([word], 0)?.[WHOLE] != null;

/** What the phrases of a sentence say of those who stand around them; the longest phrase at each place, from left to right. */
export function findEffects({ length, words, lower }: TargetWindow): FoundEffect[] {
  const kept: number[] = [];
  for (let token = 0; token < length; token++) if (!PASSED_OVER.has(lower[token]!)) kept.push(token);
  const bases = kept.map((token) => (words[token]! < -1 ? '' : baseOf(lower[token]!)));
  const found: FoundEffect[] = [];
  for (let at = 0; at < kept.length; at++) {
    const match = effectPhrases.at(bases, at)?.[PHRASES];
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
