import { describe, expect, it } from 'vitest';
import { loadCodebook } from '../../shared/codebook/load-codebook.ts';
import { buildDigest } from '../../shared/report/build-digest.ts';
import { digestDocument } from '../../shared/report/digest-document.ts';
import type { DayStatement, DigestMaterial } from '../../shared/report/digest-material.ts';
import { feedLine, headline, sparkLine, toneText } from '../../shared/report/digest-report.ts';
import { plainText } from '../../shared/report/plain-text.ts';
import { addDays } from '../../shared/trend/day.ts';
import { type TrendPoint, trendPoint } from '../../shared/trend/trend-point.ts';

const codebook = loadCodebook(
  `{id: ferry, title: The ferry dispute, period: {from: 2020-01-01}, actors: [{id: union, name: The Union, kind: organisation}, {id: line, name: The Line, kind: organisation}], issues: [{id: rota, proposition: The rota should be adopted., terms: [rota]}]}`,
  'ferry.yaml',
);
const point = (copies: number, stances: TrendPoint['stances'] = {}, mean: number | null = null): TrendPoint => {
  const empty = trendPoint([], []);
  return {
    ...empty,
    counts: { copies, texts: copies, outlets: copies },
    tone: { ...empty.tone, all: { ...empty.tone.all, mean } },
    stances,
  };
};
const day = '2020-03-10';
const statement: DayStatement = {
  actor: 'union',
  issue: 'rota',
  stance: 'against',
  sentence: 'We will fight the rota.',
  outlet: 'The Courier',
  url: 'https://courier.example/1',
  clusterId: 'c',
  confidence: 0.9,
};
const material = (changes: Partial<DigestMaterial> = {}): DigestMaterial => ({
  codebook,
  day,
  points: new Map([
    [
      '*',
      new Map([
        [day, point(4)],
        [addDays(day, -7), point(1)],
        [addDays(day, -14), point(3)],
        [addDays(day, -21), point(2)],
      ]),
    ],
    ['union', new Map([[day, point(3)]])],
  ]),
  watchedDays: new Map(),
  statements: [statement],
  tones: [],
  outlets: ['The Courier', 'The Echo', 'The Courier'],
  newSpeakers: new Set(),
  late: [],
  feeds: { wasPolled: true, heard: 2, expected: 3, missing: ['The Courier'], silent: ['The Echo'] },
  unfinished: 0,
  undelivered: [],
  link: null,
  ...changes,
});

const feeds = material().feeds;
const quiet = { points: new Map([['*', new Map([[addDays(day, -7), point(5)]])]]) };

describe('the headline compares with the same weekday', () => {
  it.each<[string, DigestMaterial, string]>([
    [
      'its median over the weeks before',
      material(),
      '4 articles (4 texts, 4 outlets), against the usual 2 for this weekday (3 weeks).',
    ],
    [
      'days on which no feed was heard are no comparison',
      material({
        watchedDays: new Map([
          [addDays(day, -21), false],
          [addDays(day, -14), true],
          [addDays(day, -7), false],
        ]),
      }),
      '4 articles (4 texts, 4 outlets), against the usual 3 for this weekday (1 week).',
    ],
    [
      'one day of data',
      material({ points: new Map([['*', new Map([[day, point(1)]])]]) }),
      '1 article (1 text, 1 outlet); no earlier weeks to compare with.',
    ],
    ['a quiet day says so', material(quiet), 'A quiet day: no article, against the usual 5 for this weekday (1 week).'],
    [
      'a day on which nothing was heard is not called quiet',
      material({ ...quiet, feeds: { ...feeds, heard: 0 } }),
      'No article, and no feed was heard: this is no quiet day.',
    ],
    [
      'a day on which Picketline did not run',
      material({ ...quiet, feeds: { ...feeds, wasPolled: false } }),
      'No article, and no feed was asked: Picketline did not run on this day.',
    ],
    [
      'no data yet',
      material({ points: new Map() }),
      'No article yet: nothing has been collected for this dispute so far.',
    ],
  ])('%s', (_, given, expected) => expect(headline(buildDigest(given))).toBe(expected));
});

describe('stances', () => {
  const takenBefore = (daysAgo: number, side: 'for' | 'against') =>
    new Map([
      ...material().points,
      ['union', new Map([[addDays(day, -daysAgo), point(1, { rota: { for: 0, against: 0, neutral: 0, [side]: 1 } })]])],
    ]);

  it.each<[string, DigestMaterial, string[]]>([
    ['a side not taken in the four weeks before is new', material(), ['new']],
    ['one that was is no news', material({ points: takenBefore(5, 'against') }), []],
    ['one taken longer ago is new again', material({ points: takenBefore(29, 'against') }), ['new']],
    ['where only the other side was taken it has changed', material({ points: takenBefore(5, 'for') }), ['changed']],
  ])('%s', (_, given, expected) => expect(buildDigest(given).stances.map(({ change }) => change)).toEqual(expected));

  it('the same claim is shown once, by its most confident sentence, with names and proposition', () => {
    const weaker = { ...statement, sentence: 'They oppose it.', confidence: 0.4 };
    expect(buildDigest(material({ statements: [weaker, statement] })).stances).toMatchObject([
      { actor: 'The Union', proposition: 'The rota should be adopted.', sentence: 'We will fight the rota.' },
    ]);
  });
});

describe('a statement that may well be none', () => {
  const doubtful = material({ statements: [{ ...statement, confidence: 0.59 }], newSpeakers: new Set(['union']) });

  it('is told neither as a stance nor as the first on record', () => {
    expect(buildDigest(doubtful)).toMatchObject({ stances: [], firsts: [] });
  });
});

describe('what moved most', () => {
  const tonesOf = (...means: number[]) =>
    new Map(means.map((mean, index) => [addDays(day, index + 1 - means.length), point(1, {}, mean)] as const));
  const tone = (score: number, sentence: string, clusterId: string) => ({
    ...{ actor: 'union', score, sentence, clusterId, outlet: 'The Echo', url: 'https://echo.example/1' },
  });

  it('is the tone furthest from its median, with the sentences that pulled it, one a text', () => {
    const given = material({
      points: new Map([
        ['*', new Map([[day, point(2)]])],
        ['union', tonesOf(0.1, 0, 0.1, -0.1, 0, -0.8)],
        ['line', tonesOf(0, 0, 0, 0, 0, 0.05)],
      ]),
      tones: [
        tone(-0.9, 'A reckless walkout.', 'a'),
        tone(-0.9, 'A reckless walkout.', 'a'),
        tone(-0.4, 'It let crews down.', 'b'),
        tone(0.5, 'It was cheered.', 'c'),
      ],
    });
    expect(buildDigest(given).mover).toEqual({
      name: 'The Union',
      what: 'tone',
      value: -0.8,
      usual: 0,
      days: 5,
      sentences: [
        { sentence: 'A reckless walkout.', outlet: 'The Echo', url: 'https://echo.example/1' },
        { sentence: 'It let crews down.', outlet: 'The Echo', url: 'https://echo.example/1' },
      ],
    });
  });

  it('is the actor in most articles more than usual where no tone moved, and nobody where nothing did', () => {
    expect(buildDigest(material()).mover).toMatchObject({ name: 'The Union', what: 'articles', value: 3, usual: 0 });
    expect(buildDigest(material(quiet)).mover).toBeNull();
  });
});

it('names first statements, top outlets, late items, unfinished work and what was not delivered', () => {
  const text = plainText(
    digestDocument(
      buildDigest(
        material({
          newSpeakers: new Set(['union']),
          late: [{ title: 'Rota row', outlet: 'The Echo', url: 'https://echo.example/2', day: '2020-03-08' }],
          unfinished: 2,
          undelivered: ['slack (refused: 404 no_service).'],
          link: 'https://page.example/?day=2020-03-10',
        }),
      ),
    ),
  );
  for (const part of [
    'First statements on record\n  The Union',
    'The Courier 2 · The Echo 1',
    '2020-03-08 Rota row (The Echo) https://echo.example/2',
    '2 articles still being worked on',
    'not delivered to slack (refused: 404 no_service).',
    'https://page.example/?day=2020-03-10',
  ])
    expect(text).toContain(part);
});

it('the feed line is always there and names who was not heard', () => {
  expect(feedLine(buildDigest(material()))).toBe('2 of 3 feeds heard. Not heard: The Courier. Silent: The Echo.');
  expect(plainText(digestDocument(buildDigest(material({ points: new Map(), statements: [] }))))).toContain(
    '2 of 3 feeds heard',
  );
});

it.each([
  [0.4, '+0.40'],
  [-0.25, '−0.25'],
  [0, '±0.00'],
  [-0.004, '±0.00'],
  [null, '–'],
])('the tone %s reads %s', (tone, text) => expect(toneText(tone)).toBe(text));

it('a spark line has a bar a day, and a dot where nothing was said', () => {
  expect(sparkLine([-1, 0, 1, null])).toBe('▁▅█·');
});
