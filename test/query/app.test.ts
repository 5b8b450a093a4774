import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { discover } from '../../functions/poll/discover.ts';
import { createQueryApp } from '../../functions/query/app.ts';
import { assetsIn } from '../../functions/query/assets.ts';
import { toArray } from '../../shared/store/to-array.ts';
import { feed, type Harness, report, startHarness } from '../pipeline/harness.ts';

let harness: Harness;
let app: ReturnType<typeof createQueryApp>;

beforeAll(async () => {
  harness = await startHarness();
  harness.pages.set('/1', {
    title: 'Crews fear <b>new</b> rota',
    paragraphs: report,
    published: '2020-03-10T09:30:00Z',
  });
  await discover(harness.entry('/1'), { ...harness.pipeline.runtime, feed });
  await harness.pipeline.drain();
  const asset = async (path: string) =>
    path === '/' ? { body: new TextEncoder().encode('<title>page</title>'), contentType: 'text/html' } : null;
  app = createQueryApp({ ...harness.pipeline.runtime, asset });
}, 60_000);
afterAll(() => harness.stop());

const get = async (path: string) => {
  const answer = await app.request(path);
  // biome-ignore lint/suspicious/noExplicitAny: answers have many shapes
  const body = (await answer.json()) as any;
  return { status: answer.status, type: answer.headers.get('content-type'), body };
};

describe('the API', () => {
  it('lists the disputes with what a page needs to offer a choice', async () => {
    expect((await get('/api/disputes')).body).toMatchObject([
      { id: 'ferry-dispute', actors: [{ id: 'union' }, { id: 'line' }], issues: [{ id: 'rota' }] },
    ]);
  });

  it('gives the points of several series at once', async () => {
    const { body } = await get('/api/disputes/ferry-dispute/series?actor=*,union');
    expect(
      body.series.map(({ actor, points }: { actor: string; points: { day: string }[] }) => [
        actor,
        points.map(({ day }) => day),
      ]),
    ).toEqual([
      ['*', ['2020-03-10']],
      ['union', ['2020-03-10']],
    ]);
  });

  it('lists exactly the rows that a point counts', async () => {
    const { store } = harness.pipeline.runtime;
    const rows = await toArray(store.statements.scan());
    const { body } = await get('/api/disputes/ferry-dispute/statements?day=2020-03-10');
    expect(rows.length).toBeGreaterThan(0);
    expect(body.total).toBe(rows.length);
    const tones = (await get('/api/disputes/ferry-dispute/tones?actor=union&day=2020-03-10')).body;
    const point = await store.trends.get({ series: 'ferry-dispute#union', day: '2020-03-10' });
    expect(tones.total).toBe(point!.tone.all.negative + point!.tone.all.neutral + point!.tone.all.positive);
    expect(tones.total).toBeGreaterThan(0);
    for (const tone of tones.tones) expect(report.join('\n\n')).toContain(tone.sentence);
  });

  it('gives an article with its text', async () => {
    const [row] = await toArray(harness.pipeline.runtime.store.articles.scan());
    expect((await get(`/api/articles/${row!.id}`)).body).toMatchObject({
      article: { state: 'counted' },
      text: { revision: 1 },
    });
  });
});

describe('a wrong request is told which parameter, why, and what is allowed', () => {
  it.each([
    [
      'an unknown actor',
      '/api/disputes/ferry-dispute/series?actor=captain',
      400,
      { parameter: 'actor', allowed: ['*', 'union', 'line'] },
    ],
    [
      'an unknown issue',
      '/api/disputes/ferry-dispute/statements?issue=pay',
      400,
      { parameter: 'issue', allowed: ['rota'] },
    ],
    [
      'a period backwards',
      '/api/disputes/ferry-dispute/series?from=2020-03-10&to=2020-03-01',
      400,
      { parameter: 'to' },
    ],
    ['a date that is none', '/api/disputes/ferry-dispute/series?from=yesterday', 400, { parameter: 'from' }],
    ['a period without end', '/api/disputes/ferry-dispute/series?from=1900-01-01', 400, { parameter: 'to' }],
    [
      'an unknown dispute',
      '/api/disputes/bus-dispute/series',
      404,
      { parameter: 'dispute', allowed: ['ferry-dispute'] },
    ],
    ['an erased article', '/api/articles/none', 404, { parameter: 'id' }],
    ['no such address', '/api/nothing', 404, {}],
  ])('%s', async (_, path, status, body) => {
    expect(await get(path)).toMatchObject({ status, type: 'application/problem+json', body });
  });
});

describe('the page', () => {
  it('comes with a policy that lets no other host in', async () => {
    const answer = await app.request('/');
    expect(await answer.text()).toBe('<title>page</title>');
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
  });

  it('has its own files and nothing of the folders around them', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'picketline-page-'));
    await writeFile(join(folder, 'secret.js'), 'secret');
    await mkdir(join(folder, 'page'));
    await writeFile(join(folder, 'page', 'index.html'), 'page');
    const asset = assetsIn(join(folder, 'page'));
    expect(new TextDecoder().decode((await asset('/'))?.body)).toBe('page');
    for (const path of ['/../secret.js', '/%2e%2e/secret.js', '/none.js', '/index'])
      expect(await asset(path)).toBeNull();
    await rm(folder, { recursive: true });
  });
});
