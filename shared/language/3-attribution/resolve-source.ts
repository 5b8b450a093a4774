import { antecedent, mayStandFor } from '../2-actors.ts';
import type { FoundAttribution } from '../3-attribution.ts';
import type { Context } from '../context.ts';
import { mentionsOf } from '../mentions-of.ts';
import type { RawAttribution } from './extract.ts';
import { isSaidOfSubject, isSaidToSubject } from './passive.ts';

const HE_OR_SHE = new Set(['he', 'she', 'i']);
const IT_OR_THEY = new Set(['it', 'they', 'we']);
const SPOKESMEN = new Set(
  'spokesman spokeswoman spokesperson spokespeople source sources statement letter official officials aide aides'.split(
    ' ',
  ),
);
const OTHERS = new Set('one some others another many critics somebody someone nobody people who'.split(' '));

/** The codebook actor that says it, or -1: by a mention in the source, by a pronoun, or by the thread of the quotes. */
export function resolveSource(
  context: Context,
  attribution: RawAttribution,
  before: readonly FoundAttribution[],
): number {
  const { cue, sourceFrom, sourceTo } = attribution;
  if (sourceFrom < cue && isSaidToSubject(context, cue)) return -1;
  if (sourceFrom < 0) return sourceless(context, attribution);
  const mentioned = mentionIn(context, sourceFrom, sourceTo);
  if (mentioned >= 0) return mentioned;
  const word = context.tokens.lower[sourceFrom]!;
  const short = sourceTo - sourceFrom <= 2;
  if (short && (word === 'we' || word === 'i') && context.quotes.quoteOfToken[sourceFrom]! < 0)
    return speakerAt(sourceFrom, before);
  if (short && HE_OR_SHE.has(word)) return goingOn(context, antecedent(context, sourceFrom), attribution, before);
  if (short && IT_OR_THEY.has(word)) return antecedent(context, sourceFrom);
  if (word === 'who' || word === 'which' || word === 'that') return lastInSentence(context, sourceFrom);
  return spokesman(context, sourceFrom, sourceTo, before);
}

/**
 * Who speaks at a token by an attribution found before, as in a speaker's turn. -1 where the article's own text goes on: its
 * "we" and "I" are the outlet's or a columnist's, and in a letter or press release its writers', whom it may not name.
 */
function speakerAt(at: number, before: readonly FoundAttribution[]): number {
  return before.findLast(({ content }) => content.some(([from, to]) => from <= at && at < to))?.actor ?? -1;
}

/** Nobody fits nearby: a long interview goes on with the person who spoke last. */
function goingOn(
  context: Context,
  found: number,
  attribution: RawAttribution,
  before: readonly FoundAttribution[],
): number {
  if (found >= 0) return found;
  const last = before.at(-1);
  const fits =
    last && last.actor >= 0 && mayStandFor(context.tokens.lower[attribution.sourceFrom]!, last.actor, context.codebook);
  return fits && attribution.sentence - last.sentence <= 8 ? last.actor : -1;
}

/** The actor named at the head of the source: not one inside "a member of the BMA" or "the BMA's lawyer". */
function mentionIn(context: Context, from: number, to: number): number {
  const { tokens, pass } = context;
  let found = -1;
  for (const mention of mentionsOf(context, pass.sentenceOfToken[from]!)) {
    if (mention.to <= from || mention.from >= to) continue;
    const before = mention.from > from ? tokens.lower[mention.from - 1]! : '';
    if (
      (before === 'of' || before === 'for' || before === 'from' || before === 'by') &&
      found < 0 &&
      !hasSpokesman(tokens.lower, from, mention.from)
    )
      continue;
    const after = tokens.lower[mention.to];
    if (after === "'s" && mention.to + 1 < to && !hasSpokesman(tokens.lower, mention.to, to)) continue;
    if (found < 0 || tokens.lower[mention.from - 1] === ',') found = mention.actor;
  }
  return found;
}

function hasSpokesman(words: readonly string[], from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (SPOKESMEN.has(words[at]!)) return true;
  return false;
}

/** More than are found in four sentences, and few, so that a long text costs no more than its length. */
const MOST_NEAR = 16;

const isBody = ({ codebook }: Context, actor: number) => codebook.actors[actor]?.kind === 'organisation';

/** "A spokesman", "the letter": of the organisation last spoken of; "the spokesman" of whom it last spoke for. */
function spokesman(context: Context, from: number, to: number, before: readonly FoundAttribution[]): number {
  const { lower } = context.tokens;
  if (!hasSpokesman(lower, from, to)) return -1;
  const sentence = context.pass.sentenceOfToken[from]!;
  const near = before.slice(-MOST_NEAR).filter((other) => sentence - other.sentence <= 3);
  const spoke = near.findLast(
    ({ actor, sourceFrom, sourceTo }) =>
      isBody(context, actor) && sourceFrom >= 0 && hasSpokesman(lower, sourceFrom, sourceTo),
  );
  if (spoke && lower[from] === 'the') return spoke.actor;
  for (let back = 0; back <= 2; back++) {
    const bodies = mentionsOf(context, sentence - back).filter((m) => m.from < from && isBody(context, m.actor));
    if (bodies.length > 0) return bodies.at(-1)!.actor;
  }
  const last = near.at(-1);
  return last && isBody(context, last.actor) ? last.actor : -1;
}

function lastInSentence(context: Context, at: number): number {
  const last = mentionsOf(context, context.pass.sentenceOfToken[at]!)
    .filter((m) => m.to <= at)
    .at(-1);
  return last?.actor ?? -1;
}

/** No source named: the first whom the sentence names before the cue, unless it is said of them. */
function sourceless(context: Context, { cue, sentence }: RawAttribution): number {
  const { tokens, pass } = context;
  if (OTHERS.has(tokens.lower[pass.first[sentence]!]!) || isSaidOfSubject(context, cue)) return -1;
  return mentionsOf(context, sentence).find((mention) => mention.to <= cue)?.actor ?? -1;
}
