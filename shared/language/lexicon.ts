import { readBytes } from './model/read-model.ts';
import { WordMarks } from './word-marks.ts';

/** The lexicons that hold for every dispute; what they say of a phrase is a number, whose meaning is their own. */
export const LEXICONS = ['stance', 'topic', 'side'] as const;
export type LexiconName = (typeof LEXICONS)[number];

/** What one lexicon says of the longest of its phrases that begins at a token. */
export interface LexiconHit {
  /** Tokens. */
  length: number;
  values: readonly number[];
}

/** By number of the lexicon; null where it has no phrase. */
export type LexiconHits = readonly (LexiconHit | null)[];

interface Node {
  next: Map<string, Node>;
  hits: (LexiconHit | null)[];
}

interface Phrases {
  /** By first word the rest of the phrases, as the file has them until a text has that word. */
  byFirst: Map<string, string | Node>;
  firsts: WordMarks;
}

let phrases: Phrases | null = null;

const nothing = () => LEXICONS.map(() => null);

function load(): Phrases {
  const byFirst = new Map<string, string>();
  for (const line of Buffer.from(readBytes('lexicons.txt')).toString().split('\n')) {
    const end = line.indexOf('\t');
    if (end > 0) byFirst.set(line.slice(0, end), line.slice(end + 1));
  }
  phrases = { byFirst, firsts: new WordMarks(byFirst.keys()) };
  return phrases;
}

/** Whether a phrase may begin with a stem of this hash (`hashOf`). */
export const mayHaveMeaning = (hash: number): boolean => (phrases ?? load()).firsts.mayHave(hash);

/**
 * What each lexicon says of its longest phrase at token `at`. `stems` are a sentence's (`stem`); null where no lexicon has
 * any. All lexicons are one tree of words, of which a branch is made when a text first has its word.
 */
export function meaningsAt(stems: readonly string[], at: number): LexiconHits | null {
  const { byFirst } = phrases ?? load();
  const first = stems[at]!;
  let branch = byFirst.get(first);
  if (branch === undefined) return null;
  if (typeof branch === 'string') {
    branch = readBranch(branch);
    byFirst.set(first, branch);
  }
  return longest(branch, stems, at);
}

function longest(branch: Node, stems: readonly string[], at: number): LexiconHits | null {
  let found: (LexiconHit | null)[] | null = null;
  let owned = false;
  let node: Node | undefined = branch;
  for (let next = at + 1; node; next++) {
    const { hits } = node;
    if (hits.length > 0) {
      if (!found) found = hits;
      else {
        if (!owned) found = [...found];
        owned = true;
        for (let lexicon = 0; lexicon < hits.length; lexicon++) found[lexicon] = hits[lexicon] ?? found[lexicon]!;
      }
    }
    node = node.next.size > 0 && next < stems.length ? node.next.get(stems[next]!) : undefined;
  }
  return found;
}

/** A branch as it stands in the file: phrases by "|", each its further words, "=" and values of "lexicon.value" by commas. */
function readBranch(text: string): Node {
  const root: Node = { next: new Map(), hits: [] };
  for (const phrase of text.split('|')) {
    const [words = '', values = ''] = phrase.split('=');
    let node = root;
    let length = 1;
    for (const word of words === '' ? [] : words.split(' ')) {
      let child = node.next.get(word);
      if (!child) {
        child = { next: new Map(), hits: [] };
        node.next.set(word, child);
      }
      node = child;
      length++;
    }
    node.hits = nothing();
    for (const value of values.split(',')) {
      const [lexicon, number] = value.split('.').map(Number) as [number, number];
      const hit = node.hits[lexicon];
      if (hit) (hit.values as number[]).push(number);
      else node.hits[lexicon] = { length, values: [number] };
    }
  }
  return root;
}

/** A phrase of one of the lexicons, in stems, with what the lexicon says of it. */
export interface LexiconEntry {
  lexicon: LexiconName;
  stems: readonly string[];
  value: number;
}

/** The text of the file that `meaningsAt` reads: a line for each first word, in order. @throws RangeError for a phrase without words or with a mark of the file's own */
export function lexiconFile(entries: readonly LexiconEntry[]): string {
  const branches = new Map<string, Map<string, string[]>>();
  for (const { lexicon, stems, value } of entries) {
    const [first, ...others] = stems;
    if (!first || stems.some((word) => /[\s|=]/.test(word)))
      throw new RangeError(`a phrase of the lexicon ${lexicon} can't be stored: "${stems.join(' ')}"`);
    const branch = branches.get(first) ?? new Map<string, string[]>();
    branches.set(first, branch);
    const rest = others.join(' ');
    const values = branch.get(rest) ?? [];
    values.push(`${LEXICONS.indexOf(lexicon)}.${value}`);
    branch.set(rest, values);
  }
  const lines = [...branches].map(
    ([first, branch]) => `${first}\t${[...branch].map(([rest, values]) => `${rest}=${values.join(',')}`).join('|')}\n`,
  );
  return lines.sort().join('');
}
