import type { FoundMention } from '../2-actors.ts';
import type { Form } from './forms.ts';
import { continuesAsName } from './longer-names.ts';
import { isOther, isPossessive, keepPossessor, phraseStart } from './noun-phrases.ts';
import { spokenOfLast } from './salience.ts';
import type { Walk } from './walk.ts';

/** Sentences for which the bare noun still means the body last spoken of. */
const REACH = 8;

/** "the association", "his committee": the last word of an organisation's name, once that has been named. */
export function byBodyNoun(walk: Walk, at: number, length: number, all: Form[]): FoundMention | null {
  const forms = all.filter((form) => form.kind === 'noun' && walk.last[form.actor]! >= 0);
  if (forms.length === 0 || isOther(walk, at)) return null;
  const { lower, capital } = walk.tokens;
  const from = phraseStart(walk, at);
  if (from < 0 || from < at - 2 || continuesAsName(walk, at + length)) return null;
  if (from === at - 2 && !isPossessive(lower[from])) return null;
  if (capital[at] === 1 && capital[at - 1] === 1 && lower[at - 1] !== 'the') return null;
  const actor = spokenOfLast(walk, [...new Set(forms.map((form) => form.actor))]);
  if (sentencesSince(walk, actor, at) >= REACH) return null;
  return {
    from: keepPossessor(walk, from, at),
    to: at + length,
    actor,
    kind: 'descriptor',
    rule: 'actor.noun',
    confidence: 0.7,
  };
}

function sentencesSince({ last, pass }: Walk, actor: number, at: number): number {
  return pass.sentenceOfToken[at]! - pass.sentenceOfToken[last[actor]!]!;
}
