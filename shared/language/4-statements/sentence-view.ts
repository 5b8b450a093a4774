import type { Context } from '../context.ts';
import { lexicons } from '../lexicon.ts';
import { POS, Pos } from '../part-of-speech.ts';
import { matchesAt, mayBegin } from '../phrase-trie.ts';
import { type IssueIndex, sharesOf } from './issue-index.ts';
import { sideOfNumber } from './kind-sides.ts';
import { StanceClass } from './stance-words.ts';
import { COMMONEST } from './vector-features.ts';

/** A phrase of the codebook in a sentence: token (from the sentence's first), length in tokens, issue, side. */
export interface NamedIssue {
  at: number;
  length: number;
  issue: number;
  side: 'term' | 'for' | 'against';
  words: number;
  negated: boolean;
}

/** What of a sentence holds for all holders and issues. */
export interface SentenceView {
  from: number;
  to: number;
  stems: string[];
  stemHash: Int32Array;
  /** 1 for words that tell something: no names of actors, no function words. */
  content: Uint8Array;
  /** Stance class hits: token (from the sentence's first), class, negated. */
  stance: { at: number; length: number; kind: number; negated: boolean }[];
  /** Phrases of the codebook. */
  phrases: NamedIssue[];
  /** Topic words of kinds: token, kind. */
  topics: { at: number; kind: number }[];
  /** What takes a side on a kind of question in any dispute. */
  sides: { at: number; kind: number; side: 'for' | 'against'; negated: boolean }[];
  question: boolean;
  /** 1 for the tokens of a person's mention. */
  persons: Uint8Array;
  /** Number of the clause of each token. */
  clause: Uint8Array;
}

/** 1 for the parts of speech of words that tell something. */
const TELLS = new Uint8Array(POS.length);
for (const tag of [Pos.NOUN, Pos.PROPN, Pos.VERB, Pos.ADJ, Pos.ADV, Pos.NUM]) TELLS[tag] = 1;

/** The phrases of the codebook in a sentence. */
export function namedIssues(
  { pass, classes }: Context,
  { phrases }: IssueIndex,
  sentence: number,
  isMention: Uint8Array,
): NamedIssue[] {
  const from = pass.first[sentence]!;
  const to = pass.first[sentence + 1]!;
  const named: NamedIssue[] = [];
  let stems: string[] | null = null;
  for (let token = from; token < to; token++) {
    if (isMention[token] || !mayBegin(phrases, classes.stemHash[token]!)) continue;
    stems ??= classes.stem.slice(from, to);
    for (const { length, values } of matchesAt(phrases, stems, token - from))
      for (const { issue, side, words } of values)
        named.push({ at: token - from, length, issue, side, words, negated: false });
  }
  return named;
}

/** Looks up all that the lexicons say of a sentence, once for all its holders and issues. */
export function viewSentence(
  context: Context,
  sentence: number,
  isMention: Uint8Array,
  phrases: NamedIssue[],
): SentenceView {
  const { tokens, pass, pos, classes } = context;
  const from = pass.first[sentence]!;
  const to = pass.first[sentence + 1]!;
  const stems = classes.stem.slice(from, to);
  const content = new Uint8Array(to - from);
  for (let at = from; at < to; at++)
    if (!isMention[at] && tokens.kind[at] !== 0 && TELLS[pos[at]!] === 1) content[at - from] = 1;
  const view: SentenceView = {
    from,
    to,
    stems,
    stemHash: classes.stemHash.subarray(from, to),
    content,
    stance: [],
    phrases,
    topics: [],
    sides: [],
    question: tokens.surface[to - 1] === '?',
    persons: personsOf(isMention, from, to),
    clause: clausesOf(context, from, to),
  };
  for (let at = 0; at < stems.length; at++) {
    if (!isMention[from + at] && lexicons.mayBegin(view.stemHash[at]!)) addMeanings(view, at);
  }
  markNegated(view);
  return view;
}

/** What the lexicons of every dispute say of the phrases that begin at a token. */
function addMeanings(view: SentenceView, at: number): void {
  const meanings = lexicons.at(view.stems, at);
  if (!meanings) return;
  const [stance, topic, side] = meanings;
  if (stance) for (const kind of stance.values) view.stance.push({ at, length: stance.length, kind, negated: false });
  if (topic) for (const kind of topic.values) view.topics.push({ at, kind });
  if (side) for (const number of side.values) view.sides.push({ at, ...sideOfNumber(number), negated: false });
}

function personsOf(isMention: Uint8Array, from: number, to: number): Uint8Array {
  const persons = new Uint8Array(to - from);
  for (let at = from; at < to; at++) if (isMention[at] === 2) persons[at - from] = 1;
  return persons;
}

const CLAUSE_MARKS = new Set([',', ';', ':', '(', ')', '–', '—', '―', '-']);
const CLAUSE_WORDS = new Set(
  'but and while when because which who that since although though whereas unless if until after before or so'.split(
    ' ',
  ),
);

/** Cuts a sentence into clauses: at marks, and at words that join clauses when three words at least stand before them. */
function clausesOf({ tokens, pos }: Context, from: number, to: number): Uint8Array {
  const clause = new Uint8Array(to - from);
  let number = 0;
  let length = 0;
  for (let at = from; at < to; at++) {
    const mark = tokens.kind[at] === 0 && CLAUSE_MARKS.has(tokens.surface[at]!);
    const joins = length >= 3 && CLAUSE_WORDS.has(tokens.lower[at]!) && joinsClause(tokens.lower, pos, at, to);
    if ((mark || joins) && length > 0 && number < 255) {
      number++;
      length = 0;
    }
    clause[at - from] = number;
    if (!mark) length++;
  }
  return clause;
}

/** "and" between two nouns joins no clauses: a verb must follow soon. */
function joinsClause(words: readonly string[], pos: Uint8Array, at: number, to: number): boolean {
  if (words[at] !== 'and' && words[at] !== 'or') return true;
  for (let next = at + 1; next < Math.min(to, at + 5); next++)
    if (pos[next] === Pos.VERB || pos[next] === Pos.AUX) return true;
  return false;
}

let weights = new Float32Array(0);

/** How much each token of a sentence speaks of each issue: tokens by issues. Holds until the next sentence is weighed. */
export function weighTokens(context: Context, index: IssueIndex, view: SentenceView): Float32Array {
  const n = index.issues.length;
  const { nearness } = index;
  const length = view.content.length * n;
  if (weights.length < length) weights = new Float32Array(2 * length);
  const weight = weights.fill(0, 0, length);
  for (const hit of view.phrases)
    for (let at = hit.at; at < hit.at + hit.length; at++) weight[at * n + hit.issue]! += hit.side === 'term' ? 2 : 1.5;
  for (const { at, kind } of view.topics)
    for (let i = 0; i < n; i++) if (index.kind[i] === kind) weight[at * n + i]! += 0.7;
  for (let at = 0; at < view.content.length; at++) {
    if (!view.content[at]) continue;
    const shares = sharesOf(index, view.stems[at]!, view.stemHash[at]!);
    if (shares) for (let i = 0; i < n; i++) weight[at * n + i]! += shares[i]!;
    const word = context.classes.index[view.from + at]!;
    if (word < COMMONEST) continue;
    const start = nearness.startOf(word) + nearness.topic;
    const { rows } = nearness;
    for (let i = 0; i < n; i++) weight[at * n + i]! += 0.7 * rows[start + i]!;
  }
  return weight;
}

// For each clause of a scope: how much it speaks of each issue, and its length. Clauses have numbers of a byte.
let spoken = new Float64Array(0);
const lengths = new Int32Array(256);

/**
 * For each issue, the clause of a scope that speaks most of it (with the one before it where it is short); often the same.
 * Writes to `localWeight` how much it speaks of each.
 */
export function localScopes(
  { clause }: SentenceView,
  weight: Float32Array,
  scope: Uint8Array,
  localWeight: Float64Array,
): Uint8Array[] {
  const issues = localWeight.length;
  const clauses = (clause[clause.length - 1] ?? 0) + 1;
  if (spoken.length < clauses * issues) spoken = new Float64Array(2 * clauses * issues);
  const sums = spoken;
  sums.fill(0, 0, clauses * issues);
  lengths.fill(0, 0, clauses);
  for (let at = 0; at < scope.length; at++) {
    if (!scope[at]) continue;
    const from = clause[at]! * issues;
    for (let i = 0; i < issues; i++) sums[from + i]! += weight[at * issues + i]!;
    lengths[clause[at]!]!++;
  }
  const ofClauses: Uint8Array[] = [];
  const found: Uint8Array[] = [];
  for (let i = 0; i < issues; i++) {
    let best = -1;
    for (let each = 0; each < clauses; each++)
      if (lengths[each]! > 0 && (best < 0 || sums[each * issues + i]! > sums[best * issues + i]!)) best = each;
    if (best < 0) found.push(scope);
    else {
      const first = lengths[best]! < 5 && best > 0 ? best - 1 : best;
      const local = ofClauses[best] ?? within(clause, scope, first, best);
      ofClauses[best] = local;
      found.push(local);
      localWeight[i] = sums[best * issues + i]! + (first < best ? sums[first * issues + i]! : 0);
    }
  }
  return found;
}

/** The part of a scope in clauses `first` to `last`. */
function within(clause: Uint8Array, scope: Uint8Array, first: number, last: number): Uint8Array {
  const part = new Uint8Array(scope.length);
  for (let at = 0; at < scope.length; at++) if (scope[at] && clause[at]! >= first && clause[at]! <= last) part[at] = 1;
  return part;
}

/** What stands within four words after a negation is turned round. */
function markNegated(view: SentenceView): void {
  const negations = view.stance.filter((hit) => hit.kind === StanceClass.negation);
  if (negations.length === 0) return;
  const negated = (at: number) => negations.some((n) => at > n.at && at - n.at <= 4);
  for (const hit of view.stance) if (hit.kind !== StanceClass.negation) hit.negated = negated(hit.at);
  for (const hit of view.phrases) hit.negated = negated(hit.at);
  for (const hit of view.sides) hit.negated = negated(hit.at);
}
