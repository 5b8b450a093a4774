import type { Codebook } from '../codebook/codebook.ts';
import type { Stance } from '../language/tags.ts';
import { addDays } from '../trend/day.ts';
import { median } from '../trend/median.ts';
import type { TrendPoint } from '../trend/trend-point.ts';
import type { DigestReport, FeedHealthLine, LateItem } from './digest-report.ts';
import type { PrintedSentence } from './message-document.ts';

/** What the digest is made from, all of it already counted. */
export interface DigestMaterial {
  codebook: Codebook;
  day: string;
  /** Points by series (`*` and actor ids), then by day, for the 56 days up to `day`. */
  points: Map<string, Map<string, TrendPoint>>;
  /** Days on which feeds were asked, and whether at least one was heard; empty for imported history. */
  watchedDays: Map<string, boolean>;
  /** Statements of the day with their sentences. */
  statements: DayStatement[];
  /** Evaluated sentences of the day. */
  tones: DayTone[];
  /** Outlet of each article of the day, copies included. */
  outlets: string[];
  /** Actors with a statement on this day and none on record before. */
  newSpeakers: Set<string>;
  late: LateItem[];
  feeds: FeedHealthLine;
  unfinished: number;
  undelivered: string[];
  link: string | null;
}

export interface DayStatement extends PrintedSentence {
  actor: string;
  issue: string;
  stance: Stance;
  clusterId: string;
  confidence: number;
}

export interface DayTone extends PrintedSentence {
  actor: string;
  score: number;
  clusterId: string;
}

const weeksCompared = 8;

/**
 * The median of the same weekday over the eight weeks before, of a series or of the dispute: without days on which no
 * feed was asked or heard, whose silence says nothing. Imported history counts from its first article on.
 */
export function usualCopies(
  series: Map<string, TrendPoint>,
  whole: Map<string, TrendPoint>,
  { day, watchedDays }: Pick<DigestMaterial, 'day' | 'watchedDays'>,
): DigestReport['usual'] {
  const first = [...whole.keys()].sort()[0] ?? '9999';
  const firstWatched = [...watchedDays.keys()].sort()[0] ?? '9999';
  const says = (past: string) => watchedDays.get(past) ?? (past >= first && past < firstWatched);
  const counts = Array.from({ length: weeksCompared }, (_, week) => addDays(day, -7 * (week + 1)))
    .filter(says)
    .map((past) => series.get(past)?.counts.copies ?? 0);
  const copies = median(counts);
  return copies === null ? null : { copies, weeks: counts.length };
}

/** The sentence alone, without what it was chosen by. */
export const printed = ({ sentence, outlet, url }: PrintedSentence): PrintedSentence => ({ sentence, outlet, url });
