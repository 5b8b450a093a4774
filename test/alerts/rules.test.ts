import { describe, expect, it } from 'vitest';
import { SURE_ENOUGH } from '../../shared/accuracy/sure-enough.ts';
import type { AlertRule } from '../../shared/alerts/alert.ts';
import { findDeadFeeds } from '../../shared/alerts/dead-feed-rule.ts';
import { findAll } from '../../shared/alerts/find-alerts.ts';
import { type AlertMaterial, type DeadFeed, weeklyWindows } from '../../shared/alerts/material.ts';
import { addDays } from '../../shared/trend/day.ts';
import type { TrendPoint } from '../../shared/trend/trend-point.ts';
import { ferryCodebook } from '../pipeline/harness.ts';
import { mentionRow, point, statementRow } from './rows.ts';

const now = Date.parse('2020-06-10T12:00:00Z');
const today = '2020-06-10';
const at = '2020-06-10T10:00:00.000Z';
const windows = weeklyWindows(now, 'Europe/London');
const times = <T>(count: number, make: (index: number) => T) =>
  Array.from({ length: count }, (_, index) => make(index));

/** Windows with so many texts now, and so many in each of the twelve weeks before. */
const texts = (actor: string, current: number, before: number[], scores: (number | undefined)[] = []) => [
  times(current, (index) => mentionRow(actor, at, `now-${index}`, scores[index])),
  ...before.map((count, week) =>
    times(count, (index) => mentionRow(actor, windows[week + 1]!.from, `${week}-${index}`)),
  ),
];

const material = (changes: Partial<AlertMaterial> = {}): AlertMaterial => ({
  codebook: ferryCodebook(),
  now,
  windows: new Map(),
  statements: new Map(),
  points: new Map(),
  deadFeeds: [],
  ...changes,
});

const found = (rule: AlertRule, given: AlertMaterial, subject?: string) =>
  findAll(given).find((alert) => alert.rule === rule && (subject === undefined || alert.subject === subject));

const ones = times(12, () => 1);
const daysBack = (count: number, make: (back: number) => TrendPoint): Map<string, TrendPoint> =>
  new Map(times(count, (index) => [addDays(today, index - count), make(count - index)] as const));

describe('the same weekday and hour of past weeks', () => {
  it('is so by the wall clock, before and after the clocks change', () => {
    const [current, before] = weeklyWindows(Date.parse('2016-03-28T06:00:00Z'), 'Europe/London');
    expect(current!.to).toBe('2016-03-28T06:00:00.000Z');
    expect(before!.to).toBe('2016-03-21T07:00:00.000Z');
  });
});

describe('volume', () => {
  it('says what, by how much, against what, with the articles', () => {
    expect(found('volume', material({ windows: new Map([['*', texts('*', 9, ones)]]) }))).toMatchObject({
      subject: '*',
      surprise: expect.closeTo(4.5, 0),
      what: '9 texts (9 articles) in the last 24 hours: unusually many',
      against: expect.stringMatching(
        /^usually 1: the same hours of the last 12 weeks had 1, .*; one chance in [\d,]+$/,
      ),
      evidence: [{ kind: 'article', articleId: 'now-0' }, expect.anything(), expect.anything()],
      heldFor: null,
    });
  });

  it('thirty copies of one text are one event', () => {
    const copies = times(30, (index) => ({ ...mentionRow('*', at, `copy-${index}`), clusterId: 'one' }));
    const [, ...past] = texts('*', 0, ones);
    expect(found('volume', material({ windows: new Map([['*', [copies, ...past]]]) }))!.surprise).toBeLessThan(0.5);
  });

  it('an earlier peak on the same weekday doesn’t hide the next one', () => {
    const peaks = found('volume', material({ windows: new Map([['*', texts('*', 9, [12, ...ones.slice(1)])]]) }));
    expect(peaks!.surprise).toBeGreaterThan(3);
  });

  it('nothing is unusual in the first weeks', () => {
    expect(found('volume', material({ windows: new Map([['*', texts('*', 9, [1, 1, 1])]]) }))).toBeUndefined();
    expect(findAll(material())).toEqual([]);
  });
});

describe('share', () => {
  const whole = texts(
    '*',
    10,
    times(12, () => 10),
  );
  it('an actor in most texts who was in few stands out; one who moves with the dispute does not', () => {
    const given = material({
      windows: new Map([
        ['*', whole],
        [
          'union',
          texts(
            'union',
            9,
            times(12, () => 1),
          ),
        ],
        [
          'line',
          texts(
            'line',
            5,
            times(12, () => 5),
          ),
        ],
      ]),
    });
    expect(found('share', given, 'union')).toMatchObject({
      surprise: 6,
      what: "Ferry Workers' Union is in 9 of 10 texts of the last 24 hours",
      against: expect.stringContaining('before in 12 of 120'),
    });
    expect(found('share', given, 'line')!.surprise).toBeLessThan(0.5);
  });
});

describe('tone', () => {
  const scores = [-0.7, -0.8, -0.6, -0.7];
  const history = daysBack(40, (back) => point(1, { tone: back % 2 ? 0.1 : 0 }));
  const given = (tones: number[]) =>
    material({
      windows: new Map([['union', texts('union', 4, ones, tones)]]),
      points: new Map([['union', history]]),
    });

  it('away from its median, with the sentence that pulled it most first', () => {
    expect(found('tone', given(scores))).toMatchObject({
      what: "Tone towards Ferry Workers' Union −0.70 in 4 articles of the last 24 hours",
      against: expect.stringContaining('usually +0.05 (median of 40 days of the last weeks)'),
      evidence: [{ kind: 'tone', row: { tones: [{ score: -0.8 }] } }, expect.anything(), expect.anything()],
    });
    expect(found('tone', given(scores))!.surprise).toBeGreaterThan(4);
  });

  it('near its median is no surprise, and two articles are too few to judge', () => {
    expect(found('tone', given([0.1, 0, 0.05, 0.1]))!.surprise).toBeLessThan(1);
    const few = material({
      windows: new Map([['union', texts('union', 2, ones, scores)]]),
      points: new Map([['union', history]]),
    });
    expect(found('tone', few)).toBeUndefined();
  });

  it('one outlier in the past moves neither median nor spread', () => {
    const outlier = new Map([...history, [addDays(today, -3), point(1, { tone: -1 })]]);
    const with1 = material({ windows: given(scores).windows, points: new Map([['union', outlier]]) });
    expect(found('tone', with1)!.surprise).toBeGreaterThan(4);
  });
});

describe('flip', () => {
  const before = daysBack(20, () => point(1, { stances: { against: 1 } }));
  const said = (...stances: ('for' | 'against')[]) =>
    material({
      statements: new Map([['union', stances.map((stance, index) => statementRow('union', at, `s${index}`, stance))]]),
      points: new Map([['union', before]]),
    });

  /** The first statements of a material are so sure. */
  const sureness = (given: AlertMaterial, ...confidences: number[]): AlertMaterial => ({
    ...given,
    statements: new Map(
      [...given.statements].map(([actor, rows]) => [
        actor,
        rows.map((row, index) => ({ ...row, confidence: confidences[index] ?? row.confidence })),
      ]),
    ),
  });
  const unsure = SURE_ENOUGH - 0.01;

  it('the other side in the last 24 hours, with its sentences', () => {
    expect(found('flip', said('for', 'for'))).toMatchObject({
      subject: 'union/rota',
      what: expect.stringContaining('now for: The new rota should be adopted. (2 of 2 sure statements'),
      against: expect.stringContaining('before 20 against and 0 for'),
      evidence: [{ kind: 'statement' }, { kind: 'statement' }],
    });
    expect(found('flip', said('for', 'for'))!.surprise).toBeGreaterThan(2.5);
  });

  it('statements that are just sure enough count, and those less sure are not weighed against them', () => {
    const given = sureness(said('for', 'against', 'against'), SURE_ENOUGH, unsure, unsure);
    expect(found('flip', given)!.what).toContain('(1 of 1 sure statements');
  });

  it.each([
    ['its own side', said('against', 'against')],
    ['as often its own side as the other', said('for', 'against')],
    ['no side known before', { ...said('for', 'for'), points: new Map() }],
    ['the other side in statements too unsure to be told unasked', sureness(said('for', 'for'), unsure, unsure)],
  ])('%s is no flip', (_, given) => expect(found('flip', given)).toBeUndefined());
});

describe('silence', () => {
  const reported = daysBack(60, () => point(2));
  const spoke = (until: number) =>
    new Map([...daysBack(60, (back) => point(1, back > until ? { stances: { against: 1 } } : {}))]);
  const given = (until: number) =>
    material({
      points: new Map([
        ['*', reported],
        ['union', spoke(until)],
      ]),
    });

  it('an actor not heard for a fortnight while the dispute is reported, and its last words', () => {
    expect(found('silence', given(14))).toMatchObject({
      subject: 'union',
      surprise: 6,
      what: "Ferry Workers' Union has not been heard for 14 days",
      evidence: [{ kind: 'day', actor: 'union', issue: null, day: '2020-05-26' }],
    });
  });

  it('the issue it alone raised drops out with it', () => {
    expect(found('dropped-issue', given(14))).toMatchObject({ subject: 'rota', evidence: [{ issue: 'rota' }] });
  });

  it('who spoke once in the fortnight is not silent', () => {
    expect(found('silence', given(13))).toBeUndefined();
  });

  it('where nobody reports the dispute at all nobody has fallen silent', () => {
    const quiet = new Map([...reported].filter(([day]) => day < addDays(today, -14)));
    expect(
      found(
        'silence',
        material({
          points: new Map([
            ['*', quiet],
            ['union', spoke(14)],
          ]),
        }),
      ),
    ).toBeUndefined();
  });
});

describe('a dead feed', () => {
  const sight = (day: string, isHeard: boolean, heard = 0) => ({
    day,
    feeds: [{ url: 'https://quay.example/feed', outlet: 'The Quay Gazette', isHeard, heard }],
  });

  it.each([
    [
      'once heard and now not for two days',
      [sight('2020-06-08', true, 7), sight('2020-06-09', false), sight(today, false)],
      1,
    ],
    ['not for one day', [sight('2020-06-09', true, 7), sight(today, false)], 0],
    ['heard again', [sight('2020-06-08', false), sight('2020-06-09', false), sight(today, true)], 0],
    ['never heard yet', [sight('2020-06-09', false), sight(today, false)], 0],
  ])('%s', (_, coverage, expected) => expect(findDeadFeeds(coverage, today)).toHaveLength(expected));

  const dead: DeadFeed = { url: 'u', outlet: 'The Quay Gazette', since: '2020-06-08', brought: 7 };

  it('is told with since when and what it used to bring', () => {
    expect(found('dead-feed', material({ deadFeeds: [dead] }))).toMatchObject({
      subject: 'u 2020-06-08',
      surprise: null,
      what: 'The feed of The Quay Gazette has not answered since 2020-06-08',
      against: expect.stringContaining('it brought 7 entries'),
    });
  });

  it('holds what its silence could explain, and nothing else', () => {
    const few = new Map([
      [
        '*',
        texts(
          '*',
          0,
          times(12, () => 9),
        ),
      ],
    ]);
    const many = new Map([
      [
        '*',
        texts(
          '*',
          30,
          times(12, () => 9),
        ),
      ],
    ]);
    expect(found('volume', material({ windows: few, deadFeeds: [dead] }))!.heldFor).toBe('The Quay Gazette');
    expect(found('volume', material({ windows: many, deadFeeds: [dead] }))!.heldFor).toBeNull();
    expect(found('volume', material({ windows: few, deadFeeds: [{ ...dead, brought: 0 }] }))!.heldFor).toBeNull();
  });
});
