import type { FoundMention } from '../2-actors.ts';
import type { Form } from './forms.ts';
import { isOther, keepPossessor, phraseStart, withDeterminer } from './noun-phrases.ts';
import { followsOwnName } from './offices.ts';
import { spokenOfLast } from './salience.ts';
import { heldOn } from './tenure.ts';
import { formsAt, type Walk } from './walk.ts';

/** Sentences back to the body that "its" may stand for. */
const ITS_REACH = 2;
const OF_A_BODY = new Set(['its', 'their', 'whose']);

/** "its chairman", "the BMA's council chair", "NHS England chief executive", "the managing director": the bare noun of an office. */
export function byOfficeNoun(walk: Walk, at: number, length: number, all: Form[]): FoundMention | null {
  const forms = all.filter((form) => form.kind === 'head' && heldOn(form, walk.date));
  if (forms.length === 0 || isOther(walk, at) || isAnew(walk, at)) return null;
  const { lower } = walk.tokens;
  const to = at + length;
  const owner = ownerBefore(walk, at);
  if (owner) return ofOwner(walk, owner, to, forms);
  if (lower[to] === 'of' || lower[to] === 'for') return null;
  const named = forms.find((form) => nameFollows(walk, to, form.actor));
  if (named) {
    const from = withDeterminer(walk, at);
    return { from, to, actor: named.actor, kind: 'office', rule: 'actor.head-name', confidence: 0.9 };
  }
  const from = phraseStart(walk, at);
  if (from < 0 || from < at - 2) return null;
  return OF_A_BODY.has(lower[from]!) ? ofLastBody(walk, from, at, to, forms) : ofAnybody(walk, from, at, to, forms);
}

/** "a new chair". */
function isAnew({ tokens }: Walk, at: number): boolean {
  return tokens.lower[at - 1] === 'new' && tokens.lower[at - 2] === 'a';
}

/** The mention of a body or group right before an office: "NHS England", "the BMA's". */
function ownerBefore({ tokens, mentions, forms }: Walk, at: number): FoundMention | null {
  const previous = mentions.at(-1);
  if (!previous) return null;
  const mark = tokens.lower[at - 1]!;
  const owns = previous.to === at || (previous.to === at - 1 && (mark === "'s" || mark === "'"));
  return owns && forms.actors[previous.actor]!.kind !== 'person' ? previous : null;
}

function ofOwner(walk: Walk, owner: FoundMention, to: number, forms: Form[]): FoundMention | null {
  const held = forms.find((form) => isOf(walk, form, owner.actor));
  if (!held || ownerFollowsName(walk, owner, held.actor)) return null;
  return { from: owner.from, to, actor: held.actor, kind: 'office', rule: 'actor.head-of', confidence: 0.9 };
}

/** "Anna Marlow, the union's chair": the office only says who she is. */
function ownerFollowsName({ tokens, mentions }: Walk, owner: FoundMention, actor: number): boolean {
  const before = mentions.at(-2);
  return before?.actor === actor && owner.from - before.to <= 2 && tokens.surface[before.to] === ',';
}

function ofLastBody(walk: Walk, from: number, at: number, to: number, forms: Form[]): FoundMention | null {
  const body = lastOrganisation(walk, at);
  const held = body < 0 ? undefined : forms.find((form) => isOf(walk, form, body));
  if (!held || followsOwnName(walk, at, held.actor)) return null;
  return { from, to, actor: held.actor, kind: 'office', rule: 'actor.its-head', confidence: 0.85 };
}

function ofAnybody(walk: Walk, from: number, at: number, to: number, forms: Form[]): FoundMention | null {
  const known = [...new Set(forms.map((form) => form.actor))].filter(
    (actor) => walk.last[actor]! >= 0 || isOfTheDispute(walk, actor),
  );
  if (known.length === 0) return null;
  const confidence = known.length === 1 ? 0.85 : 0.7;
  return {
    from: keepPossessor(walk, from, at),
    to,
    actor: spokenOfLast(walk, known),
    kind: 'office',
    rule: 'actor.head',
    confidence,
  };
}

/** An office of no codebook body ("the mayor", "the minister") is the dispute's own; one of a body needs the body named. */
function isOfTheDispute({ forms, last }: Walk, actor: number): boolean {
  const whole = forms.whole[actor]!;
  return whole < 0 || last[whole]! >= 0;
}

/** Whether an office is one of a body: its holder is part of it, or the office's title names it. */
function isOf({ forms }: Walk, form: Form, body: number): boolean {
  if (forms.whole[form.actor] === body) return true;
  const { name, aliases } = forms.actors[body]!;
  return [name, ...aliases].some((known) => form.office.includes(known.toLowerCase()));
}

function lastOrganisation({ mentions, pass, forms }: Walk, at: number): number {
  for (let i = mentions.length - 1; i >= 0; i--) {
    const { from, actor } = mentions[i]!;
    if (pass.sentenceOfToken[at]! - pass.sentenceOfToken[from]! > ITS_REACH) return -1;
    if (forms.actors[actor]!.kind === 'organisation') return actor;
  }
  return -1;
}

/** "chair Anna Marlow", "chair, Dr Anna Marlow": an actor's name of several words begins within three tokens. */
function nameFollows(walk: Walk, to: number, actor: number): boolean {
  for (let at = to; at < to + 3 && at < walk.tokens.count; at++)
    for (const { length, values } of formsAt(walk, at))
      if (length > 1 && walk.tokens.capital[at] && values.some((form) => form.actor === actor && form.kind === 'full'))
        return true;
  return false;
}
