import { type Interval, intervalOfDay, lastDayOf } from '../trend/interval.ts';
import type { PlacedUnit } from './audit-units.ts';
import { taggedCounts } from './corrected-balance.ts';
import type { TaggedStep } from './corrected-series.ts';
import type { Audit } from './stored-audit.ts';

/** What the tagger says of all units of a draw's period, by day (YYYY-MM-DD) and issue; days without units are left out. */
export type TaggedByDay = Record<string, Audit['tagged']>;

/** Adds the units of an article to its day. */
export function countDay(
  days: TaggedByDay,
  day: string,
  units: readonly Pick<PlacedUnit, 'issue' | 'tagger'>[],
  issues: readonly string[],
): void {
  if (units.length > 0) days[day] = summed([days[day] ?? {}, taggedCounts(units, issues)]);
}

/** The days' counts by longer steps, in order of time. The outer steps end with the period. */
export function taggedSteps(
  days: TaggedByDay,
  { from, to }: { from: string; to: string },
  interval: Exclude<Interval, 'hour'>,
): TaggedStep[] {
  const steps = new Map<string, Audit['tagged'][]>();
  for (const day of Object.keys(days).sort()) {
    const start = intervalOfDay(day, interval);
    steps.set(start, [...(steps.get(start) ?? []), days[day]!]);
  }
  return [...steps].map(([start, counts]) => {
    const last = lastDayOf(start, interval);
    return { from: start > from ? start : from, to: last < to ? last : to, tagged: summed(counts) };
  });
}

function summed(parts: readonly Audit['tagged'][]): Audit['tagged'] {
  const sums: Audit['tagged'] = {};
  for (const part of parts) {
    for (const [issue, counts] of Object.entries(part)) {
      const sum = sums[issue] ?? { for: 0, against: 0, neutral: 0, none: 0 };
      sums[issue] = {
        for: sum.for + counts.for,
        against: sum.against + counts.against,
        neutral: sum.neutral + counts.neutral,
        none: sum.none + counts.none,
      };
    }
  }
  return sums;
}
