import { TokenKind } from '../tokens.ts';
import { TITLES } from './titles.ts';
import { adjacent, type Walk } from './walk.ts';

/** Words with a capital that may stand before a name without being part of it. */
const NAME_BREAKERS = new Set(
  `the a an in on at by for and but or as if when while after before since so yet with from to of that who whom he she they
  it his her their its mr minister secretary chief executive chair chairman chairwoman leader president director chancellor
  premier mayor spokesman spokeswoman mp labour tory conservative lib dem democrat liberal union doctor senator governor
  even only not no yes what why how where now then today yesterday monday tuesday wednesday thursday friday saturday sunday
  is was has had says said asked does did can could will would should may might must enter poor dear boss negotiator`.split(
    /\s+/,
  ),
);
/** Words with a capital that may stand behind a name without being part of it. */
const FOLLOWING_BREAKERS = new Set(
  `and or has is was will would could should said says told i the in on at to monday tuesday
  wednesday thursday friday saturday sunday mp yesterday today last did does had may must might can`.split(/\s+/),
);

/** "Alexander Street", "Cameron Price", "R. Stevens", "Sam Teague": the tokens from `at` are a person's name only in part. */
export function partOfLongerName(walk: Walk, at: number, to: number): boolean {
  if (namesSomebodyElse(walk, at)) return true;
  const { capital, lower, surface, kind, count } = walk.tokens;
  if (to >= count || !adjacent(walk, to)) return false;
  if (kind[to] === TokenKind.punctuation) return surface[to] === '-' || surface[to] === '&';
  if (!walk.capitalsTell || !capital[to]) return false;
  return !FOLLOWING_BREAKERS.has(lower[to]!) && surface[to] !== 'I' && !surface[to]!.startsWith("'");
}

/** "Sam Marlow", "R. Marlow": the surname at token `at` has another first name or initial before it. */
export function namesSomebodyElse(walk: Walk, at: number): boolean {
  const { tokens, pass, mentions } = walk;
  const { capital, lower, surface } = tokens;
  const before = at - 1;
  if (before < 0 || !walk.capitalsTell) return false;
  if (surface[before] === '.' && before > 0 && surface[before - 1]!.length === 1 && surface[before - 1] !== 'I')
    return capital[before - 1] === 1;
  if (pass.sentenceOfToken[before] !== pass.sentenceOfToken[at] || TITLES.has(lower[before]!)) return false;
  return (
    capital[before] === 1 &&
    adjacent(walk, at) &&
    !NAME_BREAKERS.has(lower[before]!) &&
    mentions.at(-1)?.to !== at &&
    surface[before] !== "I'm"
  );
}

/** A word with a capital that goes on with the name before token `to`. */
export function nameGoesOn(walk: Walk, to: number): boolean {
  const { capital, lower } = walk.tokens;
  return capital[to] === 1 && adjacent(walk, to) && !FOLLOWING_BREAKERS.has(lower[to]!);
}

/** "the Union Jack", "the Forum Hotel": a description that is part of a longer name. */
export function continuesAsName(walk: Walk, to: number): boolean {
  return walk.capitalsTell && walk.tokens.capital[to - 1] === 1 && nameGoesOn(walk, to);
}
