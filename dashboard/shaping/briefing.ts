import type { Side } from '../../shared/trend/stance-history.ts';
import type { CoverageDay, Point, StanceCell, StatementView, Voice } from '../data/answers.ts';
import { addDays } from './days.ts';
import { pooled } from './tone-steps.ts';

/** Weeks whose same weekday says what is usual. */
const weeks = 8;
const daysBefore = 28;

/** The day a briefing is about: the one asked for, else the last with an article, else the last of the period. */
export const briefingDay = (asked: string | null, points: readonly Point[], from: string, to: string): string =>
  asked && asked >= from && asked <= to ? asked : (points.at(-1)?.day ?? to);

/** Articles of a day, and the median of the same weekday over the weeks before that lie in the period. */
export function volumeOf(points: readonly Point[], day: string, from: string) {
  const copiesOn = new Map(points.map((point) => [point.day, point.counts]));
  const before = Array.from({ length: weeks }, (_, index) => addDays(day, -7 * (index + 1))).filter(
    (each) => each >= from,
  );
  const counts = before.map((each) => copiesOn.get(each)?.copies ?? 0).sort((a, b) => a - b);
  const middle = Math.floor(counts.length / 2);
  const usual = counts.length % 2 === 1 ? counts[middle]! : ((counts[middle - 1] ?? 0) + (counts[middle] ?? 0)) / 2;
  return { counts: copiesOn.get(day) ?? { copies: 0, texts: 0, outlets: 0 }, usual: counts.length < 3 ? null : usual };
}

/** Tone of a day beside the mean of the 28 days before. */
export interface ToneMove {
  actor: string;
  mean: number;
  n: number;
  before: number | null;
}

/** Tone moves of the day, largest first; actors not evaluated that day are left out. */
export function toneMoves(
  series: readonly { actor: string; points: Point[] }[],
  voice: Voice,
  day: string,
): ToneMove[] {
  return series
    .flatMap(({ actor, points }) => {
      const today = points.find((point) => point.day === day)?.tone[voice];
      if (actor === '*' || !today || today.mean === null) return [];
      const earlier = points.filter((point) => point.day < day && point.day >= addDays(day, -daysBefore));
      return [
        { actor, mean: today.mean, n: today.articles, before: pooled(earlier.map(({ tone }) => tone[voice])).mean },
      ];
    })
    .sort((a, b) => moveOf(b) - moveOf(a));
}

const moveOf = ({ mean, before }: ToneMove) => Math.abs(mean - (before ?? 0));

/** Sides that were taken or changed on a day. */
export interface SideChange {
  actor: string;
  issue: string;
  side: Side;
  /** Null where the actor had not spoken on it before. */
  previous: Side | null;
  statements: number;
}

/** What of a statement says who takes which side. */
type SideTaken = Pick<StatementView, 'actor' | 'issue' | 'stance'>;

/**
 * Changes of side first, then sides taken for the first time; those with more statements first. Left out is whatever none
 * of the day's statements that are sure enough bears out: one of that side, or of either where the sides are divided.
 */
export function sideChanges(cells: readonly StanceCell[], day: string, sureEnough: readonly SideTaken[]): SideChange[] {
  return cells
    .flatMap(({ actor, issue, history, days }) => {
      const index = history.findIndex(({ from }) => from === day);
      const begun = history[index];
      if (!begun || begun.side === 'neutral') return [];
      const isBorneOut = ({ stance }: SideTaken) =>
        begun.side === 'divided' ? stance !== 'neutral' : stance === begun.side;
      if (!sureEnough.some((each) => each.actor === actor && each.issue === issue && isBorneOut(each))) return [];
      const own = days.find((each) => each.day === day)!;
      const statements = own.for + own.against + own.neutral;
      return [{ actor, issue, side: begun.side, previous: history[index - 1]?.side ?? null, statements }];
    })
    .sort((a, b) => Number(b.previous !== null) - Number(a.previous !== null) || b.statements - a.statements);
}

/** How many feeds a day expected, and the outlets of those that could not be heard, as the morning digest counts them. */
export function feedsOn(coverage: readonly CoverageDay[], day: string): { expected: number; lost: string[] } {
  const { expected, others } = coverage.find((each) => each.day === day) ?? { expected: 0, others: [] };
  return { expected, lost: others.filter(({ isHeard }) => !isHeard).map(({ outlet }) => outlet) };
}
