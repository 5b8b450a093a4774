import type { FoundMention } from '../2-actors.ts';
import type { Form } from './forms.ts';
import { nameGoesOn, partOfLongerName } from './longer-names.ts';
import { titledFrom } from './titles.ts';
import { isListed, type Walk } from './walk.ts';

/** "Dame Olga", "Anna": a first name with the title the codebook gives it, or after its bearer has been spoken of. */
export function byFirstName(walk: Walk, at: number, to: number, forms: Form[]): FoundMention | null {
  const { introduced, last, tokens } = walk;
  const from = titledFrom(walk, at);
  const title = from < at ? tokens.lower[from]! : '';
  const titled = `${title} ${tokens.lower[at]}`;
  const bearers = forms
    .filter((form) => form.kind === 'first' && (!title || walk.forms.titles[form.actor]!.has(title)))
    .map((form) => form.actor);
  const actor =
    bearers.find((bearer) => last[bearer]! >= 0) ??
    bearers.find((bearer) => introduced[bearer] || isListed(walk, bearer, titled));
  if (actor === undefined || nameGoesOn(walk, to) || partOfLongerName(walk, at, to)) return null;
  if (isListed(walk, actor, titled)) return { from, to, actor, kind: 'alias', rule: 'actor.alias', confidence: 0.98 };
  if (!introduced[actor] || (last[actor]! < 0 && !title) || !walk.capitalsTell) return null;
  return { from, to, actor, kind: 'alias', rule: 'actor.first-name', confidence: 0.8 };
}
