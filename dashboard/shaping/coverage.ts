import type { CoverageDay, FeedDay } from '../data/answers.ts';
import { byStep, type Step } from './days.ts';
import { counted } from './format.ts';

/** What became of a feed on a day. `dead`: it could not be heard, so its silence says nothing about the news. */
export type Hearing = 'heard' | 'late' | 'silent' | 'dead';
export const hearings: readonly Hearing[] = ['heard', 'late', 'silent', 'dead'];

/** The feeds of a step by what became of them, as shares of those expected. */
export interface CoverageStep extends Step {
  /** Feeds the codebook expects; 0 where nothing was kept of the days. */
  expected: number;
  /** Feeds by hearing: of several days each feed's worst one. */
  feeds: Record<Hearing, string[]>;
}

/** How a feed did. A feed that answered but had no entry at all, or none where some were due, is silent. */
export function hearingOf({ status, isHeard }: Pick<FeedDay, 'status' | 'isHeard'>): Hearing {
  if (status === 'failing' || status === 'gone') return 'dead';
  if (status === 'silent') return 'silent';
  if (!isHeard) return 'dead';
  return status === 'late' ? 'late' : 'heard';
}

/** Coverage by step. */
export function coverageSteps(days: readonly CoverageDay[], steps: readonly Step[]): CoverageStep[] {
  const groups = byStep(days, steps);
  return steps.map((step, index) => {
    const worst = new Map<string, { outlet: string; hearing: Hearing }>();
    for (const feed of groups[index]!.flatMap(({ feeds }) => feeds)) {
      const hearing = hearingOf(feed);
      const known = worst.get(feed.url);
      if (!known || hearings.indexOf(hearing) > hearings.indexOf(known.hearing))
        worst.set(feed.url, { outlet: feed.outlet, hearing });
    }
    const feeds: CoverageStep['feeds'] = { heard: [], late: [], silent: [], dead: [] };
    for (const { outlet, hearing } of worst.values()) feeds[hearing].push(outlet);
    return { ...step, expected: worst.size, feeds };
  });
}

/** "16 feeds expected: 14 heard, 1 late, 1 dead (The Evening Sentinel)." */
export function coverageText({ expected, feeds }: CoverageStep): string {
  if (expected === 0) return 'No record of feeds.';
  const parts = hearings
    .filter((hearing) => feeds[hearing].length > 0)
    .map((hearing) => `${feeds[hearing].length} ${hearing}${namesOf(hearing, feeds[hearing])}`);
  return `${counted(expected, 'feed')} expected: ${parts.join(', ')}.`;
}

const namesOf = (hearing: Hearing, names: string[]) =>
  hearing === 'heard' ? '' : ` (${names.slice(0, 3).join(', ')}${names.length > 3 ? ' …' : ''})`;
