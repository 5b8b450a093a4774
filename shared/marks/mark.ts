import { createHash } from 'node:crypto';
import type { MentionRow, StatementRow } from '../store/rows.ts';

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

const idLength = 20;
const idOf = (...parts: (string | number)[]) =>
  createHash('sha256').update(parts.join('\n')).digest('hex').slice(0, idLength);

/** A statement as it can be marked. */
export function markedStatement(row: StatementRow): MarkedTag {
  const { articleId, textRevision, actor, issue, stance, voice, evidence, rule, codebookVersion, taggerVersion } = row;
  return {
    tag: idOf('statement', articleId, textRevision, actor, issue, stance, ...evidence),
    kind: 'statement',
    ...{ articleId, actor, issue, value: stance, voice, rule, codebookVersion, taggerVersion },
  };
}

/** The tone of one sentence of a Mentions row as it can be marked. */
export function markedTone(row: MentionRow, tone: MentionRow['tones'][number]): MarkedTag {
  const { articleId, textRevision, actor, codebookVersion, taggerVersion } = row;
  const { label, voice, sentence, rule } = tone;
  return {
    tag: idOf('tone', articleId, textRevision, actor, label, ...sentence),
    kind: 'tone',
    ...{ articleId, actor, issue: null, value: label, voice, rule, codebookVersion, taggerVersion },
  };
}
