import type { AccuracyGroup } from '../../shared/marks/accuracy.ts';
import type { Mark } from '../../shared/marks/mark.ts';
import type { Hearing } from '../../shared/trend/hearing.ts';
import type { Holding, StanceDay } from '../../shared/trend/stance-history.ts';
import type { TrendPoint } from '../../shared/trend/trend-point.ts';

/** What the API answers, as far as the page reads it. */
export interface Dispute {
  id: string;
  title: string;
  version: string;
  timeZone: string;
  /** The day it is in the dispute's time zone: this day and later ones are still filling. */
  today: string;
  period: { from: string; to: string | null };
  events: DisputeEvent[];
  actors: { id: string; name: string; kind: string }[];
  issues: { id: string; proposition: string }[];
}

export interface DisputeEvent {
  date: string;
  until?: string;
  label: string;
  kind: string;
}

/** Whose words a tone is taken from: the outlets' own, what others are quoted as saying, or both. */
export type Voice = 'all' | 'outlet' | 'quoted';

/** One interval of a series: `days` are those of it that the period holds. */
export type Point = TrendPoint & { day: string; days?: { from: string; to: string } | null };

export interface FeedDay {
  url: string;
  outlet: string;
  status: 'ok' | 'late' | 'silent' | 'failing' | 'moved' | 'gone';
  isHeard: boolean;
  heard: number;
  polls: number;
  failedPolls: number;
}

/** A day's feeds one by one. */
export interface FeedsOfDay {
  day: string;
  feeds: FeedDay[];
}

/** A day's feeds in short: how many, and those that were not simply heard. */
export interface CoverageDay {
  day: string;
  expected: number;
  others: { outlet: string; hearing: Hearing; isHeard: boolean }[];
}

export interface CoverageAnswer {
  days: CoverageDay[];
}

export interface LeadingAnswer {
  actors: { actor: string; statements: number }[];
}

export interface SeriesAnswer {
  from: string;
  to: string;
  series: { actor: string; points: Point[] }[];
  coverage: FeedsOfDay[];
}

export interface StanceCell {
  actor: string;
  issue: string;
  days: StanceDay[];
  history: Holding[];
}

export interface StancesAnswer {
  from: string;
  to: string;
  cells: StanceCell[];
}

export interface Reason {
  feature: string;
  weight: number;
}

interface Quoted {
  /** Names the tag: marks are kept under it. */
  tag: string;
  articleId: string;
  clusterId: string;
  at: string;
  actor: string;
  outlet: string;
  title: string | null;
  url: string;
  /** Null when the text is no longer kept. */
  sentence: string | null;
  rule: string;
  confidence: number;
  reasons: Reason[];
  codebookVersion: string;
  taggerVersion: string;
}

export interface StatementView extends Quoted {
  issue: string;
  stance: 'for' | 'against' | 'neutral';
  voice: 'direct' | 'indirect' | 'action';
  /** Offsets into `sentence`. */
  span: [number, number];
  cue: [number, number] | null;
}

export interface ToneView extends Quoted {
  label: 'negative' | 'neutral' | 'positive';
  score: number;
  voice: 'outlet' | 'quoted';
  speaker: string | null;
}

export interface ArticleView {
  id: string;
  url: string;
  outlet: string;
  title: string | null;
  at: string;
  clusterId: string;
}

/** A page of a list: how many rows there are in all (null where that would cost too much), and where the next page begins. */
interface PageOfRows {
  total: number | null;
  next?: string | null;
}

export interface ArticlesAnswer extends PageOfRows {
  articles: ArticleView[];
}

export interface StatementsAnswer extends PageOfRows {
  statements: StatementView[];
}

export interface TonesAnswer extends PageOfRows {
  tones: ToneView[];
}

export interface MarksAnswer {
  total: number;
  marks: Mark[];
}

export interface AccuracyAnswer {
  groups: AccuracyGroup[];
  /** Marked tags that are made no longer. */
  vanished: number;
}

export interface OutletsAnswer {
  outlets: { outlet: string; articles: number }[];
}
