import type { Stance } from '../language/tags.ts';

/** Statements of one actor on one issue in one day. */
export interface StanceDay extends Record<Stance, number> {
  day: string;
}

/** The side an actor's statements add up to: `divided` when as many are for as against. */
export type Side = Stance | 'divided';

/** A run of days over which an actor kept to one side of an issue. */
export interface Holding {
  side: Side;
  /** First day with this side. */
  from: string;
  /** Last day on which a statement confirmed it; the side is taken to hold on until the next holding begins. */
  lastHeard: string;
  /** Statements of the run, all stances counted. */
  statements: number;
}

/** The side that counts add up to; null without a statement. */
export function sideOf({ for: pro, against, neutral }: Record<Stance, number>): Side | null {
  if (pro > against) return 'for';
  if (against > pro) return 'against';
  if (pro > 0) return 'divided';
  return neutral > 0 ? 'neutral' : null;
}

/**
 * Which side was held when, from the days of one actor and issue in order. A day that holds neutral statements alone
 * leaves the side as it is: who only describes an issue has not changed their mind.
 */
export function stanceHistory(days: readonly StanceDay[]): Holding[] {
  const holdings: Holding[] = [];
  for (const counts of days) {
    const side = sideOf(counts);
    if (side === null) continue;
    const current = holdings.at(-1);
    const statements = counts.for + counts.against + counts.neutral;
    if (current && (side === current.side || side === 'neutral')) {
      current.lastHeard = counts.day;
      current.statements += statements;
    } else {
      holdings.push({ side, from: counts.day, lastHeard: counts.day, statements });
    }
  }
  return holdings;
}

/** The side held on a day, and the one held before it. */
export interface HeldSide extends Holding {
  previous: Side | null;
}

/** The holding in force on a day: the last one that had begun by then. Null when nothing had been said yet. */
export function sideOn(history: readonly Holding[], day: string): HeldSide | null {
  const index = history.findLastIndex(({ from }) => from <= day);
  const held = history[index];
  return held ? { ...held, previous: history[index - 1]?.side ?? null } : null;
}
