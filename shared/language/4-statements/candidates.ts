import type { FoundAttribution } from '../3-attribution.ts';
import type { Context } from '../context.ts';
import { matchesAt } from '../phrase-trie.ts';
import { findHolders, type Holder } from './holders.ts';
import { type IssueEvidence, type Thread, weighIssues } from './issue-evidence.ts';
import { type IssueIndex, issueIndex, stemsOf } from './issue-index.ts';
import {
  localScopes,
  type NamedIssue,
  namedIssues,
  type SentenceView,
  viewSentence,
  weighTokens,
} from './sentence-view.ts';
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
  /** By issue, the clause of the scope that speaks most of it. */
  local: Uint8Array[];
  /** By issue, how much that clause speaks of it. */
  localWeight: Float64Array;
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
  const named = context.pass.sentences.map((sentence) => namedIssues(context, index, sentence.index, isMention));
  const threads = followThreads(context, index, named);
  const candidates: Candidate[] = [];
  for (const [sentence, holders] of findHolders(context, attributions).entries()) {
    if (holders.length === 0) continue;
    const view = viewSentence(context, sentence, isMention, named[sentence]!);
    const weight = weighTokens(context, index, view);
    for (const holder of holders) {
      const evidence = weighIssues(context, index, view, holder.scope);
      const localWeight = new Float64Array(index.issues.length);
      candidates.push({
        holder,
        view,
        evidence,
        thread: threads[sentence]!,
        holders: holders.length,
        traits: traitsOf(context, view, holder, evidence.near),
        local: localScopes(view, weight, holder.scope, localWeight),
        localWeight,
      });
    }
  }
  return { index, candidates };
}

/** What was spoken of just before each sentence, a little before, in the title, and in the article as a whole. */
function followThreads(context: Context, index: IssueIndex, named: NamedIssue[][]): Thread[] {
  const { pass } = context;
  const n = index.issues.length;
  const article = new Float32Array(n);
  for (const phrases of named) for (const { issue } of phrases) article[issue]! += 1 / named.length;
  const title = titleHits(context.article.title, index);
  let previous = new Float32Array(n);
  let recent: Float32Array = new Float32Array(n);
  return named.map((phrases, sentence) => {
    const newParagraph =
      sentence > 0 && pass.sentences[sentence]!.paragraph !== pass.sentences[sentence - 1]!.paragraph;
    if (newParagraph) recent = fade(recent);
    const thread: Thread = { previous, recent, title, article };
    const here = new Float32Array(n);
    for (const { issue, words } of phrases) here[issue]! += words > 1 ? 1.5 : 1;
    previous = here;
    recent = fade(recent, here);
    return thread;
  });
}

/** What was recent, fainter, with what is named here. */
function fade(recent: Float32Array, here?: Float32Array): Float32Array {
  const faded = new Float32Array(recent.length);
  for (let i = 0; i < faded.length; i++) faded[i] = recent[i]! * 0.6 + (here ? Math.min(2, here[i]!) : 0);
  return faded;
}

function titleHits(title: string, index: IssueIndex): Float32Array {
  const hits = new Float32Array(index.issues.length);
  const stems = stemsOf(title);
  for (let at = 0; at < stems.length; at++)
    for (const match of matchesAt(index.phrases, stems, at)) for (const hit of match.values) hits[hit.issue]! += 1;
  return hits;
}
