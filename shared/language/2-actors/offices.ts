import type { FoundMention } from '../2-actors.ts';
import { TokenKind } from '../tokens.ts';
import type { Form } from './forms.ts';
import { continuesAsName } from './longer-names.ts';
import { FORMER, isDeterminer, NOT_THE_HOLDER, withDeterminer } from './noun-phrases.ts';
import { heldOn, lastEnded } from './tenure.ts';
import { formsAt, type Walk } from './walk.ts';

const INDEFINITE = new Set('a an no any every another'.split(' '));
/** "Health Secretary's questions": an occasion. */
const OCCASIONS = new Set('questions office'.split(' '));

/** "the Health Secretary": whoever held the office on the article's day. */
export function byOffice(walk: Walk, at: number, length: number, all: Form[]): FoundMention | null {
  const forms = all.filter((form) => form.kind === 'office');
  if (forms.length === 0) return null;
  const { lower } = walk.tokens;
  const before = lower[at - 1] ?? '';
  const to = at + length;
  if (NOT_THE_HOLDER.has(before)) return null;
  if (lower[to] === "'s" && OCCASIONS.has(lower[to + 1] ?? '')) return null;
  if (FORMER.has(before) || (before === '-' && lower[at - 2] === 'ex')) return formerHolder(walk, at, to, forms);
  if (isIndefinite(walk, at, to)) return null;
  const holder = forms.find((form) => heldOn(form, walk.date));
  if (!holder) return null;
  const head = headEnd(walk, at, to);
  if (head < to && followsOwnName(walk, at, holder.actor)) return null;
  const from = withDeterminer(walk, at);
  return { from, to: head, actor: holder.actor, kind: 'office', rule: 'actor.office', confidence: 0.95 };
}

/** "the former Health Secretary": the last holder before the day, unless another name follows. */
function formerHolder(walk: Walk, at: number, to: number, forms: Form[]): FoundMention | null {
  const past = lastEnded(forms, walk.date);
  if (!past || introducesOther(walk, to, past.actor)) return null;
  return { from: at - 1, to, actor: past.actor, kind: 'office', rule: 'actor.former-office', confidence: 0.7 };
}

function introducesOther(walk: Walk, to: number, actor: number): boolean {
  const next = walk.tokens.surface[to] === ',' ? to + 1 : to;
  if (walk.tokens.capital[next] !== 1) return false;
  return !formsAt(walk, next).some((match) => match.values.some((form) => form.actor === actor));
}

/** "a former Conservative health minister", "no health secretary", "the Health Secretary of the day", "was Health Secretary". */
function isIndefinite(walk: Walk, at: number, to: number): boolean {
  const { lower, kind } = walk.tokens;
  for (let from = at - 1; from >= Math.max(0, at - 3) && kind[from] === TokenKind.word; from--) {
    if (INDEFINITE.has(lower[from]!) || (FORMER.has(lower[from]!) && from < at - 1)) return true;
    if (isDeterminer(lower[from])) break;
  }
  if (lower[at - 1] === 'was' || lower[at - 1] === 'were') return true;
  return (lower[to] === 'of' && lower[to + 1] === 'the' && lower[to + 2] === 'day') || continuesAsName(walk, to);
}

/** "chair of the BMA council" names two: the chair, and the organisation that the walk finds next. */
function headEnd(walk: Walk, at: number, to: number): number {
  const { lower } = walk.tokens;
  for (let of = at + 1; of < to; of++) {
    if (lower[of] !== 'of' && lower[of] !== 'for') continue;
    for (let next = of + 1; next < to; next++) if (namesBody(walk, next, to)) return of;
  }
  return to;
}

function namesBody(walk: Walk, at: number, to: number): boolean {
  return formsAt(walk, at).some(
    (match) =>
      at + match.length <= to &&
      match.values.some(
        ({ actor, kind }) =>
          (kind === 'full' || kind === 'alias' || kind === 'descriptor') && walk.forms.actors[actor]!.kind !== 'person',
      ),
  );
}

/** "Danny Mortimer, chief executive of NHS Employers": the office only says who he is. */
export function followsOwnName({ tokens, mentions }: Walk, at: number, actor: number): boolean {
  const previous = mentions.at(-1);
  if (!previous || previous.actor !== actor) return false;
  const from = isDeterminer(tokens.lower[at - 1]) ? at - 1 : at;
  return (previous.to === from - 1 && tokens.surface[from - 1] === ',') || previous.to === from - 2;
}
