import { type Hearing, hearings } from '../../shared/trend/hearing.ts';
import type { CoverageDay } from '../data/answers.ts';
import { byStep, type Step } from './days.ts';
import { counted } from './format.ts';

/** The feeds of a step by what became of them. */
export interface CoverageStep extends Step {
  /** Feeds the codebook expects; 0 where nothing was kept of the days. */
  expected: number;
  /** How many were simply heard, on every day. */
  heard: number;
  /** The others by outlet: of several days each feed's worst one. */
  feeds: Record<Exclude<Hearing, 'heard'>, string[]>;
}

/** Coverage by step. */
export function coverageSteps(days: readonly CoverageDay[], steps: readonly Step[]): CoverageStep[] {
  const groups = byStep(days, steps);
  return steps.map((step, index) => {
    const worst = new Map<string, Hearing>();
    for (const { outlet, hearing } of groups[index]!.flatMap(({ others }) => others)) {
      const known = worst.get(outlet) ?? 'heard';
      if (hearings.indexOf(hearing) > hearings.indexOf(known)) worst.set(outlet, hearing);
    }
    const feeds: CoverageStep['feeds'] = { late: [], silent: [], dead: [] };
    for (const [outlet, hearing] of worst) if (hearing !== 'heard') feeds[hearing].push(outlet);
    const expected = Math.max(0, ...groups[index]!.map((day) => day.expected));
    return { ...step, expected, heard: expected - worst.size, feeds };
  });
}

/** Feeds of a step in one state. */
export const feedsIn = (step: CoverageStep, hearing: Hearing): number =>
  hearing === 'heard' ? step.heard : step.feeds[hearing].length;

/** "16 feeds expected: 14 heard, 1 late, 1 dead (The Evening Sentinel)." */
export function coverageText(step: CoverageStep): string {
  if (step.expected === 0) return 'No record of feeds.';
  const parts = hearings
    .filter((hearing) => feedsIn(step, hearing) > 0)
    .map((hearing) => `${feedsIn(step, hearing)} ${hearing}${hearing === 'heard' ? '' : namesOf(step.feeds[hearing])}`);
  return `${counted(step.expected, 'feed')} expected: ${parts.join(', ')}.`;
}

const namesOf = (names: string[]) => ` (${names.slice(0, 3).join(', ')}${names.length > 3 ? ' …' : ''})`;
