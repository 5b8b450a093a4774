import type { Point, Voice } from '../data/answers.ts';
import { addDays, type Step } from './days.ts';

const windowDays = 28;

/** At the end of each step the mean over the articles of the 28 days up to it; null where there are none. */
export function trailingMean(
  points: readonly Point[],
  voice: Voice,
  steps: readonly Step[],
): { day: string; mean: number | null }[] {
  const held = points
    .map(({ day, tone }) => ({ day, n: tone[voice].articles, mean: tone[voice].mean }))
    .filter((point): point is { day: string; n: number; mean: number } => point.mean !== null);
  let first = 0;
  let next = 0;
  let n = 0;
  let sum = 0;
  return steps.map(({ to }) => {
    for (; next < held.length && held[next]!.day <= to; next += 1) {
      n += held[next]!.n;
      sum += held[next]!.n * held[next]!.mean;
    }
    for (; first < next && held[first]!.day <= addDays(to, -windowDays); first += 1) {
      n -= held[first]!.n;
      sum -= held[first]!.n * held[first]!.mean;
    }
    return { day: to, mean: n > 0 ? sum / n : null };
  });
}
