import type { Point } from '../data/answers.ts';
import { byStep, type Step } from './days.ts';

/** The three counts of a step. */
export interface VolumeStep extends Step {
  copies: number;
  /** Distinct texts and outlets; null over several days that were counted apart, since theirs don't add up. */
  texts: number | null;
  outlets: number | null;
}

/** Counts by step; steps without a point had no article. */
export function volumeSteps(points: readonly Point[], steps: readonly Step[]): VolumeStep[] {
  const groups = byStep(points, steps);
  return steps.map((step, index) => {
    const held = groups[index]!;
    const [only, ...more] = held;
    const isOnePoint = more.length === 0;
    return {
      ...step,
      copies: held.reduce((sum, { counts }) => sum + counts.copies, 0),
      texts: isOnePoint ? (only?.counts.texts ?? 0) : null,
      outlets: isOnePoint ? (only?.counts.outlets ?? 0) : null,
    };
  });
}
