import { KINDS } from '../4-statements/issue-kinds.ts';
import { sideOfNumber } from '../4-statements/kind-sides.ts';
import { STANCE_CLASSES } from '../4-statements/stance-words.ts';
import { lexicons } from '../lexicon.ts';

const CONFIDENCE = KINDS.indexOf('confidence');

/**
 * What the longest phrase at token `at` does, by the lexicons of the statement pass: supports, opposes, demands and so
 * on, and whether it praises or blames a person ("to her credit", "out of his depth"). `stems` are the sentence's.
 */
export function judgedAt(stems: readonly string[], at: number): string[] {
  const meanings = lexicons.at(stems, at);
  if (!meanings) return [];
  const [stances, , sides] = meanings;
  return [
    ...(stances?.values ?? []).map((stance) => STANCE_CLASSES[stance]!),
    ...(sides?.values ?? [])
      .map(sideOfNumber)
      .filter(({ kind }) => kind === CONFIDENCE)
      .map(({ side }) => (side === 'for' ? 'praise' : 'blame')),
  ];
}
