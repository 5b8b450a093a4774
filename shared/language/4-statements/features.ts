import type { Context } from '../context.ts';
import { hashString, mix } from '../hashing.ts';
import { mentionsOf } from '../mentions-of.ts';
import { Pos } from '../part-of-speech.ts';
import { matchesAt } from '../phrase-trie.ts';
import { stem } from '../stem.ts';
import type { Reason } from '../tags.ts';
import { DIMENSIONS, VOCABULARY, vectorAt } from '../vectors.ts';
import { HOWS, type Holder } from './holders.ts';
import type { IssueIndex } from './issue-index.ts';
import { KINDS } from './issue-kinds.ts';
import { STANCE_CLASSES, StanceClass, stanceLexicon } from './stance-words.ts';

/** Slots of a table of statement weights. */
export const STATEMENT_SLOTS = 1 << 18;

/** Takes features: a name, what it is about, in up to three words, and a value. */
export interface FeatureSink {
  /** True where the features of single words are summed elsewhere (see `word-odds.ts`). */
  readonly skipsWords?: boolean;
  add(name: string, detail: string, value: number): void;
  /** The same with hashes (see `hashOf`) for words: what is added by the hundred. 0 stands for "none". */
  code(name: number, detail: number, value: number, second: number, third: number): void;
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
  /** Codebook phrases found: token, length, issue, side. */
  phrases: {
    at: number;
    length: number;
    issue: number;
    side: 'term' | 'for' | 'against';
    words: number;
    negated: boolean;
  }[];
  /** Topic words of kinds: token, kind. */
  topics: { at: number; kind: number }[];
  question: boolean;
  /** 1 for the tokens of a person's mention. */
  persons: Uint8Array;
  /** Number of the clause of each token. */
  clause: Uint8Array;
  /** How much each token speaks of each issue: tokens by issues. */
  weight: Float32Array;
}

const CONTENT_TAGS = new Set([Pos.NOUN, Pos.PROPN, Pos.VERB, Pos.ADJ, Pos.ADV, Pos.NUM]);

/** Hashes of the features that come by the hundred. */
export const CODE = {
  wordKind: hashString('word-kind'),
  wordIssue: hashString('word-issue'),
  clusterKind: hashString('cluster-kind'),
  wordHit: hashString('word-hit'),
  pairKind: hashString('pair-kind'),
  localWord: hashString('local-word'),
  vector: hashString('vector'),
};
export const CLUSTERS = Array.from({ length: 258 }, (_, c) => hashString(String(c)));
export const HITS = ['no naming', 'named elsewhere', 'named'].map(hashString);

/** Looks up all phrases of a sentence, once for all its holders and issues. */
export function viewSentence(
  context: Context,
  index: IssueIndex,
  sentence: number,
  isMention: Uint8Array,
): SentenceView {
  const { tokens, pass, pos } = context;
  const from = pass.first[sentence]!;
  const to = pass.first[sentence + 1]!;
  const stems: string[] = [];
  for (let at = from; at < to; at++) stems.push(stem(tokens.lower[at]!));
  const content = new Uint8Array(to - from);
  for (let at = from; at < to; at++)
    if (!isMention[at] && tokens.kind[at] !== 0 && CONTENT_TAGS.has(pos[at]!)) content[at - from] = 1;
  const view: SentenceView = {
    from,
    to,
    stems,
    stemHash: Int32Array.from(stems, hashOf),
    content,
    stance: [],
    phrases: [],
    topics: [],
    question: tokens.surface[to - 1] === '?',
    persons: Uint8Array.from(isMention.subarray(from, to), (mark) => (mark === 2 ? 1 : 0)),
    clause: clausesOf(context, from, to),
    weight: new Float32Array((to - from) * index.issues.length),
  };
  const lexicon = stanceLexicon();
  for (let at = 0; at < stems.length; at++) {
    if (isMention[from + at]) continue;
    const stance = matchesAt(lexicon, stems, at).at(-1);
    if (stance) for (const kind of stance.values) view.stance.push({ at, length: stance.length, kind, negated: false });
    for (const match of matchesAt(index.phrases, stems, at))
      for (const hit of match.values) view.phrases.push({ at, length: match.length, ...hit, negated: false });
    const topic = matchesAt(index.topics, stems, at).at(-1);
    if (topic) for (const kind of topic.values) view.topics.push({ at, kind });
  }
  markNegated(view);
  weighTokens(context, index, view);
  return view;
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
    const mark = CLAUSE_MARKS.has(tokens.surface[at]!);
    const joins = CLAUSE_WORDS.has(tokens.lower[at]!) && length >= 3 && joinsClause(tokens.lower, pos, at, to);
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

function weighTokens(context: Context, index: IssueIndex, view: SentenceView): void {
  const n = index.issues.length;
  for (const hit of view.phrases)
    for (let at = hit.at; at < hit.at + hit.length; at++)
      view.weight[at * n + hit.issue]! += hit.side === 'term' ? 2 : 1.5;
  for (const { at, kind } of view.topics)
    for (let i = 0; i < n; i++) if (index.kind[i] === kind) view.weight[at * n + i]! += 0.7;
  for (let at = 0; at < view.content.length; at++) {
    if (!view.content[at]) continue;
    const shares = index.stems.get(view.stems[at]!);
    if (shares) for (let i = 0; i < n; i++) view.weight[at * n + i]! += shares[i]!;
    const word = context.classes.index[view.from + at]!;
    if (word < 60) continue;
    const { topic } = index.nearness(word);
    for (let i = 0; i < n; i++) view.weight[at * n + i]! += 0.7 * topic[i]! * topic[i]!;
  }
}

/** The clause of a scope that speaks most of an issue (with the one before it where it is short). */
export function localScope(view: SentenceView, scope: Uint8Array, issue: number, issues: number): Uint8Array {
  const sums = new Map<number, number>();
  const lengths = new Map<number, number>();
  for (let at = 0; at < scope.length; at++) {
    if (!scope[at]) continue;
    const clause = view.clause[at]!;
    sums.set(clause, (sums.get(clause) ?? 0) + view.weight[at * issues + issue]!);
    lengths.set(clause, (lengths.get(clause) ?? 0) + 1);
  }
  let best = -1;
  for (const [clause, sum] of sums) if (best < 0 || sum > sums.get(best)!) best = clause;
  const wide = (lengths.get(best) ?? 0) < 5;
  return scope.map((inside, at) =>
    inside && (view.clause[at] === best || (wide && view.clause[at] === best - 1)) ? 1 : 0,
  );
}

/** What stands within four words after a negation is turned round. */
function markNegated(view: SentenceView): void {
  const negations = view.stance.filter((hit) => hit.kind === StanceClass.negation);
  const negated = (at: number) => negations.some((n) => at > n.at && at - n.at <= 4);
  for (const hit of view.stance) if (hit.kind !== StanceClass.negation) hit.negated = negated(hit.at);
  for (const hit of view.phrases) hit.negated = negated(hit.at);
}

/** How strongly each issue shows in a set of tokens, and around them. */
export interface IssueEvidence {
  term: Float32Array;
  termAnywhere: Float32Array;
  pro: Float32Array;
  con: Float32Array;
  stems: Float32Array;
  topic: Float32Array;
  near: Float32Array;
  nearPro: Float32Array;
  nearCon: Float32Array;
}

/** Weighs the evidence for each issue in a holder's scope. */
export function weighIssues(context: Context, index: IssueIndex, view: SentenceView, scope: Uint8Array): IssueEvidence {
  const n = index.issues.length;
  const zero = () => new Float32Array(n);
  const evidence: IssueEvidence = {
    term: zero(),
    termAnywhere: zero(),
    pro: zero(),
    con: zero(),
    stems: zero(),
    topic: zero(),
    near: zero(),
    nearPro: zero(),
    nearCon: zero(),
  };
  for (const hit of view.phrases) {
    const inside = scope[hit.at] === 1;
    const weight = hit.words > 1 ? 1.5 : 1;
    evidence.termAnywhere[hit.issue]! += weight;
    if (!inside) continue;
    if (hit.side === 'term') evidence.term[hit.issue]! += weight;
    else {
      const pro = (hit.side === 'for') !== hit.negated;
      evidence[pro ? 'pro' : 'con'][hit.issue]! += weight;
    }
  }
  for (const { at, kind } of view.topics)
    if (scope[at]) for (let i = 0; i < n; i++) if (index.kind[i] === kind) evidence.topic[i]! += 1;
  weighWords(context, index, view, scope, evidence);
  return evidence;
}

function weighWords(
  context: Context,
  index: IssueIndex,
  view: SentenceView,
  scope: Uint8Array,
  evidence: IssueEvidence,
): void {
  const n = index.issues.length;
  let total = 0;
  for (let at = 0; at < scope.length; at++) {
    if (!scope[at] || !view.content[at]) continue;
    const shares = index.stems.get(view.stems[at]!);
    if (shares) for (let i = 0; i < n; i++) evidence.stems[i]! += shares[i]!;
    const word = context.classes.index[view.from + at]!;
    if (word < 60) continue;
    const weight = Math.log(1 + word) / Math.log(VOCABULARY);
    const near = index.nearness(word);
    total += weight;
    for (let i = 0; i < n; i++) {
      const topic = near.topic[i]!;
      evidence.near[i]! += weight * topic * topic;
      const side = near.pro[i]! - near.con[i]!;
      if (side > 0) evidence.nearPro[i]! += weight * side;
      else evidence.nearCon[i]! -= weight * side;
    }
  }
  if (total > 0)
    for (let i = 0; i < n; i++) {
      evidence.near[i]! /= Math.sqrt(total + 1);
      evidence.nearPro[i]! /= Math.sqrt(total + 1);
      evidence.nearCon[i]! /= Math.sqrt(total + 1);
    }
}

/** What the passage was about before the sentence. */
export interface Thread {
  previous: Float32Array;
  recent: Float32Array;
  title: Float32Array;
  article: Float32Array;
}

const bucket = (value: number) => (value <= 0 ? 0 : value <= 1 ? 1 : value <= 1.5 ? 2 : value <= 2.5 ? 3 : 4);

function rankOf(values: Float32Array, i: number): number {
  let above = 0;
  for (let j = 0; j < values.length; j++) if (values[j]! > values[i]!) above++;
  return Math.min(3, above);
}

/** How an issue is named: 2 in the scope, 1 elsewhere in the sentence, 0 not. */
export function hitOf(evidence: IssueEvidence, issue: number): number {
  if (evidence.term[issue]! > 0 || evidence.pro[issue]! + evidence.con[issue]! > 0) return 2;
  return evidence.termAnywhere[issue]! > 0 ? 1 : 0;
}

/** Features of "this actor says or does something on this issue here". Nothing of who the actor is. */
export function relationFeatures(
  context: Context,
  index: IssueIndex,
  view: SentenceView,
  holder: Holder,
  evidence: IssueEvidence,
  thread: Thread,
  holders: number,
  issue: number,
  sink: FeatureSink,
): void {
  const kind = KINDS[index.kind[issue]!]!;
  const how = HOWS[holder.how]!;
  const one = (name: string, detail = '', value = 1) => sink.add(name, detail, value);
  const term = bucket(evidence.term[issue]!);
  const sided = bucket(evidence.pro[issue]! + evidence.con[issue]!);
  const anywhere = bucket(evidence.termAnywhere[issue]!);
  const hit = hitOf(evidence, issue);
  const others = evidence.term.reduce((sum, value, i) => sum + (i !== issue && value > 0 ? 1 : 0), 0);
  one('bias');
  one('kind', kind);
  one('how', how);
  one('how-hit', `${how} ${hit}`);
  one('kind-how', `${kind} ${how}`);
  one('term', `${term}`);
  one('sided', `${sided}`);
  one('term-sided', `${term} ${sided} ${anywhere}`);
  one('kind-hit', `${kind} ${hit}`);
  one('others', `${hit} ${Math.min(3, others)}`);
  one('stems', '', Math.min(3, evidence.stems[issue]!));
  one('stems-rank', `${rankOf(evidence.stems, issue)} ${evidence.stems[issue]! > 0 ? 1 : 0}`);
  one('topic', `${kind} ${Math.min(3, evidence.topic[issue]!)}`);
  one('topic-hit', `${hit} ${Math.min(2, evidence.topic[issue]!)}`);
  one('near', '', evidence.near[issue]!);
  one('near-rank', `${rankOf(evidence.near, issue)}`);
  one('near-rank-hit', `${rankOf(evidence.near, issue)} ${hit}`);
  one('near-lead', '', evidence.near[issue]! - mean(evidence.near));
  one('near-sides', '', evidence.nearPro[issue]! + evidence.nearCon[issue]!);
  one('previous', `${bucket(thread.previous[issue]!)} ${hit} ${how}`);
  one('previous-only', `${bucket(thread.previous[issue]!)}`);
  one('recent', '', Math.min(3, thread.recent[issue]!));
  one('recent-rank', `${rankOf(thread.recent, issue)} ${hit}`);
  one('title', `${bucket(thread.title[issue]!)}`);
  one('article', '', Math.min(2, thread.article[issue]!));
  one('holders', `${Math.min(4, holders)} ${how}`);
  one('others-words', holder.inOthersWords ? how : 'no');
  one('question', view.question ? 'yes' : 'no');
  one('quoted', `${holder.quoted} ${how}`);
  const kindHash = hashOf(kind);
  const local = localScope(view, holder.scope, issue, index.issues.length);
  const localStances = stanceSignature(view, local);
  one('local-stance', `${localStances} ${hit}`);
  // The one judged in a question of confidence is named, not described.
  const person = personIn(context, view, holder);
  one('person', `${person} ${kind}`);
  one('person-stance', `${person} ${kind} ${localStances}`);
  one('local-stance-kind', `${localStances} ${kind}`);
  one(
    'local-weight',
    '',
    Math.min(
      3,
      local.reduce((sum, inside, at) => sum + (inside ? view.weight[at * index.issues.length + issue]! : 0), 0),
    ) / 2,
  );
  for (let at = 0; at < local.length; at++)
    if (!sink.skipsWords && local[at] && view.content[at])
      sink.code(CODE.localWord, view.stemHash[at]!, 0.5, kindHash, 0);
  const stances = stanceSignature(view, holder.scope);
  one('stance-words', `${stances} ${hit}`);
  one('stance-words-how', `${stances} ${how}`);
  const length = holder.scope.reduce((a, b) => a + b, 0);
  one('length', length < 4 ? '0' : length < 8 ? '1' : length < 15 ? '2' : length < 25 ? '3' : '4');
  if (holder.cue >= 0) {
    const cue = stem(context.tokens.lower[holder.cue]!);
    one('cue', cue);
    one('cue-hit', `${cue} ${hit}`);
    one('cue-cluster', `${context.classes.cluster[holder.cue]} ${how}`);
  }
  if (sink.skipsWords) return;
  vectorFeatures(context, view, holder.scope, kind, sink);
  wordFeatures(context, view, holder.scope, kind, index.issues[issue]!.id, hit, sink);
}

function mean(values: Float32Array): number {
  return values.reduce((a, b) => a + b, 0) / (values.length || 1);
}

/** Whether another person is named in a scope, or meant by "him" inside a quote. */
function personIn(context: Context, view: SentenceView, holder: Holder): string {
  const { tokens, quotes } = context;
  const own = mentionsOf(context, holder.sentence).find((m) => m.from === holder.mention);
  for (let at = 0; at < holder.scope.length; at++) {
    if (!holder.scope[at]) continue;
    const token = view.from + at;
    if (view.persons[at] && !(own && token >= own.from && token < own.to)) return 'named';
    if (HIM.has(tokens.lower[token]!) && quotes.quoteOfToken[token]! >= 0) return 'him';
  }
  return 'none';
}

const HIM = new Set(['he', 'him', 'his', 'she', 'her']);

/** Which sorts of stance words stand in a scope. */
function stanceSignature(view: SentenceView, scope: Uint8Array): number {
  let support = 0;
  let neutral = 0;
  for (const { at, kind } of view.stance) {
    if (!scope[at]) continue;
    if (kind === StanceClass.neutral) neutral = 4;
    else if (
      kind === StanceClass.support ||
      kind === StanceClass.oppose ||
      kind === StanceClass.demand ||
      kind === StanceClass.stop
    )
      support |= 1;
    else if (kind === StanceClass.good || kind === StanceClass.bad) support |= 2;
  }
  return support + neutral;
}

function wordFeatures(
  context: Context,
  view: SentenceView,
  scope: Uint8Array,
  kind: string,
  issue: string,
  hit: number,
  sink: FeatureSink,
): void {
  const kindHash = hashOf(kind);
  const issueHash = hashOf(issue);
  let last = 0;
  for (let at = 0; at < scope.length; at++) {
    if (!scope[at]) continue;
    const word = view.stemHash[at]!;
    if (view.content[at]) {
      sink.code(CODE.wordKind, word, 0.6, kindHash, 0);
      sink.code(CODE.wordIssue, word, 0.6, issueHash, 0);
      sink.code(CODE.clusterKind, CLUSTERS[context.classes.cluster[view.from + at]!]!, 0.4, kindHash, 0);
      sink.code(CODE.wordHit, word, 0.4, HITS[hit]!, 0);
    }
    if (context.tokens.kind[view.from + at] !== 0) {
      if (last !== 0) sink.code(CODE.pairKind, last, 0.4, word, kindHash);
      last = word;
    }
  }
}

/** The mean vector of a scope's words, for each kind: words that the lessons lack are near to some that they have. */
function vectorFeatures(
  context: Context,
  view: SentenceView,
  scope: Uint8Array,
  kind: string,
  sink: FeatureSink,
): void {
  const sum = new Float32Array(DIMENSIONS);
  let weight = 0;
  for (let at = 0; at < scope.length; at++) {
    const word = context.classes.index[view.from + at]!;
    if (!scope[at] || !view.content[at] || word < 60) continue;
    const vector = vectorAt(word);
    for (let d = 0; d < DIMENSIONS; d++) sum[d]! += vector[d]!;
    weight++;
  }
  if (weight === 0) return;
  const kindHash = hashOf(kind);
  const scale = VECTOR_WEIGHT / Math.sqrt(weight);
  for (let d = 0; d < DIMENSIONS; d++) sink.code(CODE.vector, CLUSTERS[d]!, sum[d]! * scale, kindHash, 0);
}

export const VECTOR_WEIGHT = 0.2;

const ORDER = ['for', 'against', 'neutral'] as const;
/** Stances in the order of the models' outputs. */
export const STANCES = ORDER;

/** Features of the stance, given that there is a statement. Nothing of who the actor is. */
export function stanceFeatures(
  context: Context,
  index: IssueIndex,
  view: SentenceView,
  holder: Holder,
  evidence: IssueEvidence,
  issue: number,
  sink: FeatureSink,
): void {
  const kind = KINDS[index.kind[issue]!]!;
  const one = (name: string, detail = '', value = 1) => sink.add(name, detail, value);
  one('bias');
  one('kind', kind);
  one('how', HOWS[holder.how]!);
  one('quoted-kind', `${holder.quoted} ${kind}`);
  one('sided', `${bucket(evidence.pro[issue]!)} ${bucket(evidence.con[issue]!)}`);
  one('pro', '', Math.min(2, evidence.pro[issue]!));
  one('con', '', Math.min(2, evidence.con[issue]!));
  one('near-side', '', evidence.nearPro[issue]! - evidence.nearCon[issue]!);
  one('question', view.question ? 'yes' : 'no');
  const terms = view.phrases.filter((hit) => hit.issue === issue && hit.side === 'term');
  const local = localScope(view, holder.scope, issue, index.issues.length);
  localFeatures(context, view, local, kind, sink);
  for (const hit of view.stance) {
    const name = STANCE_CLASSES[hit.kind]!;
    const inside = scope(holder, hit.at);
    if (!inside && hit.kind !== StanceClass.neutral) continue;
    const sign = hit.negated ? 'not ' : '';
    one('class', `${sign}${name}`, 0.7);
    one('class-kind', `${sign}${name} ${kind}`, 0.7);
    one('class-how', `${sign}${name} ${HOWS[holder.how]}`, 0.4);
    const near = nearestTerm(terms, hit.at);
    if (near) one('class-term', `${sign}${name} ${near}`, 0.8);
    if (near) one('class-term-kind', `${sign}${name} ${near} ${kind}`, 0.8);
    for (let at = hit.at; at < hit.at + hit.length; at++) one('stance-word', `${sign}${view.stems[at]} ${kind}`, 0.5);
    one('stance-word-any', `${sign}${view.stems[hit.at]}`, 0.5);
  }
  if (holder.cue >= 0) {
    const cue = stem(context.tokens.lower[holder.cue]!);
    one('cue', cue);
    one('cue-kind', `${cue} ${kind}`);
  }
  vectorFeatures(context, view, local, kind, sink);
  stanceWords(context, view, holder, kind, index.issues[issue]!.id, sink);
}

/** What stands in the clause that speaks of the issue: it decides more than the rest. */
function localFeatures(context: Context, view: SentenceView, local: Uint8Array, kind: string, sink: FeatureSink): void {
  for (const hit of view.stance) {
    if (!local[hit.at]) continue;
    const sign = hit.negated ? 'not ' : '';
    sink.add('local-class', `${sign}${STANCE_CLASSES[hit.kind]}`, 1);
    sink.add('local-class-kind', `${sign}${STANCE_CLASSES[hit.kind]} ${kind}`, 1);
  }
  let negated = 0;
  for (let at = 0; at < local.length; at++) {
    if (!local[at] || context.tokens.kind[view.from + at] === 0) continue;
    if (negated > 0) negated--;
    if (NEGATIONS.has(view.stems[at]!)) negated = 4;
    else if (view.content[at]) {
      sink.add('local-word', `${negated > 0 ? 'not ' : ''}${view.stems[at]}`, 0.5);
      sink.add('local-word-kind', `${negated > 0 ? 'not ' : ''}${view.stems[at]} ${kind}`, 0.6);
    }
  }
}

const scope = (holder: Holder, at: number) => holder.scope[at] === 1;

/** Where the nearest naming of the issue stands from a stance word. */
function nearestTerm(terms: SentenceView['phrases'], at: number): string {
  let best = 99;
  for (const term of terms) if (Math.abs(term.at - at) < Math.abs(best)) best = term.at - at;
  if (best === 99) return '';
  return best >= 0 ? (best <= 4 ? 'before' : 'long-before') : best >= -4 ? 'after' : 'long-after';
}

function stanceWords(
  context: Context,
  view: SentenceView,
  holder: Holder,
  kind: string,
  issue: string,
  sink: FeatureSink,
): void {
  let last = '';
  let negated = 0;
  for (let at = 0; at < holder.scope.length; at++) {
    if (!holder.scope[at] || context.tokens.kind[view.from + at] === 0) continue;
    const word = view.stems[at]!;
    if (negated > 0) negated--;
    const sign = negated > 0 ? 'not ' : '';
    if (NEGATIONS.has(word)) negated = 4;
    if (view.content[at]) {
      sink.add('word', `${sign}${word}`, 0.4);
      sink.add('word-kind', `${sign}${word} ${kind}`, 0.5);
      sink.add('word-issue', `${sign}${word} ${issue}`, 0.4);
      sink.add('cluster', `${sign}${context.classes.cluster[view.from + at]} ${kind}`, 0.3);
    }
    if (last) sink.add('pair', `${last} ${word}`, 0.4);
    if (last) sink.add('pair-kind', `${last} ${word} ${kind}`, 0.4);
    last = word;
  }
}

const NEGATIONS = new Set([
  'not',
  'no',
  'never',
  'none',
  'nobodi',
  'noth',
  'neither',
  'nor',
  'without',
  'cannot',
  "can't",
  "won't",
  "don't",
  "doesn't",
  "isn't",
  "wasn't",
  "wouldn't",
  "couldn't",
  "didn't",
  "shouldn't",
  "aren't",
  "weren't",
  "haven't",
  "hasn't",
  "hadn't",
]);

const hashes = new Map<string, number>();
const names = new Map<number, string>();
const MOST_HASHES = 200_000;

/** Hash of a text, remembered both ways: explanations need the text again. */
export function hashOf(text: string): number {
  let hash = hashes.get(text);
  if (hash !== undefined) return hash;
  hash = hashString(text) || 1;
  if (hashes.size < MOST_HASHES) {
    hashes.set(text, hash);
    names.set(hash, text);
  }
  return hash;
}

/** The slot of a feature. */
export function slotOf(name: number, detail: number, second: number, third: number): number {
  let hash = mix(900, name, detail);
  if (second !== 0) hash = mix(901, hash, second);
  if (third !== 0) hash = mix(902, hash, third);
  return hash & (STATEMENT_SLOTS - 1);
}

const EMPTY = hashOf('');

/** Features as slots of a hashed table: what training reads. */
export class HashedSink implements FeatureSink {
  slots: number[] = [];
  values: number[] = [];

  add(name: string, detail: string, value: number): void {
    this.code(hashOf(name), hashOf(detail), value, 0, 0);
  }

  code(name: number, detail: number, value: number, second: number, third: number): void {
    this.slots.push(slotOf(name, detail, second, third));
    this.values.push(value);
  }
}

/** Features summed at once under some tables of weights, one sum each. */
export class SummingSink implements FeatureSink {
  readonly skipsWords: boolean;
  readonly sums: Float64Array;
  private readonly tables: readonly ArrayLike<number>[];

  constructor(tables: readonly ArrayLike<number>[], skipsWords = false) {
    this.skipsWords = skipsWords;
    this.tables = tables;
    this.sums = new Float64Array(tables.length);
  }

  add(name: string, detail: string, value: number): void {
    this.code(hashOf(name), hashOf(detail), value, 0, 0);
  }

  code(name: number, detail: number, value: number, second: number, third: number): void {
    const slot = slotOf(name, detail, second, third);
    for (let t = 0; t < this.tables.length; t++) this.sums[t]! += this.tables[t]![slot]! * value;
  }
}

const VECTOR = hashOf('vector');

/** Features by name with what each adds to a sum: what explanations show. */
export class ReasonSink implements FeatureSink {
  readonly reasons: Reason[] = [];
  private readonly weigh: (slot: number) => number;

  constructor(weigh: (slot: number) => number) {
    this.weigh = weigh;
  }

  add(name: string, detail: string, value: number): void {
    this.code(hashOf(name), hashOf(detail), value, 0, 0);
  }

  code(name: number, detail: number, value: number, second: number, third: number): void {
    const weight = this.weigh(slotOf(name, detail, second, third)) * value;
    if (name === VECTOR || Math.abs(weight) < 0.02) return;
    const parts = [name, detail, second, third].filter((hash) => hash !== 0 && hash !== EMPTY);
    this.reasons.push({ feature: parts.map((hash) => names.get(hash) ?? '?').join(' '), weight });
  }
}

// Known by name, so that explanations can show them.
for (const name of [
  'word-kind',
  'word-issue',
  'cluster-kind',
  'word-hit',
  'pair-kind',
  'local-word',
  'no naming',
  'named elsewhere',
  'named',
])
  hashOf(name);
for (let c = 0; c < 258; c++) hashOf(String(c));
