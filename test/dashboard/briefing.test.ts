import { describe, expect, it } from 'vitest';
import { briefingDay, sideChanges, toneMoves, volumeOf } from '../../dashboard/shaping/briefing.ts';
import { addDays } from '../../dashboard/shaping/days.ts';
import { stanceHistory } from '../../shared/trend/stance-history.ts';
import { trendPoint } from '../../shared/trend/trend-point.ts';

const point = (day: string, articles: number, score = 0) => ({
  day,
  ...trendPoint(
    Array.from({ length: articles }, (_, index) => ({
      ...{ at: `${day}#${index}`, clusterId: `${index}`, originOutlet: 'The Quay Gazette', mentions: [] },
      tones: [{ score, label: 'neutral' as const, voice: 'outlet' as const }],
    })),
    [],
  ),
});

describe('the day a briefing is about', () => {
  const points = [point('2020-03-09', 1), point('2020-03-12', 1)];
  it.each([
    ['the one asked for', '2020-03-10', points, '2020-03-10'],
    ['the last with an article', null, points, '2020-03-12'],
    ['the last with an article when the one asked for lies outside', '2020-04-10', points, '2020-03-12'],
    ['the last of the period when there is no article', null, [], '2020-03-31'],
  ])('is %s', (_, asked, held, expected) =>
    expect(briefingDay(asked, held, '2020-03-01', '2020-03-31')).toBe(expected),
  );
});

it('compares a day with the same weekdays before it, days without an article included', () => {
  const day = '2020-03-30';
  const points = [-7, -21].map((days) => point(addDays(day, days), 4)).concat(point(day, 9));
  expect(volumeOf(points, day, '2020-01-01')).toMatchObject({ counts: { copies: 9 }, usual: 0 });
  expect(volumeOf(points, day, '2020-03-09')).toMatchObject({ usual: 4 });
  expect(volumeOf(points, day, '2020-03-16')).toMatchObject({ usual: null });
});

it('lists the tone of the day by how far it moved from the 28 days before', () => {
  const day = '2020-03-30';
  const series = [
    { actor: '*', points: [point(day, 3, 1)] },
    { actor: 'calm', points: [point('2020-03-20', 2, 0.2), point(day, 1, 0.3)] },
    { actor: 'moved', points: [point('2020-01-20', 2, 1), point('2020-03-20', 2, 0.5), point(day, 1, -0.5)] },
    { actor: 'silent', points: [point('2020-03-20', 2, 0.5)] },
  ];
  expect(toneMoves(series, 'all', day)).toEqual([
    { actor: 'moved', mean: -0.5, n: 1, before: 0.5 },
    { actor: 'calm', mean: 0.3, n: 1, before: 0.2 },
  ]);
});

it('lists changed sides before new ones, and leaves out who only described an issue, and sides without a statement sure enough', () => {
  const cell = (actor: string, days: { day: string; for: number; against: number; neutral: number }[]) => ({
    ...{ actor, issue: 'rota', days, history: stanceHistory(days) },
  });
  const earlier = { day: '2020-03-01', for: 1, against: 0, neutral: 0 };
  const cells = [
    cell('same', [earlier, { day: '2020-03-30', for: 2, against: 0, neutral: 0 }]),
    cell('new', [{ day: '2020-03-30', for: 0, against: 3, neutral: 0 }]),
    cell('turned', [earlier, { day: '2020-03-30', for: 0, against: 1, neutral: 0 }]),
    cell('neutral', [{ day: '2020-03-30', for: 0, against: 0, neutral: 1 }]),
    cell('unsure', [earlier, { day: '2020-03-30', for: 0, against: 1, neutral: 0 }]),
    cell('divided', [earlier, { day: '2020-03-30', for: 1, against: 1, neutral: 0 }]),
  ];
  const sureEnough = [
    ...(['same', 'new', 'turned'] as const).map((actor) => ({ actor, issue: 'rota', stance: 'against' as const })),
    ...[
      { actor: 'unsure', issue: 'rota', stance: 'for' as const },
      { actor: 'unsure', issue: 'talks', stance: 'against' as const },
      { actor: 'neutral', issue: 'rota', stance: 'neutral' as const },
      { actor: 'divided', issue: 'rota', stance: 'for' as const },
    ],
  ];
  const changes = sideChanges(cells, '2020-03-30', sureEnough);
  expect(changes.map(({ actor, side, previous }) => [actor, side, previous])).toEqual([
    ['divided', 'divided', 'for'],
    ['turned', 'against', 'for'],
    ['new', 'against', null],
  ]);
});
