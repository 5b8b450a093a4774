import { readBytes } from './model/read-model.ts';
import { WordMarks } from './word-marks.ts';

/** What one lexicon says of the longest of its phrases that begins at a token. */
export interface LexiconHit {
  /** Tokens. */
  length: number;
  values: readonly number[];
}

/** By number of the lexicon; null where it has no phrase. */
export type LexiconHits = readonly (LexiconHit | null)[];

type PhraseFile = 'lexicons.txt' | 'effects.txt';

interface Branch {
  next: Map<string, Branch>;
  /** Empty where no phrase ends. */
  hits: (LexiconHit | null)[];
}

/**
 * The phrases of some lexicons as one tree of words, from a file in which all words are as they are looked for. A branch is
 * made when a text first has its word: at a start nothing is made of most.
 */
export class StoredPhrases {
  private readonly file: PhraseFile;
  private readonly lexicons: number;
  /** By first word the rest of the phrases: text until it is asked for. */
  private byFirst: Map<string, string | Branch> | null = null;
  private firsts = new WordMarks();

  /** @param lexicons number of lexicons in the file */
  constructor(file: PhraseFile, lexicons: number) {
    this.file = file;
    this.lexicons = lexicons;
  }

  /** Whether a phrase may begin with a word of this hash (`hashOf`). */
  mayBegin(hash: number): boolean {
    if (!this.byFirst) this.load();
    return this.firsts.mayHave(hash);
  }

  /** What each lexicon says of its longest phrase at token `at`; null where none has any. */
  at(words: readonly string[], at: number): LexiconHits | null {
    const byFirst = this.byFirst ?? this.load();
    const first = words[at]!;
    let branch = byFirst.get(first);
    if (branch === undefined) return null;
    if (typeof branch === 'string') {
      branch = this.readBranch(branch);
      byFirst.set(first, branch);
    }
    return longest(branch, words, at);
  }

  private load(): Map<string, string | Branch> {
    const byFirst = new Map<string, string | Branch>();
    for (const line of Buffer.from(readBytes(this.file)).toString().split('\n')) {
      const end = line.indexOf('\t');
      if (end > 0) byFirst.set(line.slice(0, end), line.slice(end + 1));
    }
    this.byFirst = byFirst;
    this.firsts = new WordMarks(byFirst.keys());
    return byFirst;
  }

  /** Phrases by "|", each its further words, "=" and values of "lexicon.value" by commas. */
  private readBranch(text: string): Branch {
    const root: Branch = { next: new Map(), hits: [] };
    for (const phrase of text.split('|')) {
      const [words = '', values = ''] = phrase.split('=');
      let branch = root;
      let length = 1;
      for (const word of words === '' ? [] : words.split(' ')) {
        let next = branch.next.get(word);
        if (!next) {
          next = { next: new Map(), hits: [] };
          branch.next.set(word, next);
        }
        branch = next;
        length++;
      }
      branch.hits = new Array<null>(this.lexicons).fill(null);
      for (const value of values.split(',')) {
        const [lexicon, number] = value.split('.').map(Number) as [number, number];
        const hit = branch.hits[lexicon];
        if (hit) (hit.values as number[]).push(number);
        else branch.hits[lexicon] = { length, values: [number] };
      }
    }
    return root;
  }
}

function longest(first: Branch, words: readonly string[], at: number): LexiconHits | null {
  let found: LexiconHits | null = null;
  let branch: Branch | undefined = first;
  for (let next = at + 1; branch; next++) {
    const { hits } = branch;
    if (hits.length > 0) found = found ? found.map((shorter, lexicon) => hits[lexicon] ?? shorter) : hits;
    branch = branch.next.size > 0 && next < words.length ? branch.next.get(words[next]!) : undefined;
  }
  return found;
}

/** A phrase of a lexicon, its words as they are looked for, with what the lexicon says of it. */
export interface StoredPhrase {
  /** Number of the lexicon. */
  lexicon: number;
  words: readonly string[];
  value: number;
}

/** The text of a file of phrases: a line for each first word, in order. @throws RangeError for a phrase without words or with a mark of the file's own */
export function phraseFile(phrases: readonly StoredPhrase[]): string {
  const branches = new Map<string, Map<string, string[]>>();
  for (const { lexicon, words, value } of phrases) {
    const [first, ...others] = words;
    if (!first || words.some((word) => /[\s|=]/.test(word)))
      throw new RangeError(`a phrase of a lexicon can't be stored: "${words.join(' ')}"`);
    const branch = branches.get(first) ?? new Map<string, string[]>();
    branches.set(first, branch);
    const rest = others.join(' ');
    branch.set(rest, [...(branch.get(rest) ?? []), `${lexicon}.${value}`]);
  }
  const lines = [...branches].map(
    ([first, branch]) => `${first}\t${[...branch].map(([rest, values]) => `${rest}=${values.join(',')}`).join('|')}\n`,
  );
  return lines.sort().join('');
}
