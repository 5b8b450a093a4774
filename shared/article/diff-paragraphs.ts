import { diffArrays, diffWordsWithSpace } from 'diff';

/** A stretch of words of an edited paragraph. */
export interface WordChange {
  kind: 'kept' | 'added' | 'removed';
  text: string;
}

/** What happened to one paragraph. `at` is its place in the new text; of a removed one, the place before which it stood. */
export type ParagraphChange =
  | { kind: 'added'; at: number; text: string }
  | { kind: 'removed'; at: number; text: string }
  | { kind: 'edited'; at: number; from: string; to: string; words: WordChange[] };

/** Share of the longer paragraph that must be kept for an edit; below it, one went and another came. */
const editedFrom = 0.4;
/** More changes than any edit makes; the search for the fewest grows with their square. */
const maximumChanges = 2_000;
/** Paragraphs longer than this are compared as wholes. */
const longestCompared = 20_000;

/**
 * What changed between two versions of an article's paragraphs, in the order of the new one; unchanged paragraphs are
 * left out. Fewest changes by Myers, "An O(ND) difference algorithm" (1986).
 */
export function diffParagraphs(before: readonly string[], after: readonly string[]): ParagraphChange[] {
  const parts = diffArrays([...before], [...after], { maxEditLength: maximumChanges }) ?? [
    { value: [...before], removed: true, added: false },
    { value: [...after], removed: false, added: true },
  ];
  const changes: ParagraphChange[] = [];
  let at = 0;
  let removed: string[] = [];
  for (const { value, ...part } of parts) {
    if (part.removed) {
      removed.push(...value);
      continue;
    }
    changes.push(...pairUp(removed, part.added ? value : [], at));
    removed = [];
    at += value.length;
  }
  return [...changes, ...pairUp(removed, [], at)];
}

/** Of paragraphs that went and others that came in one place, those alike are one edited paragraph. */
function pairUp(removed: readonly string[], added: readonly string[], start: number): ParagraphChange[] {
  const changes: ParagraphChange[] = [];
  let next = 0;
  added.forEach((to, index) => {
    const words = removed.slice(next).map((from) => compareWords(from, to));
    const match = words.findIndex((change) => change !== null);
    if (match === -1) {
      changes.push({ kind: 'added', at: start + index, text: to });
      return;
    }
    for (const text of removed.slice(next, next + match)) changes.push({ kind: 'removed', at: start + index, text });
    changes.push({ kind: 'edited', at: start + index, from: removed[next + match]!, to, words: words[match]! });
    next += match + 1;
  });
  for (const text of removed.slice(next)) changes.push({ kind: 'removed', at: start + added.length, text });
  return changes;
}

/** The words of an edit; null where the paragraphs have too little in common to be one. */
function compareWords(from: string, to: string): WordChange[] | null {
  const longer = Math.max(from.length, to.length);
  if (Math.min(from.length, to.length) < longer * editedFrom || longer > longestCompared) return null;
  const parts = diffWordsWithSpace(from, to, { maxEditLength: maximumChanges });
  if (parts === undefined) return null;
  const kept = parts.reduce((sum, part) => sum + (part.added || part.removed ? 0 : part.value.length), 0);
  if (kept < longer * editedFrom) return null;
  return parts.map(({ value, added, removed }) => ({
    kind: added ? 'added' : removed ? 'removed' : 'kept',
    text: value,
  }));
}
