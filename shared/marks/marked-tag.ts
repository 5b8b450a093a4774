import { createHash } from 'node:crypto';
import type { MentionRow, StatementRow } from '../store/rows.ts';
import type { MarkedTag } from './mark.ts';

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
