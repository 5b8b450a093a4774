import { describe, expect, it } from 'vitest';
import { loadCodebook } from '../../shared/codebook/load-codebook.ts';
import { buildDigest, type DayStatement, type DigestMaterial } from '../../shared/report/build-digest.ts';
import { type DigestReport, feedLine, headline, sparkLine, toneText } from '../../shared/report/digest-report.ts';
import { plainText } from '../../shared/report/plain-text.ts';
import { slackMessage } from '../../shared/report/slack-blocks.ts';
import { addDays } from '../../shared/trend/day.ts';
import { type TrendPoint, trendPoint } from '../../shared/trend/trend-point.ts';

const codebook = loadCodebook(
  `{id: ferry, title: The ferry dispute, period: {from: 2020-01-01}, actors: [{id: union, name: The Union, kind: organisation}, {id: line, name: The Line, kind: organisation}], issues: [{id: rota, proposition: The rota should be adopted., terms: [rota]}]}`,
  'ferry.yaml',
);
const point = (copies: number, stances: TrendPoint['stances'] = {}): TrendPoint => ({
  ...trendPoint([], []),
  counts: { copies, texts: copies, outlets: copies },
  stances,
});
const day = '2020-03-10';
const statement: DayStatement = {
  actor: 'union',
  issue: 'rota',
  stance: 'against',
  voice: 'direct',
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
  statements: [statement],
  feeds: { heard: 2, expected: 3, missing: ['The Courier'], silent: ['The Echo'] },
  link: null,
  ...changes,
});

describe('the headline compares with the same weekday', () => {
  it.each([
    [
      'its median over the weeks before',
      material(),
      '4 articles (4 texts, 4 outlets), against the usual 2 for this weekday.',
    ],
    [
      'no history',
      material({ points: new Map([['*', new Map([[day, point(1)]])]]) }),
      '1 article (1 text, 1 outlet); no earlier weeks to compare with.',
    ],
    [
      'a quiet day says so',
      material({ points: new Map([['*', new Map([[addDays(day, -7), point(5)]])]]) }),
      'No article, against the usual 5 for this weekday.',
    ],
    ['no data at all', material({ points: new Map() }), 'No article.'],
  ])('%s', (_, given, expected) => expect(headline(buildDigest(given))).toBe(expected));
});

describe('statements', () => {
  it('an actor’s side is new when it was not taken in the four weeks before', () => {
    expect(buildDigest(material()).statements[0]).toMatchObject({
      actor: 'The Union',
      proposition: 'The rota should be adopted.',
      isNew: true,
    });
    const before = new Map([
      ...material().points,
      ['union', new Map([[addDays(day, -5), point(1, { rota: { for: 0, against: 1, neutral: 0 } })]])],
    ]);
    expect(buildDigest(material({ points: before })).statements[0]).toMatchObject({ isNew: false });
  });

  it('the same claim is shown once, by its most confident sentence', () => {
    const weaker = { ...statement, sentence: 'They oppose it.', confidence: 0.4 };
    expect(
      buildDigest(material({ statements: [weaker, statement] })).statements.map(({ sentence }) => sentence),
    ).toEqual(['We will fight the rota.']);
  });
});

it('the feed line is always there and names who was not heard', () => {
  expect(feedLine(buildDigest(material()))).toBe('2 of 3 feeds heard. Not heard: The Courier. Silent: The Echo.');
  expect(plainText(buildDigest(material({ points: new Map(), statements: [] })))).toContain('2 of 3 feeds heard');
});

it.each([
  [0.4, '+0.40'],
  [-0.25, '−0.25'],
  [0, '±0.00'],
  [null, '–'],
])('the tone %s reads %s', (tone, text) => expect(toneText(tone)).toBe(text));

it('a spark line has a bar a day, and a dot where nothing was said', () => {
  expect(sparkLine([-1, 0, 1, null])).toBe('▁▅█·');
});

describe('the Slack message', () => {
  const hostile = '<!channel> & <https://evil.example|click> *bold* '.repeat(300);
  const report = (changes: Partial<DigestReport>): DigestReport => ({ ...buildDigest(material()), ...changes });

  it('lets no text act as markup', () => {
    const [line] = report({}).statements;
    const { blocks } = slackMessage(
      report({ title: hostile, statements: [{ ...line!, sentence: hostile, outlet: hostile, actor: hostile }] }),
    );
    const texts = JSON.stringify(blocks.filter(({ type }) => type === 'section'));
    expect(texts).not.toContain('<!channel>');
    expect(texts).not.toContain('<https://evil.example');
  });

  it('stays inside Slack’s limits whatever comes in', () => {
    const [line] = report({}).statements;
    const { blocks } = slackMessage(
      report({
        title: hostile,
        statements: Array.from({ length: 90 }, () => ({ ...line!, sentence: hostile })),
        link: 'https://p.example/',
      }),
    );
    expect(blocks.length).toBeLessThanOrEqual(50);
    for (const block of blocks) {
      if (block.type === 'section') expect(block.text!.text.length).toBeLessThanOrEqual(3_000);
      if (block.type === 'header') expect(block.text.text.length).toBeLessThanOrEqual(150);
    }
    expect(JSON.stringify(blocks.at(-2))).toContain('feeds heard');
  });
});
