import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CountedMention, type CountedStatement, trendPoint } from '../../shared/trend/trend-point.ts';

type Tone = CountedMention['tones'][number];
const tone = (score: number, voice: Tone['voice'] = 'outlet'): Tone => ({
  score,
  voice,
  label: score < 0 ? 'negative' : score > 0 ? 'positive' : 'neutral',
});
const mention = (at: string, changes: Partial<CountedMention> = {}): CountedMention => ({
  at,
  clusterId: at,
  originOutlet: at,
  mentions: [1],
  tones: [],
  ...changes,
});

describe('the three counts', () => {
  it.each([
    ['no article', [], { copies: 0, texts: 0, outlets: 0 }],
    ['two texts of two outlets', [mention('a'), mention('b')], { copies: 2, texts: 2, outlets: 2 }],
    [
      'agency copy in three outlets is three copies of one text of one outlet',
      ['a', 'b', 'c'].map((at) => mention(at, { clusterId: 'a', originOutlet: 'Wire' })),
      { copies: 3, texts: 1, outlets: 1 },
    ],
    [
      'two texts of one outlet',
      [mention('a', { originOutlet: 'L' }), mention('b', { originOutlet: 'L' })],
      { copies: 2, texts: 2, outlets: 1 },
    ],
  ])('%s', (_, rows, counts) => expect(trendPoint(rows, []).counts).toEqual(counts));
});

describe('tone', () => {
  it('is kept by voice, and n counts articles', () => {
    const rows = [
      mention('a', { tones: [tone(-1), tone(0.5), tone(0.5, 'quoted')] }),
      mention('b', { tones: [tone(0.25)] }),
      mention('c'),
    ];
    const { outlet, quoted, all } = trendPoint(rows, []).tone;
    expect(outlet).toEqual({ articles: 2, mean: 0, sd: 0.353553, negative: 1, neutral: 0, positive: 2 });
    expect(quoted).toEqual({ articles: 1, mean: 0.5, sd: null, negative: 0, neutral: 0, positive: 1 });
    expect(all.articles).toBe(2);
  });

  it('of nothing is null, not zero', () => {
    expect(trendPoint([mention('a')], []).tone.all).toMatchObject({ articles: 0, mean: null, sd: null });
  });
});

it('stances are counted by issue', () => {
  const statement = (issue: string, stance: CountedStatement['stance']) => ({ at: 'a', issue, stance });
  expect(
    trendPoint([], [statement('strike', 'for'), statement('strike', 'for'), statement('contract', 'against')]).stances,
  ).toEqual({
    strike: { for: 2, against: 0, neutral: 0 },
    contract: { for: 0, against: 1, neutral: 0 },
  });
});

it('the order in which rows come changes nothing', () => {
  const row = fc.record({
    at: fc.uuid(),
    clusterId: fc.constantFrom('1', '2', '3'),
    originOutlet: fc.constantFrom('x', 'y'),
    mentions: fc.constant<unknown[]>([1]),
    tones: fc.array(fc.double({ min: -1, max: 1, noNaN: true }).map((score) => tone(score))),
  });
  fc.assert(
    fc.property(fc.uniqueArray(row, { selector: ({ at }) => at }), (rows) => {
      expect(trendPoint([...rows].reverse(), [])).toEqual(trendPoint(rows, []));
    }),
  );
});
