import type { Codebook, Issue } from '../../codebook/codebook.ts';
import { addWords, emptyTrie, type PhraseTrie, phraseWords } from '../phrase-trie.ts';
import { roomier } from '../roomier.ts';
import { stem } from '../stem.ts';
import { levelsAt, levelUnit, vocabulary, wordIndex } from '../vectors.ts';
import { WordMarks } from '../word-marks.ts';
import { KINDS, kindOfIssue } from './issue-kinds.ts';
import { Products } from './products.ts';

/** What a codebook phrase says when it is found: its issue, and whether it names it or takes a side on it. */
export interface PhraseHit {
  issue: number;
  side: 'term' | 'for' | 'against';
  words: number;
}

/** What the statement pass needs of a codebook's issues, made once. */
export interface IssueIndex {
  issues: Issue[];
  /** Number of each issue's kind in `KINDS`. */
  kind: Uint8Array;
  /** The kinds that its issues are of. */
  kindsAsked: number[];
  phrases: PhraseTrie<PhraseHit>;
  /** Share of each issue in a stem: a word of one issue's phrases alone tells most. */
  stems: Map<string, Float32Array>;
  stemMarks: WordMarks;
  nearness: Nearness;
}

const STOP = new Set(
  `the a an of to in on for and or by with without be is are was were has have that this it its their his her at as from not
  no should new than which who any all more into out up over off there what will would can could`.split(/\s+/),
);
const indexes = new WeakMap<Codebook, IssueIndex>();

/** The index of a codebook's issues; made once for each codebook. */
export function issueIndex(codebook: Codebook): IssueIndex {
  const known = indexes.get(codebook);
  if (known) return known;
  const made = makeIndex(codebook.issues);
  indexes.set(codebook, made);
  return made;
}

/** The stems of a phrase, as they are looked for in a text. */
export const stemsOf = (phrase: string) => phraseWords(phrase).map(stem);

function makeIndex(issues: Issue[]): IssueIndex {
  const phrases = emptyTrie<PhraseHit>();
  for (const [issue, { terms, for: pro, against }] of issues.entries()) {
    const add = (list: string[], side: PhraseHit['side']) => {
      for (const phrase of list) {
        const words = stemsOf(phrase);
        addWords(phrases, words, { issue, side, words: words.length });
        const bare = words.filter((word) => !ARTICLES.has(word));
        if (bare.length < words.length && bare.length > 0) addWords(phrases, bare, { issue, side, words: bare.length });
      }
    };
    add(terms, 'term');
    add(pro, 'for');
    add(against, 'against');
  }
  const stems = stemShares(issues);
  const kind = Uint8Array.from(issues, (issue) => KINDS.indexOf(kindOfIssue(issue)));
  return {
    ...{ issues, kind },
    kindsAsked: [...new Set(kind)],
    phrases,
    stems,
    stemMarks: new WordMarks(stems.keys()),
    nearness: new Nearness(issues.map(profileOf)),
  };
}

const ARTICLES = new Set(['the', 'a', 'an']);

const contentWords = (phrases: string[]) =>
  phrases
    .flatMap(phraseWords)
    .flatMap((word) => (word.includes('-') ? [word, ...word.split('-')] : [word]))
    .filter((word) => word.length > 2 && !STOP.has(word));

/** How much each stem belongs to each issue: terms count most, then the proposition, then phrases of a side. */
function stemShares(issues: Issue[]): Map<string, Float32Array> {
  const shares = new Map<string, Float32Array>();
  for (const [i, issue] of issues.entries()) {
    const add = (phrases: string[], weight: number) => {
      for (const word of new Set(contentWords(phrases).map(stem))) {
        const row = shares.get(word) ?? new Float32Array(issues.length);
        row[i] = Math.max(row[i]!, weight);
        shares.set(word, row);
      }
    };
    add([...issue.for, ...issue.against], 0.5);
    add([issue.proposition], 0.7);
    add(issue.terms, 1);
  }
  for (const row of shares.values()) {
    const sum = row.reduce((a, b) => a + b, 0);
    for (let i = 0; i < row.length; i++) row[i]! /= Math.max(1, sum);
  }
  return shares;
}

/** The shares of a stem, if any issue has one; `hash`: that of the stem (`hashOf`). */
export const sharesOf = ({ stems, stemMarks }: IssueIndex, stem: string, hash: number): Float32Array | undefined =>
  stemMarks.mayHave(hash) ? stems.get(stem) : undefined;

/** Numbers of the words that speak of an issue, for it, and against it. */
interface Profile {
  topic: number[];
  pro: number[];
  con: number[];
}

function profileOf(issue: Issue): Profile {
  const words = (phrases: string[]) =>
    [...new Set(contentWords(phrases).map(wordIndex))].filter((index) => index > 100);
  return { topic: words([...issue.terms, issue.proposition]), pro: words(issue.for), con: words(issue.against) };
}

/** How near words are to each issue, to what speaks for it, and against it: one row of numbers a word, made when it is asked for. */
export class Nearness {
  /** Where in a row the nearness to the issues begins (squared), and by how much more a word is near to their one side than to the other. */
  readonly topic = 1;
  readonly pro: number;
  readonly con: number;
  /** Rows; the first number of each is how much the word tells, the rarer the more. */
  rows = new Float32Array(0);
  private readonly width: number;
  /** Number of issues. */
  private readonly issues: number;
  /** Products with the vectors of all profiles. */
  private readonly products: Products;
  /** What makes a product with each of them one with its unit vector. */
  private readonly scales: Float64Array;
  /** Where the vectors of each list begin, and after the last where they end. For each issue: topic, pro and con. */
  private readonly lists: number[] = [0];
  /** Where each word's row begins, plus one; 0 for those not yet made. There are no more words than have vectors. */
  private starts = new Int32Array(0);
  private made = 0;

  constructor(profiles: readonly Profile[]) {
    this.issues = profiles.length;
    const lists = profiles.flatMap(({ topic, pro, con }) => [topic, pro, con]);
    for (const list of lists) this.lists.push(this.lists.at(-1)! + list.length);
    const vectors = lists.flat().map(levelsAt);
    this.products = new Products(vectors);
    this.scales = Float64Array.from(vectors, (vector) => levelUnit() / (Math.hypot(...vector) || 1));
    this.pro = this.topic + profiles.length;
    this.con = this.pro + profiles.length;
    this.width = this.con + profiles.length;
  }

  /** Where the row of a word (by its number) begins. */
  startOf(word: number): number {
    const known = this.starts[word];
    return known ? known - 1 : this.measure(word);
  }

  private measure(word: number): number {
    if (this.starts.length === 0) this.starts = new Int32Array(vocabulary());
    const start = this.made++ * this.width;
    if (start + this.width > this.rows.length) this.rows = roomier(this.rows, this.width);
    const { rows } = this;
    this.products.multiply(levelsAt(word));
    rows[start] = Math.log(1 + word) / Math.log(vocabulary());
    for (let i = 0; i < this.issues; i++) {
      const lead = this.nearest(3 * i + 1) - this.nearest(3 * i + 2);
      rows[start + this.topic + i] = this.nearest(3 * i) ** 2;
      rows[start + this.pro + i] = Math.max(0, lead);
      rows[start + this.con + i] = Math.max(0, -lead);
    }
    this.starts[word] = start + 1;
    return start;
  }

  /** The highest product with the unit vectors of a list, 0 at least. */
  private nearest(list: number): number {
    const { products, scales, lists } = this;
    let best = 0;
    for (let v = lists[list]!; v < lists[list + 1]!; v++) best = Math.max(best, products.values[v]! * scales[v]!);
    return best;
  }
}
