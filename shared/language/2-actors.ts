import type { Codebook } from '../codebook/codebook.ts';
import type { SentencePass } from './1-sentences.ts';
import { byBodyNoun } from './2-actors/body-nouns.ts';
import { looksRight } from './2-actors/capitals.ts';
import { byDescriptor } from './2-actors/descriptors.ts';
import { actorForms, type Form } from './2-actors/forms.ts';
import { byName } from './2-actors/names.ts';
import { byOfficeNoun } from './2-actors/office-nouns.ts';
import { byOffice } from './2-actors/offices.ts';
import { bySuccession } from './2-actors/succession.ts';
import { beginWalk, formsAt, note, type Walk } from './2-actors/walk.ts';
import type { Mention, MentionKind } from './tags.ts';
import type { Tokens } from './tokens.ts';

export { antecedent, mayStandFor } from './2-actors/antecedent.ts';

/** A mention with the tokens it covers, `to` exclusive, and the number of its actor in the codebook. */
export interface FoundMention {
  from: number;
  to: number;
  actor: number;
  kind: MentionKind;
  rule: string;
  confidence: number;
}

/** Finds every explicit mention of the codebook's actors, in one walk over the tokens. `date`: the article's day, YYYY-MM-DD. */
export function findMentions(
  tokens: Tokens,
  pass: SentencePass,
  codebook: Codebook,
  date: string,
  title: Tokens,
): FoundMention[] {
  const walk = beginWalk({ tokens, pass, forms: actorForms(codebook), date }, title);
  for (let at = 0; at < tokens.count; ) {
    const found = byPhrase(walk, at) ?? bySuccession(walk, at);
    if (found) note(walk, found);
    at = found ? Math.max(found.to, at + 1) : at + 1;
  }
  return walk.mentions;
}

/** By the longest phrase of the codebook that begins at token `at` and denotes anybody there. */
function byPhrase(walk: Walk, at: number): FoundMention | null {
  const matches = formsAt(walk, at);
  for (let i = matches.length - 1; i >= 0; i--) {
    const { length, values } = matches[i]!;
    const forms = values.filter((form) => looksRight(walk, form, at, length));
    const found = forms.length > 0 ? denotation(walk, at, length, forms) : null;
    if (found) return found;
  }
  return null;
}

/** Whom a phrase of `length` tokens denotes, by the first of the ways that its forms allow. */
function denotation(walk: Walk, at: number, length: number, forms: Form[]): FoundMention | null {
  return (
    byName(walk, at, length, forms) ?? // 1. "the BMA", "Jeremy Hunt", then "Mr Hunt"
    byOffice(walk, at, length, forms) ?? // 2. "the Health Secretary": its holder on the day
    byDescriptor(walk, at, length, forms) ?? // 3. "the doctors' union", "his company"
    byOfficeNoun(walk, at, length, forms) ?? // 4. "its chair", "the BMA's chief negotiator"
    byBodyNoun(walk, at, length, forms) // 5. "the association", once its name has been said
  );
}

/** The mentions as tags. */
export function mentionTags(found: FoundMention[], tokens: Tokens, pass: SentencePass, codebook: Codebook): Mention[] {
  return found.map((m) => ({
    start: tokens.start[m.from]!,
    end: tokens.end[m.to - 1]!,
    actor: codebook.actors[m.actor]!.id,
    sentence: pass.sentenceOfToken[m.from]!,
    kind: m.kind,
    rule: m.rule,
    confidence: m.confidence,
  }));
}
