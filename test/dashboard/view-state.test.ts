import { describe, expect, it } from 'vitest';
import type { Dispute } from '../../dashboard/data/answers.ts';
import { pickText, readPick } from '../../dashboard/state/pick.ts';
import { periodOf, readLink, toQuery, type ViewState } from '../../dashboard/state/view-state.ts';

const dispute: Dispute = {
  ...{ id: 'ferry-dispute', title: 'The ferry dispute', version: 'v', timeZone: 'Europe/London', today: '2021-01-01' },
  period: { from: '2020-03-01', to: '2020-03-31' },
  events: [],
  actors: [
    { id: 'union', name: 'Union', kind: 'organisation' },
    { id: 'line', name: 'Line', kind: 'organisation' },
  ],
  issues: [{ id: 'rota', proposition: 'The rota should be adopted.' }],
};

const read = (query: string) => readLink(new URLSearchParams(query), [dispute])!;

describe('a link', () => {
  const state: ViewState = {
    ...{
      view: 'stances',
      dispute: 'ferry-dispute',
      from: '2020-03-02',
      to: '2020-03-20',
      step: 'week',
      day: '2020-03-09',
    },
    ...{
      actors: ['line', 'union'],
      issues: ['rota'],
      outlets: ['Mail, Evening', 'A & B'],
      voice: 'quoted',
      focus: 'rota',
    },
    ...{ stance: 'against', spoken: 'direct', confidence: 0, text: '“no” & <b>', sort: 'outlet', audit: 'spring' },
    pick: { kind: 'statements', actor: 'union', issue: 'rota', stance: 'for', from: '2020-03-09', to: '2020-03-15' },
  };

  it('reopens exactly its view', () => {
    expect(read(toQuery(state))).toEqual({ state, unknown: [] });
  });

  it('with nothing in it opens the dispute as a whole', () => {
    const { state: opened } = read('');
    expect(opened).toMatchObject({
      view: 'trend',
      from: '2020-03-01',
      to: '2020-03-31',
      actors: [],
      pick: null,
      step: 'day',
      confidence: 60,
    });
    expect(read(toQuery(opened)).state).toEqual(opened);
  });

  it('that names what is no more keeps the rest and says so', () => {
    const { state: opened, unknown } = read('view=map&actors=union,captain&issues=pay&dispute=bus&from=2020-03-05');
    expect(opened).toMatchObject({
      view: 'map',
      dispute: 'ferry-dispute',
      actors: ['union'],
      issues: [],
      from: '2020-03-05',
    });
    expect(unknown).toEqual(['dispute “bus”', 'actor “captain”', 'issue “pay”']);
  });

  it.each([
    ['days that are none', 'from=x&to=2020-02-31&day=1', { from: '2020-03-01', to: '2020-03-31', day: null }],
    ['a period backwards', 'from=2020-03-20&to=2020-03-02', { from: '2020-03-01', to: '2020-03-31' }],
    [
      'values nobody knows',
      'view=x&voice=x&step=x&sort=x&confidence=x&pick=x',
      { view: 'trend', voice: 'all', confidence: 60, pick: null },
    ],
  ])('with %s falls back', (_, query, expected) => expect(read(query).state).toMatchObject(expected));

  it('opens nothing where no dispute is watched', () => expect(readLink(new URLSearchParams(), [])).toBeNull());
});

describe('the period a dispute opens with', () => {
  it.each([
    ['ended: the whole', '2021-01-01', '2020-03-31', { from: '2020-03-01', to: '2020-03-31' }],
    ['running: the last 60 days', '2020-09-30', null, { from: '2020-08-02', to: '2020-09-30' }],
    ['just begun: since its first day', '2020-03-03', null, { from: '2020-03-01', to: '2020-03-03' }],
    ['not begun: its first day', '2020-02-01', null, { from: '2020-03-01', to: '2020-03-01' }],
  ])('%s', (_, today, to, expected) =>
    expect(periodOf({ today, period: { from: '2020-03-01', to } })).toEqual(expected),
  );
});

describe('a chosen point', () => {
  const step = { from: '2020-03-09', to: '2020-03-15' };
  it.each([
    { kind: 'tone', actor: 'union', ...step },
    { kind: 'articles', ...step },
    { kind: 'feeds', ...step },
    { kind: 'statements', actor: null, issue: 'rota', stance: null, ...step },
  ] as const)('survives a link: $kind', (pick) => expect(readPick(pickText(pick))).toEqual(pick));

  it.each([null, '', 'tone', 'tone~x~y~union', 'tone~2020-03-09~2020-03-01~union', 'tone~2020-03-01~2020-03-09~'])(
    'is none: %s',
    (text) => expect(readPick(text)).toBeNull(),
  );
});
