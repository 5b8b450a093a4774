import type { MentionRow, StatementRow } from '../store/rows.ts';
import { mostSurprise } from './chance.ts';

/** Rules that judge by chance; each has a threshold. */
export const chanceRules = ['volume', 'share', 'tone', 'flip', 'silence', 'dropped-issue'] as const;

export type ChanceRule = (typeof chanceRules)[number];
export type AlertRule = ChanceRule | 'dead-feed';

/** What an alert rests on: rows to be opened into sentences, or articles into headlines. */
export type Evidence =
  | { kind: 'statement'; row: StatementRow }
  | { kind: 'tone'; row: MentionRow }
  | { kind: 'article'; articleId: string }
  /** The last statements before a silence: those of the actor, or on the issue, on that day. */
  | { kind: 'day'; actor: string | null; issue: string | null; day: string };

/** Something that stands away from its baseline. */
export interface Finding {
  rule: AlertRule;
  /** What it is about, as a key: actor, issue, `actor/issue`, feed address, or `*`. */
  subject: string;
  /** Decimal digits of the chance under the baseline; null for what is no matter of chance. */
  surprise: number | null;
  /** What, and by how much. */
  what: string;
  /** Against what. */
  against: string;
  evidence: Evidence[];
  /** What a dead feed could be the cause of: `absence` of anything, or sentences of these outlets. */
  restsOn: 'absence' | { outlets: string[] } | 'presence';
}

/** Digits of surprise from which each rule speaks. */
export type Thresholds = Record<ChanceRule, number>;

/** One chance in a thousand, until a back-test has set it. */
export const defaultThresholds: Thresholds = {
  volume: 3,
  share: 3,
  tone: 3,
  flip: 3,
  silence: 3,
  'dropped-issue': 3,
};

const days = (count: number) => count * 86_400_000;

/** How long a rule stays silent about a subject after it has spoken, in milliseconds. */
export const coolDownMs: Record<AlertRule, number> = {
  volume: days(2),
  share: days(3),
  tone: days(3),
  flip: days(14),
  silence: days(28),
  'dropped-issue': days(28),
  // Its subject names the day it died: one death is told once.
  'dead-feed': Number.POSITIVE_INFINITY,
};

/** One chance in so many, as people read it. */
export function oneIn(surprise: number): string {
  const times = 10 ** surprise;
  const unit = 10 ** Math.max(0, Math.floor(surprise) - 1);
  const rounded = (Math.round(times / unit) * unit).toLocaleString('en-GB');
  return surprise >= mostSurprise ? `less than one chance in ${rounded}` : `one chance in ${rounded}`;
}
