import { meanInterval } from '../../shared/trend/mean-interval.ts';
import type { Point, Voice } from '../data/answers.ts';
import { byStep, type Step } from './days.ts';

/** Tone of one actor over one step. */
export interface ToneStep extends Step {
  /** Articles that evaluate the actor in the chosen voice. */
  n: number;
  /** Sentences that do: what a click lists. */
  sentences: number;
  mean: number | null;
  low: number | null;
  high: number | null;
}

/** Tone by step in one voice. Steps without a point have n = 0. */
export function toneSteps(points: readonly Point[], voice: Voice, steps: readonly Step[]): ToneStep[] {
  const groups = byStep(points, steps);
  return steps.map((step, index) => ({ ...step, ...pooled(groups[index]!.map(({ tone }) => tone[voice])) }));
}

type ToneSummary = Point['tone'][Voice];

/**
 * Mean over the articles of several days and its 95 % interval by Student's t (from two articles on), cut to the scale.
 * Days are pooled exactly: from their means, sums of squares and numbers of articles.
 */
export function pooled(tones: readonly ToneSummary[]): Omit<ToneStep, 'from' | 'to'> {
  const sentences = tones.reduce((sum, tone) => sum + tone.negative + tone.neutral + tone.positive, 0);
  const held = tones.filter((tone) => tone.mean !== null);
  const n = held.reduce((sum, { articles }) => sum + articles, 0);
  if (n === 0) return { n, sentences, mean: null, low: null, high: null };
  const mean = held.reduce((sum, tone) => sum + tone.articles * tone.mean!, 0) / n;
  const squares = held.reduce(
    (sum, tone) => sum + (tone.articles - 1) * (tone.sd ?? 0) ** 2 + tone.articles * (tone.mean! - mean) ** 2,
    0,
  );
  const sd = n < 2 ? null : Math.sqrt(squares / (n - 1));
  const [low, high] = meanInterval({ articles: n, mean, sd }) ?? [null, null];
  return { n, sentences, mean, low, high };
}
