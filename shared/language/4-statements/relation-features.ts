import type { Context } from '../context.ts';
import { mentionsOf } from '../mentions-of.ts';
import { stem } from '../stem.ts';
import { CLUSTERS, CODE, HITS, hashOf } from './feature-codes.ts';
import type { FeatureSink } from './feature-sinks.ts';
import { HOWS, type Holder } from './holders.ts';
import { bucket, hitOf, type IssueEvidence, rankOf, type Thread } from './issue-evidence.ts';
import type { IssueIndex } from './issue-index.ts';
import { KINDS } from './issue-kinds.ts';
import { localScope, type SentenceView } from './sentence-view.ts';
import { StanceClass } from './stance-words.ts';
import { vectorFeatures } from './vector-features.ts';

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
