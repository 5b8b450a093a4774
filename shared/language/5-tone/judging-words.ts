import { KINDS } from '../4-statements/issue-kinds.ts';
import { kindSides } from '../4-statements/kind-sides.ts';
import { STANCE_CLASSES, stanceLexicon } from '../4-statements/stance-words.ts';
import { matchesAt } from '../phrase-trie.ts';

const CONFIDENCE = KINDS.indexOf('confidence');

/**
 * What the longest phrase at token `at` does, by the lexicons of the statement pass: supports, opposes, demands and so
 * on, and whether it praises or blames a person ("to her credit", "out of his depth"). `stems` are the sentence's.
 */
export function judgedAt(stems: readonly string[], at: number): string[] {
  const stances = matchesAt(stanceLexicon(), stems, at).at(-1)?.values ?? [];
  const sides = matchesAt(kindSides(), stems, at).at(-1)?.values ?? [];
  return [
    ...stances.map((stance) => STANCE_CLASSES[stance]!),
    ...sides.filter(({ kind }) => kind === CONFIDENCE).map(({ side }) => (side === 'for' ? 'praise' : 'blame')),
  ];
}
