import type { FoundMention } from '../2-actors.ts';
import type { Context } from '../context.ts';
import { mentionsOf } from '../mentions-of.ts';
import { Pos } from '../part-of-speech.ts';

/** What may stand before a sentence's subject, and in the subject. */
const OPENING = new Set([Pos.PUNCT, Pos.CCONJ, Pos.ADV]);
const IN_PHRASE = new Set([Pos.DET, Pos.PRON, Pos.ADJ, Pos.NUM, Pos.PROPN, Pos.NOUN, Pos.PART]);
/** Words that begin another clause before the subject's own. */
const SUBORDINATORS = new Set('when while as if because since once until whenever where'.split(' '));
const PLURALS = new Set('people men women children staff police'.split(' '));
const SINGULARS = new Set('news politics economics mathematics physics athletics'.split(' '));

/**
 * Token of a plural noun outside the codebook that a sentence begins with as its subject ("Passengers said"), looked for
 * before token `before`; -1 if there is none. A later "they" is theirs.
 */
export function pluralStranger(context: Context, sentence: number, before: number): number {
  if (sentence < 0) return -1;
  const head = subjectNoun(context, context.pass.first[sentence]!, Math.min(context.pass.first[sentence + 1]!, before));
  if (head < 0 || !isPlural(context.tokens.lower[head]!) || context.quotes.quoteOfToken[head]! >= 0) return -1;
  const mentions = mentionsOf(context, sentence);
  const known = mentions.some(({ from, to }) => from <= head && head < to) || speakFor(context, head, mentions);
  return known ? -1 : head;
}

/** The noun of the phrase that the tokens begin with, -1 if it has none. */
function subjectNoun({ pos, tokens }: Context, from: number, to: number): number {
  let first = from;
  while (first < to && OPENING.has(pos[first]!) && !SUBORDINATORS.has(tokens.lower[first]!)) first++;
  let next = first;
  while (next < to && IN_PHRASE.has(pos[next]!)) next++;
  const head = next - 1;
  // The tagger takes a word with the sentence's capital for a name.
  const isNoun = pos[head] === Pos.NOUN || (head === first && pos[head] === Pos.PROPN);
  return head >= first && isNoun ? head : -1;
}

function isPlural(noun: string): boolean {
  return PLURALS.has(noun) || (/[^isu]s$/.test(noun) && !SINGULARS.has(noun));
}

/** "Managers at the company": what they say is the company's. */
function speakFor({ tokens, pos }: Context, head: number, mentions: readonly FoundMention[]): boolean {
  if (tokens.lower[head + 1] !== 'at') return false;
  const body = pos[head + 2] === Pos.DET ? head + 3 : head + 2;
  return mentions.some(({ from, to }) => from <= body && body < to);
}
