import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { discover } from '../../functions/poll/discover.ts';
import { createQueryApp } from '../../functions/query/app.ts';
import { reopenForTagging } from '../../functions/tag/reopen.ts';
import { publishCodebook } from '../../shared/store/published-codebooks.ts';
import { toArray } from '../../shared/store/to-array.ts';
import { feed, ferryCodebook, type Harness, report, startHarness } from '../pipeline/harness.ts';

let harness: Harness;
let app: ReturnType<typeof createQueryApp>;
const asset = async () => null;

beforeAll(async () => {
  harness = await startHarness();
  const page = { title: 'Crews fear new rota', paragraphs: report, published: '2020-03-10T09:30:00Z' };
  harness.pages.set('/1', page);
  await discover(harness.entry('/1'), { ...harness.pipeline.runtime, feed });
  await harness.pipeline.drain();
  app = createQueryApp({ ...harness.pipeline.runtime, asset });
}, 60_000);
afterAll(() => harness.stop());

interface Listed {
  tag: string;
  articleId: string;
  actor: string;
  voice: string;
}

const marksPath = '/api/disputes/ferry-dispute/marks';
const get = async <T>(path: string) => (await (await app.request(`/api/disputes/ferry-dispute/${path}`)).json()) as T;
const post = (body: unknown, headers: Record<string, string> = {}, to = app) =>
  to.request(marksPath, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });

async function aStatement() {
  const { statements } = await get<{ statements: Listed[] }>('statements');
  const { tag, articleId, actor } = statements[0]!;
  return { kind: 'statement', tag, articleId, actor };
}

async function aTone() {
  const { tones } = await get<{ tones: Listed[] }>('tones?actor=union');
  const { tag, articleId, actor } = tones[0]!;
  return { kind: 'tone', tag, articleId, actor };
}

describe('marks', () => {
  it('are kept with who and when, and with the tag as it stands in the store', async () => {
    const answer = await post({ ...(await aStatement()), verdict: 'wrong', who: 'Ada', note: 'She only asked.' });
    expect(answer.status).toBe(201);
    const { marks } = await get<{ marks: object[] }>('marks');
    expect(marks).toEqual([await answer.json()]);
    expect(marks[0]).toMatchObject({ kind: 'statement', issue: 'rota', verdict: 'wrong', who: 'Ada' });
    expect(marks[0]).toMatchObject({ at: '2020-03-10T12:00:00.000Z', taggerVersion: expect.any(String) });
  });

  it('are only ever added: a second thought leaves the first on record, and the accuracy follows the latest', async () => {
    const tone = await aTone();
    await post({ ...tone, verdict: 'right', who: 'Ada' });
    harness.clock.now += 60_000;
    await post({ ...tone, verdict: 'wrong', who: 'Ada' });
    // The clock of a replay may stand still.
    await post({ ...tone, verdict: 'right', who: 'Ada' });
    const { marks } = await get<{ marks: { verdict: string }[] }>(`marks?tag=${tone.tag}`);
    expect(marks.map(({ verdict }) => verdict)).toEqual(['right', 'wrong', 'right']);
    const { groups } = await get<{ groups: { kind: string; voice: string | null }[] }>('accuracy');
    expect(groups.find(({ kind, voice }) => kind === 'tone' && voice === null)).toMatchObject({ right: 1, marked: 1 });
  });

  it('sent twice stands once', async () => {
    const body = { ...(await aStatement()), verdict: 'right', who: 'Ben' };
    await post(body);
    await post(body);
    const rows = await toArray(harness.pipeline.runtime.store.marks.scan());
    expect(rows.filter(({ who }) => who === 'Ben')).toHaveLength(1);
  });
});

describe('a mark that is refused, and why', () => {
  it.each([
    ['another site', { verdict: 'right', who: 'Ada' }, { 'sec-fetch-site': 'cross-site' }, 403, 'origin'],
    [
      'another origin',
      { verdict: 'right', who: 'Ada' },
      { 'sec-fetch-site': '', origin: 'https://bad.example' },
      403,
      'origin',
    ],
    ['a form', { verdict: 'right', who: 'Ada' }, { 'content-type': 'text/plain' }, 415, 'content-type'],
    ['nobody', { verdict: 'right' }, {}, 400, 'who'],
    ['neither right nor wrong', { verdict: 'maybe', who: 'Ada' }, {}, 400, 'verdict'],
    ['more than is asked for', { verdict: 'right', who: 'Ada', at: '1999' }, {}, 400, 'request'],
    ['a tag that is no more', { verdict: 'right', who: 'Ada', tag: 'gone' }, {}, 404, 'tag'],
    ['an erased article', { verdict: 'right', who: 'Ada', articleId: 'gone' }, {}, 404, 'tag'],
  ])('%s', async (_, changes, headers, status, parameter) => {
    const before = (await toArray(harness.pipeline.runtime.store.marks.scan())).length;
    const answer = await post({ ...(await aStatement()), ...changes }, headers as Record<string, string>);
    expect(answer.status).toBe(status);
    expect(await answer.json()).toMatchObject({ parameter });
    expect(await toArray(harness.pipeline.runtime.store.marks.scan())).toHaveLength(before);
  });

  it('what is no JSON', async () => {
    expect((await post('{')).status).toBe(400);
  });
});

describe('stances, network and outlets', () => {
  it('give per actor and issue what the statements listed under the same filter add up to', async () => {
    const { statements } = await get<{ statements: Listed[] }>('statements?actor=union&issue=rota');
    const { cells } = await get<{
      cells: { days: { for: number; against: number; neutral: number }[]; history: object[] }[];
    }>('stances?actor=union&issue=rota');
    const counted = cells
      .flatMap(({ days }) => days)
      .reduce((sum, day) => sum + day.for + day.against + day.neutral, 0);
    expect(counted).toBe(statements.length);
    expect(counted).toBeGreaterThan(0);
    expect(cells[0]!.history).toMatchObject([{ from: '2020-03-10' }]);
  });

  it('count only the outlets asked for', async () => {
    const { cells } = await get<{ cells: object[] }>('stances?outlet=The+Quay+Gazette');
    expect(cells).toEqual((await get<{ cells: object[] }>('stances')).cells);
    expect(await get('stances?outlet=Another')).toMatchObject({ cells: [] });
  });

  it('bind actors and issues', async () => {
    const { nodes, links } = await get<{ nodes: object[]; links: object[] }>('network');
    expect(links.length).toBeGreaterThan(0);
    expect(nodes).toContainEqual(expect.objectContaining({ id: 'rota', mode: 'issue' }));
  });

  it('say who is quoted most in the latest articles', async () => {
    const { actors } = await get<{ actors: { actor: string; statements: number }[] }>('leading');
    const { statements } = await get<{ statements: Listed[] }>(`statements?actor=${actors[0]!.actor}`);
    expect(actors[0]!.statements).toBe(statements.length);
    expect(actors[0]!.statements).toBeGreaterThanOrEqual(actors[1]!.statements);
  });

  it('tell in short what became of the feeds', async () => {
    const feed = { url: 'https://a.example', outlet: 'A', heard: 0, polls: 1, failedPolls: 1 };
    await harness.pipeline.runtime.store.coverage.put({
      ...{ series: 'ferry-dispute#~feeds', day: '2020-03-10' },
      feeds: [
        { ...feed, status: 'failing', isHeard: false },
        { ...feed, url: 'https://b.example', outlet: 'B', status: 'ok', isHeard: true },
      ],
    });
    expect(await get('coverage')).toEqual({
      days: [{ day: '2020-03-10', expected: 2, others: [{ outlet: 'A', hearing: 'dead', isHeard: false }] }],
    });
    expect(await get('series?coverage=none')).toMatchObject({ coverage: [] });
    expect(await get('series')).toMatchObject({ coverage: [{ day: '2020-03-10' }] });
  });

  it('name the outlets of the period', async () => {
    expect(await get('outlets')).toEqual({ outlets: [{ outlet: 'The Quay Gazette', articles: 1 }] });
  });
});

// Last: it takes an actor out of the codebook.
describe('marks of tags that are made no longer', () => {
  it('are kept, and counted apart', async () => {
    const { runtime, drain } = harness.pipeline;
    const { tones } = await get<{ tones: Listed[] }>('tones?actor=line');
    const { tag, articleId, actor } = tones[0]!;
    await post({ kind: 'tone', tag, articleId, actor, verdict: 'wrong', who: 'Cy' });
    interface Answer {
      groups: { issue: string | null; voice: string | null; marked: number; disputed: number }[];
      vanished: number;
    }
    const { marks } = await get<{ marks: Listed[] }>('marks');
    const tagsOf = (isOfLine: boolean) =>
      new Set(marks.filter((mark) => (mark.actor === 'line') === isOfLine).map((mark) => mark.tag)).size;
    expect(await get<Answer>('accuracy')).toMatchObject({ vanished: 0 });
    const { actors } = ferryCodebook();
    const now = () => new Date(harness.clock.now).toISOString();
    await publishCodebook(runtime.store, ferryCodebook({ actors: actors.filter(({ id }) => id !== 'line') }), now());
    harness.clock.now += 120_000;
    await toArray(reopenForTagging(runtime, { batch: 10 }));
    await drain();
    const { groups, vanished } = await get<Answer>('accuracy');
    const whole = groups.filter(({ issue, voice }) => issue === null && voice === null);
    expect(vanished).toBe(tagsOf(true));
    expect(whole.reduce((sum, group) => sum + group.marked + group.disputed, 0)).toBe(tagsOf(false));
    expect(await get<object>('marks')).toMatchObject({ marks });
  });
});
