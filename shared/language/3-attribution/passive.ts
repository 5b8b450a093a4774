import { Pos } from '../part-of-speech.ts';
import type { TextView } from '../text-view.ts';

/** Forms of "be", which a passive is made with. */
export const BE = new Set("is are was were be been being isn't aren't wasn't weren't".split(' '));
/** "Was asked": what is said is said to the subject. */
const TO_THE_SUBJECT = new Set(
  'asked told warned informed advised reminded instructed ordered urged invited pressed required shown accused'.split(
    ' ',
  ),
);
/** "Is expected": it is said of the subject. */
const OF_THE_SUBJECT = new Set('expected understood said reported believed thought assumed alleged called'.split(' '));

const isPassive = ({ tokens, pos }: TextView, cue: number): boolean => {
  let before = cue - 1;
  while (before >= 0 && (pos[before] === Pos.ADV || tokens.lower[before] === 'not')) before--;
  return BE.has(tokens.lower[before] ?? '');
};

/** Whether a cue tells that something is said to its subject. */
export const isSaidToSubject = (view: TextView, cue: number): boolean =>
  TO_THE_SUBJECT.has(view.tokens.lower[cue]!) && isPassive(view, cue);

/** Whether a cue tells that something is said of its subject, by whom it doesn't say. */
export const isSaidOfSubject = (view: TextView, cue: number): boolean =>
  OF_THE_SUBJECT.has(view.tokens.lower[cue]!) && isPassive(view, cue);
