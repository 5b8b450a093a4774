import type { FoundMention } from '../2-actors.ts';
import type { Form } from './forms.ts';
import { continuesAsName } from './longer-names.ts';
import { isOther, isPossessive, isRestricted, keepPossessor, phraseStart } from './noun-phrases.ts';
import { spokenOfLast } from './salience.ts';
import type { Walk } from './walk.ts';

/** Sentences for which the bare noun still means the body last spoken of. */
const REACH = 8;

/** "the association", "his committee": the last word of an organisation's name, once that has been named. */
export function byBodyNoun(walk: Walk, at: number, length: number, all: Form[]): FoundMention | null {
  const forms = all.filter((form) => form.kind === 'noun' && walk.last[form.actor]! >= 0);
  if (forms.length === 0 || isOther(walk, at) || continuesAsName(walk, at + length)) return null;
  const part = ofWhole(walk, at, forms);
  const from = part ? part.from : bareFrom(walk, at);
  if (from < 0) return null;
  const actors = part ? part.actors : forms.map((form) => form.actor);
  const actor = spokenOfLast(walk, [...new Set(actors)]);
  if (sentencesSince(walk, actor, at) >= REACH) return null;
  return { from, to: at + length, actor, kind: 'descriptor', rule: 'actor.noun', confidence: 0.7 };
}

/** "BMA committee": those of the bodies that are part of the one named right before. */
function ofWhole({ mentions, forms: { whole } }: Walk, at: number, forms: Form[]) {
  const before = mentions.at(-1);
  if (before?.to !== at) return null;
  const actors = forms.map((form) => form.actor).filter((actor) => whole[actor] === before.actor);
  return actors.length > 0 ? { from: before.from, actors } : null;
}

/** Where the noun's phrase begins when a determiner alone stands before it, or a possessive with an epithet; -1 if not. */
function bareFrom(walk: Walk, at: number): number {
  const { lower, capital } = walk.tokens;
  const from = phraseStart(walk, at);
  if (from < 0 || isRestricted(walk, from, at)) return -1;
  if (from < at - 1 && (from < at - 2 || !isPossessive(lower[from]))) return -1;
  if (capital[at] === 1 && capital[at - 1] === 1 && lower[at - 1] !== 'the') return -1;
  return keepPossessor(walk, from, at);
}

function sentencesSince({ last, pass }: Walk, actor: number, at: number): number {
  return pass.sentenceOfToken[at]! - pass.sentenceOfToken[last[actor]!]!;
}
