import type { FoundMention } from '../2-actors.ts';
import { PERSONAL } from './noun-phrases.ts';
import { neighbourInOffice } from './tenure.ts';
import type { Walk } from './walk.ts';

/** How many mentions back the one may be whose successor is spoken of. */
const REACH = 6;

/** "her successor", "his predecessor": the next or last holder of an office of the person spoken of. */
export function bySuccession({ tokens, mentions, forms }: Walk, at: number): FoundMention | null {
  const word = tokens.lower[at]!;
  if ((word !== 'successor' && word !== 'predecessor') || !PERSONAL.has(tokens.lower[at - 1] ?? '')) return null;
  for (let i = mentions.length - 1; i >= Math.max(0, mentions.length - REACH); i--) {
    const actor = neighbourInOffice(forms.actors, mentions[i]!.actor, word);
    if (actor >= 0)
      return { from: at - 1, to: at + 1, actor, kind: 'descriptor', rule: `actor.${word}`, confidence: 0.75 };
  }
  return null;
}
