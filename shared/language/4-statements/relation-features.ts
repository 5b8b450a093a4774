import type { Context } from '../context.ts';
import { hashOf, hashString, hashWithWord } from '../hashing.ts';
import type { Candidate } from './candidates.ts';
import { CLUSTER_NAMES, CODE, digits, family, HITS, named } from './feature-codes.ts';
import type { FeatureList } from './feature-list.ts';
import { HOWS } from './holders.ts';
import { bucket, hitOf, rankOf } from './issue-evidence.ts';
import type { IssueIndex } from './issue-index.ts';
import { CLUSTER_KIND, KIND_HASHES, KINDS } from './issue-kinds.ts';
import type { SentenceView } from './sentence-view.ts';
import { PERSONS, SIGNATURES, stanceSignature } from './traits.ts';
import { vectorFeatures } from './vector-features.ts';

const BUCKETS = 5;
const HIT = 3;
const RANKS = 4;
const TRUTHS = ['false', 'true'];
const ANSWERS = ['no', 'yes'];

const F = {
  bias: family('bias'),
  kind: family('kind', KINDS),
  how: family('how', HOWS),
  howHit: family('how-hit', HOWS, digits(HIT)),
  kindHow: family('kind-how', KINDS, HOWS),
  term: family('term', digits(BUCKETS)),
  sided: family('sided', digits(BUCKETS)),
  termSided: family('term-sided', digits(BUCKETS), digits(BUCKETS), digits(BUCKETS)),
  kindHit: family('kind-hit', KINDS, digits(HIT)),
  others: family('others', digits(HIT), digits(4)),
  stems: family('stems'),
  stemsRank: family('stems-rank', digits(RANKS), digits(2)),
  topic: family('topic', KINDS, digits(4)),
  topicHit: family('topic-hit', digits(HIT), digits(3)),
  kindSided: family('kind-sided', digits(3), digits(HIT)),
  kindSidedKind: family('kind-sided-kind', digits(3), KINDS),
  near: family('near'),
  nearRank: family('near-rank', digits(RANKS)),
  nearRankHit: family('near-rank-hit', digits(RANKS), digits(HIT)),
  nearLead: family('near-lead'),
  nearSides: family('near-sides'),
  previous: family('previous', digits(BUCKETS), digits(HIT), HOWS),
  previousOnly: family('previous-only', digits(BUCKETS)),
  recent: family('recent'),
  recentRank: family('recent-rank', digits(RANKS), digits(HIT)),
  title: family('title', digits(BUCKETS)),
  article: family('article'),
  holders: family('holders', digits(5), HOWS),
  othersWords: family('others-words', [...HOWS, 'no']),
  question: family('question', ANSWERS),
  quoted: family('quoted', TRUTHS, HOWS),
  localStance: family('local-stance', digits(SIGNATURES), digits(HIT)),
  person: family('person', PERSONS, KINDS),
  personStance: family('person-stance', PERSONS, KINDS, digits(SIGNATURES)),
  localStanceKind: family('local-stance-kind', digits(SIGNATURES), KINDS),
  localWeight: family('local-weight'),
  stanceWords: family('stance-words', digits(SIGNATURES), digits(HIT)),
  stanceWordsHow: family('stance-words-how', digits(SIGNATURES), HOWS),
  length: family('length', digits(5)),
  cueCluster: family('cue-cluster', CLUSTER_NAMES, HOWS),
};
const CUE = named('cue');
const CUE_HIT = named('cue-hit');
const HIT_DIGITS = digits(HIT);

/** Features of "this actor says or does something on this issue here". Nothing of who the actor is. */
export function relationFeatures(
  context: Context,
  index: IssueIndex,
  candidate: Candidate,
  issue: number,
  list: FeatureList,
): void {
  const { holder, view, evidence, thread, traits } = candidate;
  const { how } = holder;
  const kind = index.kind[issue]!;
  const term = bucket(evidence.term[issue]!);
  const sided = bucket(evidence.pro[issue]! + evidence.con[issue]!);
  const anywhere = bucket(evidence.termAnywhere[issue]!);
  const hit = hitOf(evidence, issue);
  const nearRank = rankOf(evidence.near, issue);
  const previous = bucket(thread.previous[issue]!);
  const topic = evidence.topic[issue]!;
  list.add(F.bias, 0, 1);
  list.add(F.kind, kind, 1);
  list.add(F.how, how, 1);
  list.add(F.howHit, how * HIT + hit, 1);
  list.add(F.kindHow, kind * HOWS.length + how, 1);
  list.add(F.term, term, 1);
  list.add(F.sided, sided, 1);
  list.add(F.termSided, (term * BUCKETS + sided) * BUCKETS + anywhere, 1);
  list.add(F.kindHit, kind * HIT + hit, 1);
  list.add(F.others, hit * 4 + Math.min(3, otherTerms(evidence.term, issue)), 1);
  list.add(F.stems, 0, Math.min(3, evidence.stems[issue]!));
  list.add(F.stemsRank, rankOf(evidence.stems, issue) * 2 + (evidence.stems[issue]! > 0 ? 1 : 0), 1);
  list.add(F.topic, kind * 4 + Math.min(3, topic), 1);
  list.add(F.topicHit, hit * 3 + Math.min(2, topic), 1);
  const kindSided = Math.min(2, evidence.kindPro[issue]! + evidence.kindCon[issue]!);
  list.add(F.kindSided, kindSided * HIT + hit, 1);
  list.add(F.kindSidedKind, kindSided * KINDS.length + kind, 1);
  list.add(F.near, 0, evidence.near[issue]!);
  list.add(F.nearRank, nearRank, 1);
  list.add(F.nearRankHit, nearRank * HIT + hit, 1);
  list.add(F.nearLead, 0, evidence.near[issue]! - traits.meanNear);
  list.add(F.nearSides, 0, evidence.nearPro[issue]! + evidence.nearCon[issue]!);
  list.add(F.previous, (previous * HIT + hit) * HOWS.length + how, 1);
  list.add(F.previousOnly, previous, 1);
  list.add(F.recent, 0, Math.min(3, thread.recent[issue]!));
  list.add(F.recentRank, rankOf(thread.recent, issue) * HIT + hit, 1);
  list.add(F.title, bucket(thread.title[issue]!), 1);
  list.add(F.article, 0, Math.min(2, thread.article[issue]!));
  list.add(F.holders, Math.min(4, candidate.holders) * HOWS.length + how, 1);
  list.add(F.othersWords, holder.inOthersWords ? how : HOWS.length, 1);
  list.add(F.question, view.question ? 1 : 0, 1);
  list.add(F.quoted, (holder.quoted ? HOWS.length : 0) + how, 1);
  const local = candidate.local[issue]!;
  const localStances = stanceSignature(view, local);
  // The one judged in a question of confidence is named, not described.
  const person = traits.person * KINDS.length + kind;
  list.add(F.localStance, localStances * HIT + hit, 1);
  list.add(F.person, person, 1);
  list.add(F.personStance, person * SIGNATURES + localStances, 1);
  list.add(F.localStanceKind, localStances * KINDS.length + kind, 1);
  list.add(F.localWeight, 0, Math.min(3, candidate.localWeight[issue]!) / 2);
  if (!list.leftOut.words)
    for (let at = 0; at < local.length; at++)
      if (local[at] && view.content[at]) list.code(CODE.localWord, view.stemHash[at]!, 0.5, KIND_HASHES[kind]!, 0);
  list.add(F.stanceWords, traits.stances * HIT + hit, 1);
  list.add(F.stanceWordsHow, traits.stances * HOWS.length + how, 1);
  list.add(F.length, traits.length, 1);
  if (holder.cue >= 0) {
    const cue = context.classes.stem[holder.cue]!;
    const digit = HIT_DIGITS[hit]!;
    list.text(CUE, context.classes.stemHash[holder.cue]!, 1, cue, '', '');
    list.text(CUE_HIT, hashWithWord(hashString(cue), digit) || 1, 1, cue, digit, '');
    list.add(F.cueCluster, context.classes.cluster[holder.cue]! * HOWS.length + how, 1);
  }
  if (list.leftOut.words) return;
  vectorFeatures(context, view, holder.scope, kind, list);
  wordFeatures(context, view, holder.scope, kind, index.issues[issue]!.id, hit, list);
}

/** How many other issues are named in the scope. */
function otherTerms(term: Float32Array, issue: number): number {
  let others = 0;
  for (let i = 0; i < term.length; i++) if (i !== issue && term[i]! > 0) others++;
  return others;
}

function wordFeatures(
  context: Context,
  view: SentenceView,
  scope: Uint8Array,
  kind: number,
  issue: string,
  hit: number,
  list: FeatureList,
): void {
  const kindHash = KIND_HASHES[kind]!;
  const issueHash = hashOf(issue);
  let last = 0;
  for (let at = 0; at < scope.length; at++) {
    if (!scope[at]) continue;
    const word = view.stemHash[at]!;
    if (view.content[at]) {
      list.code(CODE.wordKind, word, 0.6, kindHash, 0);
      list.code(CODE.wordIssue, word, 0.6, issueHash, 0);
      list.add(CLUSTER_KIND, context.classes.cluster[view.from + at]! * KINDS.length + kind, 0.4);
      list.code(CODE.wordHit, word, 0.4, HITS[hit]!, 0);
    }
    if (context.tokens.kind[view.from + at] !== 0) {
      if (last !== 0) list.code(CODE.pairKind, last, 0.4, word, kindHash);
      last = word;
    }
  }
}
