/** A stretch of the article's text: UTF-16 offsets, `end` exclusive. */
export interface Span {
  start: number;
  end: number;
}

/** Why a tag stands: the rule that made it, or a model's heaviest features with their signed weights. */
export interface Reason {
  feature: string;
  weight: number;
}

export interface Sentence extends Span {
  /** Counted from 0 through the article. */
  index: number;
  /** Paragraph counted from 0. */
  paragraph: number;
}

export type MentionKind = 'name' | 'alias' | 'descriptor' | 'office';

/** An explicit mention of a codebook actor (never a pronoun). */
export interface Mention extends Span {
  actor: string;
  sentence: number;
  kind: MentionKind;
  rule: string;
  confidence: number;
}

export type AttributionKind = 'direct' | 'indirect' | 'mixed';

/** Who says, thinks or wants what. `source` null: nobody is named. `actor`: the codebook actor that the source resolves to. */
export interface Attribution {
  source: Span | null;
  cue: Span | null;
  content: Span[];
  kind: AttributionKind;
  actor: string | null;
  rule: string;
  confidence: number;
}

export type Stance = 'for' | 'against' | 'neutral';
export type Voice = 'direct' | 'indirect' | 'action';

/** An actor holding, voicing or acting on a position on an issue, in one sentence. The span is the evidence, inside its sentence. */
export interface Statement extends Span {
  sentence: number;
  actor: string;
  issue: string;
  stance: Stance;
  voice: Voice;
  cue: Span | null;
  rule: string;
  confidence: number;
  reasons: Reason[];
}

export type ToneLabel = 'negative' | 'neutral' | 'positive';

/** Tone of one sentence towards one actor mentioned in it. */
export interface SentenceTone extends Span {
  sentence: number;
  actor: string;
  label: ToneLabel;
  /** From -1 (negative) to 1 (positive). */
  score: number;
  confidence: number;
  /** `outlet`: the outlet's own words. `quoted`: in somebody's mouth, `speaker` if it is a codebook actor. */
  voice: 'outlet' | 'quoted';
  speaker: string | null;
  rule: string;
  reasons: Reason[];
}

/** What the tagger reads. `text` is paragraphs joined by a blank line; `publishedAt` an ISO 8601 instant or date. */
export interface TaggableArticle {
  title: string;
  text: string;
  publishedAt: string;
}

/** All tags of one article under one codebook. Offsets refer to `text`. */
export interface Tags {
  /** ISO 639-1 code of the language found; when it isn't the codebook's, nothing is tagged. */
  language: string;
  sentences: Sentence[];
  mentions: Mention[];
  attributions: Attribution[];
  statements: Statement[];
  sentenceTones: SentenceTone[];
  /** Tone of the whole article by actor id. */
  articleTones: Record<string, { label: ToneLabel; score: number }>;
}
