import type { MentionRow, StatementRow } from '../../shared/store/rows.ts';
import { type TrendPoint, trendPoint } from '../../shared/trend/trend-point.ts';

const common = (actor: string, at: string, id: string) => ({
  series: `ferry-dispute#${actor}`,
  actor,
  articleId: id,
  outlet: 'The Quay Gazette',
  originOutlet: 'The Quay Gazette',
  clusterId: id,
  textRevision: 1,
  codebookVersion: 'c',
  taggerVersion: 't',
  at: `${at}#${id}`,
});

/** An invented mention; a score makes its one evaluated sentence. */
export const mentionRow = (actor: string, at: string, id: string, score?: number): MentionRow => ({
  ...common(actor, at, id),
  mentions: [],
  tones:
    score === undefined
      ? []
      : [
          {
            sentence: [0, 10],
            label: score < 0 ? 'negative' : 'positive',
            score,
            confidence: 0.9,
            voice: 'outlet',
            speaker: null,
            rule: 'tone',
            reasons: [],
          },
        ],
  articleTone: null,
});

export const statementRow = (actor: string, at: string, id: string, stance: 'for' | 'against'): StatementRow => ({
  ...common(actor, at, id),
  at: `${at}#${id}#0`,
  issue: 'rota',
  stance,
  voice: 'direct',
  evidence: [0, 10, 0, 10],
  cue: null,
  rule: 'statement.said',
  confidence: 0.8,
  reasons: [],
});

/** A point with articles, a tone, and stances on the rota. */
export const point = (
  copies: number,
  { tone = null, stances }: { tone?: number | null; stances?: Partial<Record<'for' | 'against', number>> } = {},
): TrendPoint => {
  const empty = trendPoint([], []);
  return {
    ...empty,
    counts: { copies, texts: copies, outlets: copies },
    tone: { ...empty.tone, all: { ...empty.tone.all, mean: tone } },
    stances: stances ? { rota: { for: 0, against: 0, neutral: 0, ...stances } } : {},
  };
};
