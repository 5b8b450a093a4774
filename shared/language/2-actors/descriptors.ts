import type { FoundMention } from '../2-actors.ts';
import { TokenKind } from '../tokens.ts';
import type { Form } from './forms.ts';
import { continuesAsName } from './longer-names.ts';
import {
  coveredByMention,
  isDeterminer,
  isOther,
  isPossessive,
  isRestricted,
  keepPossessor,
  PERSONAL,
  phraseStart,
} from './noun-phrases.ts';
import { spokenOfLast } from './salience.ts';
import { formsAt, startsSentence, type Walk } from './walk.ts';

/** Words behind "of" or "for" that take up the noun before. */
const NO_TITLE = new Set(['which', 'whom', 'whose']);

/** "the doctors' union", "his company": a description that the codebook gives, in a noun phrase that means something certain. */
export function byDescriptor(walk: Walk, at: number, length: number, all: Form[]): FoundMention | null {
  const forms = all.filter((form) => form.kind === 'descriptor');
  if (forms.length === 0 || isOther(walk, at)) return null;
  const { lower, capital } = walk.tokens;
  const to = at + length;
  const from = phraseStart(walk, at);
  if (from < 0 || continuesAsName(walk, to) || coveredByMention(walk, from, at)) return null;
  const actors = forms.map((form) => form.actor);
  const actor = spokenOfLast(walk, actors);
  // "Hunt said his secretary": not himself.
  if (PERSONAL.has(lower[from]!) && inThisSentence(walk, actor, at)) return null;
  if (length === 1 && capital[at] === 0 && isRestricted(walk, from, at)) return null;
  if (length === 1 && goesOnAsTitle(walk, from, at)) return null;
  if (capital[at] === 1 && capital[at - 1] === 1 && from < at - 1) return null;
  // One word for several actors needs one of them spoken of.
  if (length === 1 && forms.length > 1 && walk.last[actor]! < 0) return null;
  return {
    from: keepPossessor(walk, from, at),
    to,
    actor,
    kind: 'descriptor',
    rule: 'actor.descriptor',
    confidence: forms.length === 1 ? 0.9 : 0.75,
  };
}

function inThisSentence({ last, pass }: Walk, actor: number, at: number): boolean {
  return last[actor]! >= 0 && pass.sentenceOfToken[last[actor]!] === pass.sentenceOfToken[at];
}

/** "the Minister for Care", "The minister for care said": not the minister; not so "blamed the minister for the delay". */
function goesOnAsTitle(walk: Walk, from: number, at: number): boolean {
  const { lower, capital, kind } = walk.tokens;
  const next = at + 2;
  if ((lower[at + 1] !== 'for' && lower[at + 1] !== 'of') || kind[next] !== TokenKind.word) return false;
  if (NO_TITLE.has(lower[next]!) || isPossessive(lower[next])) return false;
  const isName = walk.capitalsTell && capital[at] === 1 && capital[next] === 1;
  const namesActor = formsAt(walk, isDeterminer(lower[next]) ? next + 1 : next).length > 0;
  return (isName || startsSentence(walk, from)) && !namesActor;
}
