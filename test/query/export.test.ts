import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createQueryApp } from '../../functions/query/app.ts';
import { type Corpus, startCorpus } from './corpus.ts';

const base = '/api/disputes/ferry-dispute/export';
let corpus: Corpus;
beforeAll(async () => {
  corpus = await startCorpus();
}, 120_000);
afterAll(() => corpus.harness.stop());

const get = async (path: string) => {
  const answer = await corpus.app.request(`${base}/${path}`);
  return { status: answer.status, headers: answer.headers, text: await answer.text() };
};

describe('an export over the API', () => {
  it.each(['articles', 'statements', 'tones', 'mentions'])(
    'holds the same %s as CSV and as JSON Lines',
    async (table) => {
      const csv = await get(`${table}?format=csv`);
      const jsonl = await get(`${table}?format=jsonl`);
      const rows: Record<string, string>[] = parse(csv.text, { columns: true });
      const objects = jsonl.text
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as Record<string, unknown>);
      expect(rows.length).toBeGreaterThan(0);
      expect(objects.map((object) => Object.values(object).map((value) => String(value ?? '')))).toEqual(
        rows.map((row) => Object.values(row)),
      );
      expect(csv.headers.get('content-disposition')).toBe(
        `attachment; filename="ferry-dispute-${table}-2020-03-01-2020-03-31.csv"`,
      );
    },
  );

  it('holds as many statements as the list counts', async () => {
    const { text } = await get('statements?format=jsonl&from=2020-03-16&to=2020-03-16');
    const { total } = await corpus.json('/api/disputes/ferry-dispute/statements?from=2020-03-16&to=2020-03-16');
    expect(text.trim().split('\n')).toHaveLength(total);
  });

  it('holds no words where none are wanted', async () => {
    const { text } = await get('statements?format=csv&words=no');
    expect(text).not.toContain('rota would');
    expect(text.split('\r\n')[0]).not.toContain('sentence,');
  });

  it.each([
    ['a table that is none', 'people', 'table'],
    ['a format that is none', 'articles?format=xlsx', 'format'],
    ['a period backwards', 'articles?from=2020-03-10&to=2020-03-01', 'to'],
  ])('is refused for %s', async (_, path, parameter) => {
    const { status, text } = await get(path);
    expect([status, JSON.parse(text).parameter]).toEqual([400, parameter]);
  });

  it('that one answer can’t hold is refused, with what to do', async () => {
    const app = createQueryApp({
      ...corpus.harness.pipeline.runtime,
      asset: async () => null,
      exportLimit: 3,
    });
    const answer = await app.request(`${base}/articles`);
    expect(await answer.json()).toMatchObject({
      status: 400,
      parameter: 'from',
      detail: expect.stringContaining('picketline export'),
    });
    expect((await app.request(`${base}/articles?to=2020-03-16`)).status).toBe(200);
  });
});
