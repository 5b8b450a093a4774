import type { FoundAttribution } from '../3-attribution.ts';
import type { Context } from '../context.ts';
import { matchesAt } from '../phrase-trie.ts';
import { findHolders, type Holder } from './holders.ts';
import { type IssueEvidence, type Thread, weighIssues } from './issue-evidence.ts';
import { type IssueIndex, issueIndex, stemsOf } from './issue-index.ts';
import { localScope as findLocalScope, type SentenceView, tokenWeights, viewSentence } from './sentence-view.ts';
import { type Traits, traitsOf } from './traits.ts';

/** An actor in a sentence with the evidence for each issue: what the models judge. */
export interface Candidate {
  holder: Holder;
  view: SentenceView;
  evidence: IssueEvidence;
  thread: Thread;
  /** How many holders the sentence has. */
  holders: number;
  traits: Traits;
  /** How much each token of the sentence speaks of each issue: tokens by issues. */
  weight: Float32Array;
  /** By issue, once asked for (`localScope`). */
  local: Uint8Array[];
}

/** Of a candidate's scope, the clause that speaks most of an issue; found once. */
export function localScope({ view, weight, holder, local }: Candidate, index: IssueIndex, issue: number): Uint8Array {
  local[issue] ??= findLocalScope(view, weight, holder.scope, issue, index.issues.length);
  return local[issue];
}

/** All candidates of an article in the order of the text. */
export function findCandidates(
  context: Context,
  attributions: readonly FoundAttribution[],
): { index: IssueIndex; candidates: Candidate[] } {
  const index = issueIndex(context.codebook);
  // 1 a body or group, 2 a person.
  const isMention = new Uint8Array(context.tokens.count);
  for (const { from, to, actor } of context.mentions)
    isMention.fill(context.codebook.actors[actor]!.kind === 'person' ? 2 : 1, from, to);
  const views = context.pass.sentences.map((sentence) => viewSentence(context, index, sentence.index, isMention));
  const threads = followThreads(context, index, views);
  const candidates = findHolders(context, attributions).flatMap((holders, sentence) =>
    holders.map((holder): Candidate => {
      const view = views[sentence]!;
      const evidence = weighIssues(context, index, view, holder.scope);
      return {
        ...{ holder, view, evidence, thread: threads[sentence]!, holders: holders.length },
        traits: traitsOf(context, view, holder, evidence.near),
        weight: tokenWeights(context, index, view),
        local: [],
      };
    }),
  );
  return { index, candidates };
}

/** What was spoken of just before each sentence, a little before, in the title, and in the article as a whole. */
function followThreads(context: Context, index: IssueIndex, views: SentenceView[]): Thread[] {
  const { pass } = context;
  const n = index.issues.length;
  const article = new Float32Array(n);
  for (const view of views) for (const hit of view.phrases) article[hit.issue]! += 1 / views.length;
  const title = titleHits(context.article.title, index);
  let previous = new Float32Array(n);
  let recent = new Float32Array(n);
  return views.map((view, sentence) => {
    const newParagraph =
      sentence > 0 && pass.sentences[sentence]!.paragraph !== pass.sentences[sentence - 1]!.paragraph;
    if (newParagraph) recent = recent.map((value) => value * 0.6);
    const thread: Thread = { previous, recent, title, article };
    const here = new Float32Array(n);
    for (const hit of view.phrases) here[hit.issue]! += hit.words > 1 ? 1.5 : 1;
    previous = here;
    recent = recent.map((value, i) => value * 0.6 + Math.min(2, here[i]!));
    return thread;
  });
}

function titleHits(title: string, index: IssueIndex): Float32Array {
  const hits = new Float32Array(index.issues.length);
  const stems = stemsOf(title);
  for (let at = 0; at < stems.length; at++)
    for (const match of matchesAt(index.phrases, stems, at)) for (const hit of match.values) hits[hit.issue]! += 1;
  return hits;
}
