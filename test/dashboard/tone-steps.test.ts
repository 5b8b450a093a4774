import { describe, expect, it } from 'vitest';
import { stepsOf } from '../../dashboard/shaping/days.ts';
import { pooled, toneSteps } from '../../dashboard/shaping/tone-steps.ts';
import { trailingMean } from '../../dashboard/shaping/trailing-mean.ts';
import { trendPoint } from '../../shared/trend/trend-point.ts';

/** A day on which articles have these tones. */
const point = (day: string, scores: number[]) => ({
  day,
  ...trendPoint(
    scores.map((score, index) => ({
      ...{ at: `${day}#${index}`, clusterId: `${index}`, originOutlet: 'The Quay Gazette', mentions: [] },
      tones: [{ score, label: 'neutral', voice: 'outlet' }],
    })),
    [],
  ),
});

describe('tone of a step', () => {
  it('is the mean over articles with its interval, days pooled as if counted together', () => {
    const days = [point('2016-02-08', [-0.5, 0.1]), point('2016-02-10', [0.3])];
    const together = point('2016-02-08', [-0.5, 0.1, 0.3]);
    const [week] = toneSteps(days, 'all', stepsOf('2016-02-08', '2016-02-14', 'week'));
    expect(week).toMatchObject({ n: 3, sentences: 3 });
    expect(week!.mean).toBeCloseTo(together.tone.all.mean!, 6);
    const margin = (4.30265 * together.tone.all.sd!) / Math.sqrt(3);
    expect(week!.low).toBeCloseTo(Math.max(-1, together.tone.all.mean! - margin), 4);
    expect(week!.high).toBeCloseTo(Math.min(1, together.tone.all.mean! + margin), 4);
  });

  it.each([
    ['nothing', [], { n: 0, mean: null, low: null, high: null }],
    ['one article: no interval', [point('2016-02-08', [0.4])], { n: 1, mean: 0.4, low: null, high: null }],
    [
      'equal articles: an interval of no width',
      [point('2016-02-08', [0.4, 0.4])],
      { n: 2, mean: 0.4, low: 0.4, high: 0.4 },
    ],
  ])('of %s', (_, days, expected) => expect(pooled(days.map(({ tone }) => tone.all))).toMatchObject(expected));

  it('of days without a point has no article', () => {
    const steps = toneSteps([point('2016-02-09', [0.4])], 'outlet', stepsOf('2016-02-08', '2016-02-10', 'day'));
    expect(steps.map(({ n }) => n)).toEqual([0, 1, 0]);
  });
});

describe('the trailing mean', () => {
  const points = [point('2016-01-01', [1]), point('2016-01-10', [0, 0])];
  it('is over the articles of 28 days, and ends where there are none', () => {
    const steps = ['2016-01-01', '2016-01-10', '2016-01-28', '2016-01-29', '2016-02-06', '2016-02-07'].map((day) => ({
      ...{ from: day, to: day },
    }));
    expect(trailingMean(points, 'all', steps).map(({ mean }) => mean)).toEqual([1, 1 / 3, 1 / 3, 0, 0, null]);
  });
});
