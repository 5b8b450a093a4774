import type { FoundMention } from '../2-actors.ts';
import type { Form } from './forms.ts';
import { namesSomebodyElse, partOfLongerName } from './longer-names.ts';
import { titleContradicts, titledFrom } from './titles.ts';
import { formsAt, isListed, type Walk } from './walk.ts';

/** Titles that say what somebody is: one that the codebook doesn't give is somebody else's. */
const RANKS = new Set(
  'lord lady baroness sir dame major colonel col judge justice captain capt superintendent inspector sergeant'.split(
    ' ',
  ),
);
const INDEFINITE = new Set(['a', 'one', 'another']);
/** Words after which a surname is one that somebody happens to bear ("a baker called Hunter"). */
const CALLED = new Set('called named the a'.split(' '));

/** "Marlow", "Ms Marlow": a surname once its bearer has been introduced, or with what the codebook says of it. */
export function bySurname(walk: Walk, at: number, to: number, forms: Form[]): FoundMention | null {
  const { lower } = walk.tokens;
  const word = lower[at]!;
  const from = titledFrom(walk, at);
  const title = from < at ? lower[from]! : '';
  if (partOfLongerName(walk, at, to)) {
    // From here on the surname is that other person's.
    if (!title && namesSomebodyElse(walk, at)) walk.bearers.set(word, -1);
    return null;
  }
  const actor = bearerOf(walk, word, forms);
  if (actor < 0) return null;
  if (title ? !fitsTitle(walk, actor, title, from) : !mayStandAlone(walk, at)) return null;
  if (ownsName(walk, to)) return null;
  const introduced = walk.introduced[actor] === 1;
  if (!introduced && !isListed(walk, actor, word) && !hasTitle(walk, actor, title)) return null;
  const rule = title ? 'actor.title-surname' : 'actor.surname';
  return { from, to, actor, kind: 'alias', rule, confidence: introduced ? 0.95 : 0.8 };
}

/** The last person of that surname the text spoke of, or -1 for somebody else; several actors may share one. */
function bearerOf({ bearers, introduced }: Walk, word: string, forms: Form[]): number {
  const known = bearers.get(word);
  if (known !== undefined) return known;
  const surnames = forms.filter((form) => form.kind === 'surname');
  return (surnames.find((form) => introduced[form.actor]) ?? surnames[0]!).actor;
}

function fitsTitle(walk: Walk, actor: number, title: string, from: number): boolean {
  if (titleContradicts(title, walk.forms.titles[actor]!)) return false;
  if (INDEFINITE.has(walk.tokens.lower[from - 1] ?? '')) return false;
  return !RANKS.has(title) || hasTitle(walk, actor, title);
}

function mayStandAlone({ tokens, capitalsTell }: Walk, at: number): boolean {
  return capitalsTell && !(at > 0 && CALLED.has(tokens.lower[at - 1]!));
}

/** "Bailey's Café" doesn't speak of him, "Hunt's Department of Health" does. */
function ownsName(walk: Walk, to: number): boolean {
  const { lower, capital } = walk.tokens;
  return lower[to] === "'s" && capital[to + 1] === 1 && formsAt(walk, to + 1).length === 0;
}

/** Whether the codebook gives an actor that title. */
const hasTitle = ({ forms }: Walk, actor: number, title: string) => forms.titles[actor]!.has(title);
