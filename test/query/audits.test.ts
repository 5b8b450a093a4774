import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { toArray } from '../../shared/store/to-array.ts';
import { codeAll, post } from './coded-sample.ts';
import { type Corpus, startCorpus } from './corpus.ts';

const base = '/api/disputes/ferry-dispute/audits';
let corpus: Corpus;
const size = 6;

const get = async (path: string) => {
  const answer = await corpus.app.request(path);
  return { status: answer.status, body: JSON.parse(await answer.text()) };
};

beforeAll(async () => {
  corpus = await startCorpus();
  expect((await post(corpus, base, { id: 'spring', size, sampling: 'random', who: 'Ada' })).status).toBe(201);
  for (const who of ['Ada', 'Ben']) await post(corpus, `${base}/spring/coders`, { who });
}, 120_000);
afterAll(() => corpus.harness.stop());

describe('coding a drawn sample', () => {
  it('is blind: what is shown tells neither the tagger’s answer nor its confidence nor another’s code', async () => {
    const { body } = await get(`${base}/spring/coders/Ada/next`);
    expect(body).toMatchObject({ coder: 'Ada', coded: 0, size });
    expect(Object.keys(body.unit).sort()).toEqual(['actor', 'id', 'issue', 'outlet', 'proposition', 'text']);
    expect(body.unit.text.sentence).not.toBe('');
    await post(corpus, `${base}/spring/codes`, { unit: body.unit.id, code: 'against', who: 'Ada' });
    expect(await get(`${base}/spring/coders/Ben/next`)).toEqual({ status: 200, body: { ...body, coder: 'Ben' } });
    expect(JSON.stringify(await get(base))).not.toMatch(/against|tagged/);
  });

  it.each(['score', 'disagreements', 'gold'])('shows no %s before everybody who began has ended', async (what) => {
    const { status, body } = await get(`${base}/spring/${what}`);
    expect(status).toBe(409);
    expect(body.detail).toContain(`Ada has coded 1 of ${size}`);
  });

  it.each([
    ['a name that is taken, whatever its case', `${base}/spring/coders`, { who: 'ada' }, 409, 'already'],
    ['a unit of no draw', `${base}/spring/codes`, { unit: 'nothing', code: 'for', who: 'Ada' }, 400, 'nothing'],
    ['a coder who has not begun', `${base}/spring/codes`, { unit: 'x', code: 'for', who: 'Eve' }, 400, 'x'],
    ['a code that is none', `${base}/spring/codes`, { unit: 'x', code: 'perhaps', who: 'Ada' }, 400, 'against'],
    ['nobody’s name', `${base}/spring/coders`, {}, 400, 'who you are'],
    ['a draw that is not there', `${base}/autumn/coders`, { who: 'Ada' }, 404, 'autumn'],
    ['a draw of the same name', base, { id: 'spring', who: 'Ada' }, 409, 'spring'],
    [
      'a period without articles',
      base,
      { id: 'empty', from: '2020-01-01', to: '2020-01-02', who: 'Ada' },
      400,
      'nothing',
    ],
  ])('refuses %s', async (_, path, body, status, said) => {
    const answer = await post(corpus, path, body);
    expect([answer.status, JSON.stringify(answer.body)]).toEqual([status, expect.stringContaining(said)]);
  });

  it('goes on where it stopped; disagreements are decided, and give the gold set', async () => {
    expect(await codeAll(corpus, `${base}/spring`, 'Ada', () => 'against')).toHaveLength(size - 1);
    const ofBen = await codeAll(corpus, `${base}/spring`, 'Ben', (index) => (index === 0 ? 'none' : 'against'));
    expect(ofBen).toHaveLength(size);
    const { units } = (await get(`${base}/spring/disagreements`)).body;
    expect(units).toHaveLength(1);
    expect(units[0].codes.map(({ who, code }: Record<string, string>) => [who, code]).sort()).toEqual([
      ['Ada', 'against'],
      ['Ben', 'none'],
    ]);
    expect((await get(`${base}/spring/gold`)).body.units).toHaveLength(size - 1);
    expect((await get(`${base}/spring/score`)).body.disagreements).toEqual([ofBen[0]]);

    await post(corpus, `${base}/spring/decisions`, { unit: ofBen[0], code: 'none', who: 'Cleo' });
    const gold = (await get(`${base}/spring/gold`)).body.units;
    expect(gold.map(({ source }: { source: string }) => source).sort()).toEqual([
      ...Array(size - 1).fill('agreed'),
      'decided',
    ]);
    const score = (await get(`${base}/spring/score`)).body;
    expect(score).toMatchObject({ units: size, disagreements: [], kappas: [{ coders: ['Ada', 'Ben'], units: size }] });
    expect(score.tagger.units).toBe(size);
  });

  it('gives the tagged counts of the draw’s units by step; too few coded ones correct nothing', async () => {
    const { status, body } = await get(`${base}/spring/series?interval=day`);
    expect([status, body.interval]).toEqual([200, 'day']);
    const points = body.series.flatMap(({ points }: { points: object[] }) => points);
    const sum = (side: string) =>
      points.reduce((total: number, point: Record<string, number>) => total + point[side]!, 0);
    const whole = (await get(`${base}/spring/series?interval=month`)).body.series.flatMap(
      ({ points }: { points: object[] }) => points,
    );
    expect(sum('for') + sum('against')).toBeGreaterThan(10);
    expect(sum('for')).toBe(whole.reduce((total: number, point: { for: number }) => total + point.for, 0));
    expect(points.every(({ corrected }: { corrected: unknown }) => corrected === null)).toBe(true);
    expect((await get(`${base}/spring/series?interval=hour`)).body.detail).toContain('week');
  });

  it('says how far voices agree', async () => {
    const { voice } = (await get(`${base}/spring/score`)).body;
    expect(voice).toEqual({ alpha: null, tagger: { units: 0, right: 0 } });
  });

  it('counts neither units nor days of a larger draw of the same name that died half-way', async () => {
    const { store } = corpus.harness.pipeline.runtime;
    const units = (await toArray(store.audits.scan())).filter(({ kind }) => kind === 'unit');
    const left = units.map((row) => ({ ...row, item: row.item.replace('spring#unit#', 'late#unit#9') }));
    for (const row of left) await store.audits.put(row);
    const counts = { rota: { for: 9, against: 9, neutral: 0, none: 0 } };
    const ofOtherDays = { kind: 'days' as const, days: { '2019-12-01': counts } };
    await store.audits.put({ dispute: 'ferry-dispute', item: 'in#late#days#2019-12', ...ofOtherDays });
    await post(corpus, base, { id: 'late', size: 2, sampling: 'random', who: 'Ada' });
    await post(corpus, `${base}/late/coders`, { who: 'Ada' });
    expect(await codeAll(corpus, `${base}/late`, 'Ada', () => 'none')).toHaveLength(2);
    await post(corpus, `${base}/late/coders`, { who: 'Ben' });
    await codeAll(corpus, `${base}/late`, 'Ben', () => 'none');
    const [series] = (await get(`${base}/late/series?interval=month`)).body.series;
    expect(series.points.map(({ from }: { from: string }) => from.slice(0, 4))).toEqual(['2020']);
  });

  it('keeps places, no words: an article erased takes its sentences with it', async () => {
    const { store } = corpus.harness.pipeline.runtime;
    const rows = JSON.stringify(await toArray(store.audits.scan()));
    expect(rows).toContain('"place"');
    expect(rows).not.toMatch(/sentence|paragraph/);
  });
});
