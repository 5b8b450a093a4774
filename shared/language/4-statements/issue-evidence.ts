import type { Context } from '../context.ts';
import { type IssueIndex, sharesOf } from './issue-index.ts';
import type { SentenceView } from './sentence-view.ts';
import { COMMONEST } from './vector-features.ts';

/** How strongly each issue shows in a set of tokens, and around them. */
export interface IssueEvidence {
  term: Float32Array;
  termAnywhere: Float32Array;
  pro: Float32Array;
  con: Float32Array;
  stems: Float32Array;
  topic: Float32Array;
  /** What is said for and against its kind of question in any dispute. */
  kindPro: Float32Array;
  kindCon: Float32Array;
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
    kindPro: zero(),
    kindCon: zero(),
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
  for (const { at, kind, side, negated } of view.sides) {
    if (!scope[at]) continue;
    const sided = evidence[(side === 'for') !== negated ? 'kindPro' : 'kindCon'];
    for (let i = 0; i < n; i++) if (index.kind[i] === kind) sided[i]! += 1;
  }
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
  const { nearness } = index;
  const { near, nearPro, nearCon } = evidence;
  let total = 0;
  for (let at = 0; at < scope.length; at++) {
    if (!scope[at] || !view.content[at]) continue;
    const shares = sharesOf(index, view.stems[at]!, view.stemHash[at]!);
    if (shares) for (let i = 0; i < n; i++) evidence.stems[i]! += shares[i]!;
    const word = context.classes.index[view.from + at]!;
    if (word < COMMONEST) continue;
    const start = nearness.startOf(word);
    const { rows } = nearness;
    const weight = rows[start]!;
    total += weight;
    for (let i = 0; i < n; i++) {
      near[i]! += weight * rows[start + nearness.topic + i]!;
      nearPro[i]! += weight * rows[start + nearness.pro + i]!;
      nearCon[i]! += weight * rows[start + nearness.con + i]!;
    }
  }
  const scale = 1 / Math.sqrt(total + 1);
  for (let i = 0; i < n; i++) {
    near[i]! *= scale;
    nearPro[i]! *= scale;
    nearCon[i]! *= scale;
  }
}

/** What the passage was about before the sentence. */
export interface Thread {
  previous: Float32Array;
  recent: Float32Array;
  title: Float32Array;
  article: Float32Array;
}

/** A weight as one of five steps. */
export const bucket = (value: number) => (value <= 0 ? 0 : value <= 1 ? 1 : value <= 1.5 ? 2 : value <= 2.5 ? 3 : 4);

/** How many issues show more, up to three. */
export function rankOf(values: Float32Array, i: number): number {
  let above = 0;
  for (let j = 0; j < values.length; j++) if (values[j]! > values[i]!) above++;
  return Math.min(3, above);
}

/** How an issue is named: 2 in the scope, 1 elsewhere in the sentence, 0 not. */
export function hitOf(evidence: IssueEvidence, issue: number): number {
  if (evidence.term[issue]! > 0 || evidence.pro[issue]! + evidence.con[issue]! > 0) return 2;
  return evidence.termAnywhere[issue]! > 0 ? 1 : 0;
}
