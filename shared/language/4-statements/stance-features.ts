import type { Context } from '../context.ts';
import { stem } from '../stem.ts';
import type { FeatureSink } from './feature-sinks.ts';
import { HOWS, type Holder } from './holders.ts';
import { bucket, type IssueEvidence } from './issue-evidence.ts';
import type { IssueIndex } from './issue-index.ts';
import { KINDS } from './issue-kinds.ts';
import { NEGATION_REACH, NEGATIONS } from './negations.ts';
import { localScope, type SentenceView } from './sentence-view.ts';
import { STANCE_CLASSES, StanceClass } from './stance-words.ts';
import { valenceFeatures } from './valence-features.ts';
import { vectorFeatures } from './vector-features.ts';

/** Stances in the order of the models' outputs. */
export const STANCES = ['for', 'against', 'neutral'] as const;

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
  valenceFeatures(context, view, local, 'local', kind, sink);
  valenceFeatures(context, view, holder.scope, 'scope', kind, sink);
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
    if (NEGATIONS.has(view.stems[at]!)) negated = NEGATION_REACH;
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
    if (NEGATIONS.has(word)) negated = NEGATION_REACH;
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
