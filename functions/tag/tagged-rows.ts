import type { Codebook } from '../../shared/codebook/codebook.ts';
import type { Mention, Sentence, SentenceTone, Span, Statement, Tags } from '../../shared/language/tags.ts';
import type { Evidence, MentionRow, StatementRow, ToneEvidence } from '../../shared/store/rows.ts';
import { seriesOf, wholeDispute } from '../../shared/trend/series.ts';

/** What all rows of one tagging share. */
export interface TaggingContext {
  articleId: string;
  seriesAt: string;
  outlet: string;
  originOutlet: string;
  clusterId: string;
  textRevision: number;
  codebookVersion: string;
  taggerVersion: string;
}

/** The rows that the tags of one article give under one codebook. */
export function taggedRows(
  tags: Tags,
  codebook: Codebook,
  context: TaggingContext,
): { mentions: MentionRow[]; statements: StatementRow[] } {
  const actors = actorsIn(tags);
  const shared = (actor: string, suffix = '') => ({
    ...without(context),
    series: seriesOf(codebook.id, actor),
    at: `${context.seriesAt}#${context.articleId}${suffix}`,
    actor,
  });
  const mentions = actors.map((actor) => ({
    ...shared(actor),
    mentions: tags.mentions
      .filter((mention) => mention.actor === actor)
      .map((mention) => mentionEvidence(mention, tags)),
    tones: tags.sentenceTones.filter((tone) => tone.actor === actor).map((tone) => toneEvidence(tone, tags)),
    articleTone: tags.articleTones[actor] ?? null,
  }));
  const whole = { ...shared(wholeDispute), mentions: [], tones: [], articleTone: null };
  const counters = new Map<string, number>();
  const statements = tags.statements.map((statement) => {
    const n = counters.get(statement.actor) ?? 0;
    counters.set(statement.actor, n + 1);
    return {
      ...shared(statement.actor, `#${String(n).padStart(3, '0')}`),
      ...statementFields(statement, tags),
    };
  });
  return { mentions: [whole, ...mentions], statements };
}

function without({ seriesAt: _, ...context }: TaggingContext): Omit<TaggingContext, 'seriesAt'> {
  return context;
}

/** A speaker may be known by a pronoun alone, so statements count too. */
function actorsIn(tags: Tags): string[] {
  const actors = [...tags.mentions, ...tags.statements, ...tags.sentenceTones].map(({ actor }) => actor);
  return [...new Set(actors)].sort();
}

const mentionEvidence = (mention: Mention, tags: Tags) => ({
  evidence: evidence(mention, tags.sentences[mention.sentence]),
  rule: mention.rule,
  confidence: mention.confidence,
});

const toneEvidence = (tone: SentenceTone, tags: Tags): ToneEvidence => {
  const { start, end } = tags.sentences[tone.sentence] ?? tone;
  const { label, score, confidence, voice, speaker, rule, reasons } = tone;
  return { sentence: [start, end], label, score, confidence, voice, speaker, rule, reasons };
};

const statementFields = (statement: Statement, tags: Tags) => ({
  issue: statement.issue,
  stance: statement.stance,
  voice: statement.voice,
  evidence: evidence(statement, tags.sentences[statement.sentence]),
  cue: statement.cue && ([statement.cue.start, statement.cue.end] as [number, number]),
  rule: statement.rule,
  confidence: statement.confidence,
  reasons: statement.reasons,
});

const evidence = (span: Span, sentence: Sentence | undefined): Evidence => [
  span.start,
  span.end,
  sentence?.start ?? span.start,
  sentence?.end ?? span.end,
];
