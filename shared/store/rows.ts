import type { ArticleKind, DateSource } from '../article/article.ts';
import type { EntryDateSource } from '../feed/feed.ts';
import type { Reason, Stance, ToneLabel, Voice } from '../language/tags.ts';

/** Where an article stands. The first three are unfinished work; every article ends in one of the last four.
 * `alias`: the page names another address as its canonical one, and the article is kept there. */
export type ArticleState = 'discovered' | 'collected' | 'tagged' | 'counted' | 'irrelevant' | 'failed' | 'alias';

/** What an entry of a feed said of the article when it was last seen to change. */
export interface EntrySeen {
  /** Hash of the entry's title and summary: another hash means the outlet edited it. */
  hash: string;
  published: string | null;
  dateSource: EntryDateSource;
  /** What is tagged where the page can't be had; null once a text is kept. */
  summary: string | null;
  changedAt: string;
}

/** Articles: one row a canonical URL. Instants are ISO 8601 UTC. */
export interface ArticleRow {
  id: string;
  url: string;
  outlet: string;
  feedUrl: string;
  /** The feed carries other outlets' articles: the page says whose this is. */
  aggregated?: boolean | undefined;
  disputes: string[];
  title: string | null;
  state: ArticleState;
  /** Set while work is open: key of the sparse index, with the instant at which it was opened or taken up again. */
  unfinished?: 'open' | undefined;
  openedAt?: string | undefined;
  /** When its state was last changed, or it was taken up again. */
  touchedAt: string;
  /** Why it failed, or what was wanting (`feed-text-only`). */
  reason?: string | undefined;
  firstSeenAt: string;
  entry: EntrySeen;
  /** The instant whose day the article counts in: set once, so that an update can't move it to another day. */
  seriesAt?: string;
  seriesAtSource?: DateSource | 'first-seen';
  modifiedAt?: string | undefined;
  fetchedAt?: string;
  byline?: string | undefined;
  section?: string | undefined;
  language?: string | undefined;
  kind?: ArticleKind;
  paywalled?: boolean;
  /** Number of the current text in Texts, from 1. */
  textRevision?: number;
  textHash?: string;
  textSource?: 'page' | 'feed';
  /** When the current text was dropped because its time was over: its tags can't be made anew. */
  textDroppedAt?: string | undefined;
  /** When it was erased on request: what is left tells only that, so that it is not collected again. */
  erasedAt?: string;
  /** When a person was blacked out of it on request: it is not fetched again, which would bring the name back. */
  redactedAt?: string;
  /** Head of the near-duplicate cluster (an article id) and the outlet it appeared in. */
  clusterId?: string;
  /** `seriesAt#articleId` of the head: the earlier of two heads wins. */
  clusterAt?: string;
  originOutlet?: string;
  /** Identifies the last tagging: text, cluster, codebooks and tagger. */
  tagging?: string;
  /** Rows the last tagging wrote: number of statements by series (`dispute#actor`), 0 where only mentioned. */
  rows?: Record<string, number>;
  /** Hash of `rows`: of two workers that note rows at once, one starts again. */
  rowsKey?: string;
}

/** Texts: each revision of an article's text as extracted. */
export interface TextRow {
  id: string;
  revision: number;
  title: string | null;
  text: string;
  hash: string;
  /** Characters cut from the end to stay under DynamoDB's item limit. */
  cut: number;
  fetchedAt: string;
  /** Set while the text is kept: key of the sparse index by age. */
  kept?: 'kept';
}

/** What stays of a text when its time is over: what tells whether a text found again is this one. */
export interface DroppedText extends Omit<TextRow, 'text' | 'title' | 'kept'> {
  droppedAt: string;
  /** SHA-256 of the text, in hex. */
  sha256: string;
  /** SHA-256 of each sentence that a tag rests on, by `start-end` of its offsets. */
  sentences: Record<string, string>;
  /** Bands of its near-duplicate signature, under which the article is still found. */
  bands: string[];
}

/** A row of Texts. */
export type StoredText = TextRow | DroppedText;

export const isKept = (text: StoredText): text is TextRow => 'text' in text;

/** Signatures: one row a near-duplicate band of an article. */
export interface SignatureRow {
  band: string;
  /** `seriesAt#articleId`. */
  at: string;
  articleId: string;
  outlet: string;
  signature: string;
}

/** A span of the text: [start, end, sentence start, sentence end]. */
export type Evidence = [start: number, end: number, sentenceStart: number, sentenceEnd: number];

/** Tone of one sentence towards the row's actor. */
export interface ToneEvidence {
  sentence: [start: number, end: number];
  label: ToneLabel;
  score: number;
  confidence: number;
  voice: 'outlet' | 'quoted';
  speaker: string | null;
  rule: string;
  reasons: Reason[];
}

/** What every tagged row holds. */
export interface TaggedRow {
  /** `dispute#actor`. */
  series: string;
  /** `seriesAt#articleId`, for statements `seriesAt#articleId#n`. */
  at: string;
  articleId: string;
  actor: string;
  outlet: string;
  originOutlet: string;
  clusterId: string;
  textRevision: number;
  codebookVersion: string;
  taggerVersion: string;
  /** Words that may be found in it, see `wordSignature`: of title and text on a `*` row, of the sentence on a statement. */
  words?: string;
}

/** Mentions: one row an article and actor; under the pseudo-actor `*` one row an article. */
export interface MentionRow extends TaggedRow {
  mentions: { evidence: Evidence; rule: string; confidence: number }[];
  tones: ToneEvidence[];
  articleTone: { label: ToneLabel; score: number } | null;
}

/** Statements: one row a statement. */
export interface StatementRow extends TaggedRow {
  issue: string;
  stance: Stance;
  voice: Voice;
  evidence: Evidence;
  cue: [start: number, end: number] | null;
  rule: string;
  confidence: number;
  reasons: Reason[];
}
