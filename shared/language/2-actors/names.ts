import type { FoundMention } from '../2-actors.ts';
import { TokenKind } from '../tokens.ts';
import { byFirstName } from './first-name.ts';
import type { Form } from './forms.ts';
import { partOfLongerName } from './longer-names.ts';
import { bySurname } from './surname.ts';
import { titledFrom } from './titles.ts';
import { adjacent, startsSentence, type Walk } from './walk.ts';

/** Words after which "drivers" are all of them; after others ("relief drivers") they are some. */
const BEFORE_NOUNS = new Set(
  `the his her its their our my your these those fellow all both many most some of and or but for to from with by that
  if when as than on in at where while because striking`.split(/\s+/),
);

/** A name: whole as the codebook has it, or a person's surname or first name. */
export function byName(walk: Walk, at: number, length: number, forms: Form[]): FoundMention | null {
  const to = at + length;
  const wholes = forms.filter((form) => form.kind === 'full' || form.kind === 'alias');
  if (wholes.length > 0) {
    // A codebook may list "the binmen" and "binmen": after a modifier the one is none, but the other is.
    const whole = wholes.find((form) => !form.definite || isUnmodified(walk, at));
    return whole ? byWholeName(walk, at, to, whole) : null;
  }
  if (forms.some((form) => form.kind === 'surname')) return bySurname(walk, at, to, forms);
  return byFirstName(walk, at, to, forms);
}

/** "Dr Anna Marlow", "FCU", "the crews": a full name or an alias, word for word. */
function byWholeName(walk: Walk, at: number, to: number, form: Form): FoundMention | null {
  const actor = walk.forms.actors[form.actor]!;
  if (actor.kind === 'person' && to - at === 1 && partOfLongerName(walk, at, to)) return null;
  if (actor.kind === 'organisation' && form.acronym && partOfOtherBody(walk, at, to)) return null;
  const kind = form.kind === 'full' ? 'name' : 'alias';
  return { from: titledFrom(walk, at), to, actor: form.actor, kind, rule: `actor.${kind}`, confidence: 0.98 };
}

/** "the pilots", "pilots said"; not "relief pilots". */
function isUnmodified(walk: Walk, at: number): boolean {
  const { lower, kind } = walk.tokens;
  const before = at > 0 && adjacent(walk, at) && !startsSentence(walk, at) ? lower[at - 1]! : 'the';
  return BEFORE_NOUNS.has(before) || kind[at - 1] === TokenKind.punctuation;
}

/** An acronym between two hyphens. */
function partOfOtherBody({ tokens }: Walk, at: number, to: number): boolean {
  return tokens.surface[to] === '-' && at > 0 && tokens.surface[at - 1] === '-';
}
