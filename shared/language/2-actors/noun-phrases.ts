import { TokenKind } from '../tokens.ts';
import { adjacent, type Walk } from './walk.ts';

const DETERMINERS = new Set("the his her its their our my your whose this that 's '".split(' '));
const POSSESSIVES = new Set("his her its their our my own 's '".split(' '));
/** Possessives of one person. */
export const PERSONAL = new Set(['his', 'her']);
/** Words before an office for who held it earlier. */
export const FORMER = new Set('former ex previous late erstwhile one-time'.split(' '));
/** Words before an office for who doesn't hold it. */
export const NOT_THE_HOLDER = new Set(
  'then shadow deputy assistant acting welsh scottish junior shadow vice would-be next'.split(' '),
);
const OTHERS = new Set('another other rival different any every each some most many other sister'.split(' '));
/** Words before a noun that leave it what it is. */
const EPITHETS = new Set(
  `own same whole entire very said main parent giant powerful mighty militant defiant angry furious embattled beleaguered
  troubled struggling ailing cash-strapped much-criticised hard-pressed`.split(/\s+/),
);
const NOT_ADJECTIVES = new Set(
  'and but for with from into that which who was were has have are when while because'.split(' '),
);

/** Whether a word begins a noun phrase that means something certain. */
export const isDeterminer = (word: string | undefined) => DETERMINERS.has(word ?? '');
/** Whether a word says whose something is. */
export const isPossessive = (word: string | undefined) => POSSESSIVES.has(word ?? '');
const isGenitive = (word: string | undefined) => word === "'s" || word === "'";

/** Start of the noun phrase: the determiner, at most two adjectives before the noun at token `at`; -1 where there is none. */
export function phraseStart(walk: Walk, at: number): number {
  const { lower, kind } = walk.tokens;
  for (let from = at - 1; from >= Math.max(0, at - 3); from--) {
    const word = lower[from]!;
    if (isGenitive(word)) return ownsPhrase(walk, from, at) ? from : -1;
    if (DETERMINERS.has(word)) return from;
    if (kind[from] !== TokenKind.word || !adjacent(walk, from + 1)) return -1;
    if (word.length < 3 || NOT_ADJECTIVES.has(word)) return -1;
  }
  return -1;
}

/** The "'s" of a mention, or one right before the noun; "'" alone may be a quotation mark. */
function ownsPhrase({ tokens, mentions }: Walk, genitive: number, at: number): boolean {
  return mentions.at(-1)?.to === genitive || (genitive === at - 1 && tokens.lower[genitive] === "'s");
}

/** Where the mention begins whose phrase begins at `from`: a possessor ("the BMA's union") is another mention, which stays. */
export function keepPossessor({ tokens }: Walk, from: number, at: number): number {
  return isGenitive(tokens.lower[from]) ? at : from;
}

/** Whether another mention stands inside the phrase from `from`, before the noun at token `at`. */
export function coveredByMention({ tokens, mentions }: Walk, from: number, at: number): boolean {
  const lastTo = mentions.at(-1)?.to ?? 0;
  return lastTo > from + 1 && lastTo <= at && !isGenitive(tokens.lower[from]);
}

/** Where a mention begins with a determiner right before its token `at`. */
export function withDeterminer({ tokens }: Walk, at: number): number {
  const word = tokens.lower[at - 1];
  return isDeterminer(word) && tokens.kind[at - 1] === TokenKind.word && word !== "'s" ? at - 1 : at;
}

/** "the then chair", "a previous union", "another committee": not the one of today, or not the one spoken of. */
export function isOther({ tokens }: Walk, at: number): boolean {
  const before = tokens.lower[at - 1] ?? '';
  return NOT_THE_HOLDER.has(before) || FORMER.has(before) || OTHERS.has(before);
}

/** "the injured party", "the health committee": a word in the phrase from `from` makes of the noun at token `at` another thing. */
export function isRestricted({ tokens }: Walk, from: number, at: number): boolean {
  for (let word = from + 1; word < at; word++) if (!EPITHETS.has(tokens.lower[word]!)) return true;
  return false;
}
