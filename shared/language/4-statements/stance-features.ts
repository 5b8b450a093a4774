import type { Context } from '../context.ts';
import { hashString, hashWithWord } from '../hashing.ts';
import { NEGATION_REACH } from '../negations.ts';
import type { Candidate } from './candidates.ts';
import { CLUSTER_NAMES, digits, family, named } from './feature-codes.ts';
import type { FeatureList } from './feature-list.ts';
import { HOWS, type Holder } from './holders.ts';
import { bucket } from './issue-evidence.ts';
import type { IssueIndex } from './issue-index.ts';
import { KINDS } from './issue-kinds.ts';
import type { SentenceView } from './sentence-view.ts';
import { STANCE_CLASSES, StanceClass } from './stance-words.ts';
import { valenceFeatures } from './valence-features.ts';
import { vectorFeatures } from './vector-features.ts';

/** Stances in the order of the models' outputs. */
export const STANCES = ['for', 'against', 'neutral'] as const;

const BUCKETS = 5;
/** As they stand, then negated. */
const signed = (names: readonly string[]) => [...names, ...names.map((name) => `not ${name}`)];
const CLASSES = signed(STANCE_CLASSES);
const NEAR = ['before', 'long-before', 'after', 'long-after'];
const SIGNS = ['', 'not'];
const NOT_HASH = hashString('not');

const F = {
  bias: family('bias'),
  kind: family('kind', KINDS),
  how: family('how', HOWS),
  quotedKind: family('quoted-kind', ['false', 'true'], KINDS),
  sided: family('sided', digits(BUCKETS), digits(BUCKETS)),
  pro: family('pro'),
  con: family('con'),
  nearSide: family('near-side'),
  kindSides: family('kind-sides', digits(3), digits(3)),
  kindSidesKind: family('kind-sides-kind', digits(3), digits(3), KINDS),
  question: family('question', ['no', 'yes']),
  class: family('class', CLASSES),
  classKind: family('class-kind', CLASSES, KINDS),
  classHow: family('class-how', CLASSES, HOWS),
  classTerm: family('class-term', CLASSES, NEAR),
  classTermKind: family('class-term-kind', CLASSES, NEAR, KINDS),
  localClass: family('local-class', CLASSES),
  localClassKind: family('local-class-kind', CLASSES, KINDS),
  cluster: family('cluster', signed(CLUSTER_NAMES), KINDS),
};
const N = {
  stanceWord: named('stance-word'),
  stanceWordAny: named('stance-word-any'),
  cue: named('cue'),
  cueKind: named('cue-kind'),
  localWord: named('local-word'),
  localWordKind: named('local-word-kind'),
  word: named('word'),
  wordKind: named('word-kind'),
  wordIssue: named('word-issue'),
  pair: named('pair'),
  pairKind: named('pair-kind'),
};

/** Features of the stance, given that there is a statement. Nothing of who the actor is. */
export function stanceFeatures(
  context: Context,
  index: IssueIndex,
  candidate: Candidate,
  issue: number,
  list: FeatureList,
): void {
  const { holder, view, evidence } = candidate;
  const { how } = holder;
  const kind = index.kind[issue]!;
  list.add(F.bias, 0, 1);
  list.add(F.kind, kind, 1);
  list.add(F.how, how, 1);
  list.add(F.quotedKind, (holder.quoted ? KINDS.length : 0) + kind, 1);
  list.add(F.sided, bucket(evidence.pro[issue]!) * BUCKETS + bucket(evidence.con[issue]!), 1);
  list.add(F.pro, 0, Math.min(2, evidence.pro[issue]!));
  list.add(F.con, 0, Math.min(2, evidence.con[issue]!));
  list.add(F.nearSide, 0, evidence.nearPro[issue]! - evidence.nearCon[issue]!);
  const kindSides = Math.min(2, evidence.kindPro[issue]!) * 3 + Math.min(2, evidence.kindCon[issue]!);
  list.add(F.kindSides, kindSides, 1);
  list.add(F.kindSidesKind, kindSides * KINDS.length + kind, 1);
  list.add(F.question, view.question ? 1 : 0, 1);
  const local = candidate.local[issue]!;
  localFeatures(context, view, local, kind, list);
  valenceFeatures(context, view, local, 'local', kind, list);
  valenceFeatures(context, view, holder.scope, 'scope', kind, list);
  classFeatures(view, holder, issue, kind, list);
  if (holder.cue >= 0) {
    const cue = context.classes.stem[holder.cue]!;
    const name = KINDS[kind]!;
    list.text(N.cue, context.classes.stemHash[holder.cue]!, 1, cue, '', '');
    list.text(N.cueKind, hashWithWord(hashString(cue), name) || 1, 1, cue, name, '');
  }
  vectorFeatures(context, view, local, kind, list);
  wordFeatures(context, view, holder, kind, index.issues[issue]!.id, list);
}

/** Words of support, of refusal and so on in the scope (those of declining anywhere in the sentence), and how far from the issue. */
function classFeatures(view: SentenceView, holder: Holder, issue: number, kind: number, list: FeatureList): void {
  const terms = view.phrases.filter((hit) => hit.issue === issue && hit.side === 'term');
  for (const hit of view.stance) {
    if (holder.scope[hit.at] !== 1 && hit.kind !== StanceClass.neutral) continue;
    const sign = hit.negated ? 1 : 0;
    const stanceClass = sign * STANCE_CLASSES.length + hit.kind;
    list.add(F.class, stanceClass, 0.7);
    list.add(F.classKind, stanceClass * KINDS.length + kind, 0.7);
    list.add(F.classHow, stanceClass * HOWS.length + holder.how, 0.4);
    const near = nearestTerm(terms, hit.at);
    if (near >= 0) {
      list.add(F.classTerm, stanceClass * NEAR.length + near, 0.8);
      list.add(F.classTermKind, (stanceClass * NEAR.length + near) * KINDS.length + kind, 0.8);
    }
    for (let at = hit.at; at < hit.at + hit.length; at++) {
      const word = view.stems[at]!;
      list.text(
        N.stanceWord,
        hashWithWord(signedHash(sign, view, at), KINDS[kind]!) || 1,
        0.5,
        SIGNS[sign]!,
        word,
        KINDS[kind]!,
      );
    }
    const first = view.stems[hit.at]!;
    list.text(N.stanceWordAny, signedHash(sign, view, hit.at) || 1, 0.5, SIGNS[sign]!, first, '');
  }
}

/** What stands in the clause that speaks of the issue: it decides more than the rest. */
function localFeatures(context: Context, view: SentenceView, local: Uint8Array, kind: number, list: FeatureList): void {
  for (const hit of view.stance) {
    if (!local[hit.at]) continue;
    const stanceClass = (hit.negated ? STANCE_CLASSES.length : 0) + hit.kind;
    list.add(F.localClass, stanceClass, 1);
    list.add(F.localClassKind, stanceClass * KINDS.length + kind, 1);
  }
  const name = KINDS[kind]!;
  let negated = 0;
  for (let at = 0; at < local.length; at++) {
    if (!local[at] || context.tokens.kind[view.from + at] === 0) continue;
    if (negated > 0) negated--;
    const word = view.stems[at]!;
    if (context.classes.negates[view.from + at]) negated = NEGATION_REACH;
    else if (view.content[at]) {
      const sign = negated > 0 ? 1 : 0;
      const hash = signedHash(sign, view, at);
      list.text(N.localWord, hash || 1, 0.5, SIGNS[sign]!, word, '');
      list.text(N.localWordKind, hashWithWord(hash, name) || 1, 0.6, SIGNS[sign]!, word, name);
    }
  }
}

/** Hash of a stem, or of "not" and the stem. */
const signedHash = (sign: number, { stems, stemHash }: SentenceView, at: number) =>
  sign === 0 ? stemHash[at]! : hashWithWord(NOT_HASH, stems[at]!);

/** Where the nearest naming of the issue stands from a stance word: number in `NEAR`, -1 where there is none. */
function nearestTerm(terms: SentenceView['phrases'], at: number): number {
  let best = 99;
  for (const term of terms) if (Math.abs(term.at - at) < Math.abs(best)) best = term.at - at;
  if (best === 99) return -1;
  return best >= 0 ? (best <= 4 ? 0 : 1) : best >= -4 ? 2 : 3;
}

function wordFeatures(
  context: Context,
  view: SentenceView,
  holder: Holder,
  kind: number,
  issue: string,
  list: FeatureList,
): void {
  const name = KINDS[kind]!;
  let last = '';
  let lastHash = 0;
  let negated = 0;
  for (let at = 0; at < holder.scope.length; at++) {
    if (!holder.scope[at] || context.tokens.kind[view.from + at] === 0) continue;
    const word = view.stems[at]!;
    if (negated > 0) negated--;
    const sign = negated > 0 ? 1 : 0;
    if (context.classes.negates[view.from + at]) negated = NEGATION_REACH;
    if (view.content[at]) {
      const hash = signedHash(sign, view, at);
      const cluster = sign * CLUSTER_NAMES.length + context.classes.cluster[view.from + at]!;
      list.text(N.word, hash || 1, 0.4, SIGNS[sign]!, word, '');
      list.text(N.wordKind, hashWithWord(hash, name) || 1, 0.5, SIGNS[sign]!, word, name);
      list.text(N.wordIssue, hashWithWord(hash, issue) || 1, 0.4, SIGNS[sign]!, word, issue);
      list.add(F.cluster, cluster * KINDS.length + kind, 0.3);
    }
    if (last) {
      const pair = hashWithWord(lastHash, word);
      list.text(N.pair, pair || 1, 0.4, last, word, '');
      list.text(N.pairKind, hashWithWord(pair, name) || 1, 0.4, last, word, name);
    }
    last = word;
    lastHash = view.stemHash[at]!;
  }
}
