export type Verdict = 'right' | 'wrong';
export type MarkedKind = 'statement' | 'tone';

/** The tag that a mark judges, as it stood when it was marked. */
export interface MarkedTag {
  /** Names the tag by its content, so that the same tag made again keeps its marks and another one inherits none. */
  tag: string;
  kind: MarkedKind;
  articleId: string;
  actor: string;
  /** Null for a tone, which has none. */
  issue: string | null;
  /** Stance of a statement, label of a tone. */
  value: string;
  voice: string;
  rule: string;
  codebookVersion: string;
  taggerVersion: string;
}

/** A person's judgement of a tag. Marks are only ever added: who thinks again adds another, and the latest counts. */
export interface Mark extends MarkedTag {
  verdict: Verdict;
  who: string;
  /** ISO 8601 UTC. */
  at: string;
  note?: string | undefined;
}
