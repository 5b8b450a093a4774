import type { Context } from '../context.ts';
import { hashString, mix } from '../hashing.ts';
import { Pos } from '../part-of-speech.ts';
import { matchesAt } from '../phrase-trie.ts';
import { stem } from '../stem.ts';
import { DIMENSIONS, VOCABULARY, vectorAt } from '../vectors.ts';
import { HOWS, type Holder } from './holders.ts';
import type { IssueIndex } from './issue-index.ts';
import { KINDS } from './issue-kinds.ts';
import { STANCE_CLASSES, StanceClass, stanceLexicon } from './stance-words.ts';

/** Slots of a table of statement weights. */
export const STATEMENT_SLOTS = 1 << 16;

/** Takes features: a name, and what it is about; `value` is mostly 1. */
export interface FeatureSink {
  add(name: string, detail: string, value: number): void;
}

/** What of a sentence holds for all holders and issues. */
export interface SentenceView {
  from: number;
  to: number;
  stems: string[];
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
}

const CONTENT_TAGS = new Set([Pos.NOUN, Pos.PROPN, Pos.VERB, Pos.ADJ, Pos.ADV, Pos.NUM]);

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
    content,
    stance: [],
    phrases: [],
    topics: [],
    question: tokens.surface[to - 1] === '?',
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
  return view;
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
  const others = evidence.term.reduce((sum, value, i) => sum + (i !== issue && value > 0 ? 1 : 0), 0);
  const hit = term > 0 || sided > 0 ? 2 : anywhere > 0 ? 1 : 0;
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
  one('confidence', how, holder.confidence);
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
  vectorFeatures(context, view, holder.scope, kind, sink);
  wordFeatures(context, view, holder.scope, kind, index.issues[issue]!.id, hit, sink);
}

function mean(values: Float32Array): number {
  return values.reduce((a, b) => a + b, 0) / (values.length || 1);
}

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
  let last = '';
  for (let at = 0; at < scope.length; at++) {
    if (!scope[at]) continue;
    const word = view.stems[at]!;
    if (view.content[at]) {
      sink.add('word-kind', `${word} ${kind}`, 0.6);
      sink.add('word-issue', `${word} ${issue}`, 0.6);
      sink.add('cluster-kind', `${context.classes.cluster[view.from + at]} ${kind}`, 0.4);
      sink.add('word-hit', `${word} ${hit}`, 0.4);
    }
    if (context.tokens.kind[view.from + at] !== 0) {
      if (last) sink.add('pair-kind', `${last} ${word} ${kind}`, 0.4);
      last = word;
    }
  }
}

/** The mean vector of a scope's words, for each kind: words that the lessons lack are near to some that they have. */
function vectorFeatures(context: Context, view: SentenceView, scope: Uint8Array, kind: string, sink: FeatureSink): void {
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
  const scale = VECTOR_WEIGHT / Math.sqrt(weight);
  for (let d = 0; d < DIMENSIONS; d++) sink.add('vector', `${d} ${kind}`, sum[d]! * scale);
}

const VECTOR_WEIGHT = (globalThis as any).__vw ?? 0.15;

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
  vectorFeatures(context, view, holder.scope, kind, sink);
  stanceWords(context, view, holder, kind, index.issues[issue]!.id, sink);
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

/** Features as slots of a hashed table. */
export class HashedSink implements FeatureSink {
  slots: number[] = [];
  values: number[] = [];

  add(name: string, detail: string, value: number): void {
    if ((globalThis as any).__drop?.has(name)) return;
    this.slots.push(mix(900, hashString(name), hashString(detail)) & (STATEMENT_SLOTS - 1));
    this.values.push(value);
  }
}
