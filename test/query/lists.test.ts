import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { discover } from '../../functions/poll/discover.ts';
import { feed, report } from '../pipeline/harness.ts';
import { type Corpus, startCorpus } from './corpus.ts';

const base = '/api/disputes/ferry-dispute';
let corpus: Corpus;
beforeAll(async () => {
  corpus = await startCorpus();
}, 120_000);
afterAll(() => corpus.harness.stop());

const lists = ['statements', 'tones', 'articles'] as const;
type List = (typeof lists)[number];
type Row = Record<string, unknown>;

/** All pages of a list, as a reader follows them. */
async function allPages(list: List, filter: string, limit: number): Promise<{ total: number; rows: Row[] }> {
  const rows: Row[] = [];
  const first = await corpus.json(`${base}/${list}?${filter}&limit=${limit}`);
  rows.push(...first[list]);
  for (let next = first.next; next !== null; ) {
    const page = await corpus.json(`${base}/${list}?${filter}&limit=${limit}&cursor=${next}`);
    rows.push(...page[list]);
    next = page.next;
  }
  return { total: first.total, rows };
}

const day = fc.integer({ min: 15, max: 31 }).map((number) => `2020-03-${number}`);
const filter = fc
  .record(
    {
      period: fc
        .tuple(day, day)
        .map(([one, other]) => (one < other ? { from: one, to: other } : { from: other, to: one })),
      actor: fc.constantFrom('union', 'line', 'union,line'),
      outlet: fc.constantFrom('Harbour Gazette', 'Northern Lantern', 'No such outlet'),
      order: fc.constantFrom('asc', 'desc'),
    },
    { requiredKeys: ['period', 'order'] },
  )
  .map(({ period, ...rest }) => new URLSearchParams({ ...period, ...rest }).toString());

describe('lists', () => {
  it.each(lists)(
    'whatever the filter and the length of pages, the total of %s is what the pages hold',
    async (list) => {
      await fc.assert(
        fc.asyncProperty(filter, fc.integer({ min: 1, max: 7 }), async (asked, limit) => {
          const whole = await corpus.json(`${base}/${list}?${asked}&limit=2000`);
          const paged = await allPages(list, asked, limit);
          expect(whole.total).toBe(whole[list].length);
          expect(paged).toEqual({ total: whole.total, rows: whole[list] });
        }),
        { numRuns: 25 },
      );
    },
  );

  it.each([
    ['surest first', 'confidence', (row: Row) => -Number(row.confidence)],
    [
      'by the actors’ names',
      'actor',
      (row: Row) => ({ union: "Ferry Workers' Union", line: 'Gannet Line' })[String(row.actor)],
    ],
    ['by outlet', 'outlet', (row: Row) => String(row.outlet)],
  ] as const)('statements come %s, page by page, within equals newest first', async (_, sort, rankOf) => {
    const asked = `sort=${sort}&order=desc`;
    const { total, rows } = await allPages('statements', asked, 3);
    const inTime = (await corpus.json(`${base}/statements?order=desc&limit=2000`)).statements as Row[];
    expect(total).toBe(inTime.length);
    const rank = (row: Row) => rankOf(row)!;
    const expected = [...inTime].sort((a, b) => (rank(a) < rank(b) ? -1 : rank(a) > rank(b) ? 1 : 0));
    expect(rows).toEqual(expected);
  });

  it.each(lists)('the first page of %s comes without a count where none is asked for', async (list) => {
    const counted = await corpus.json(`${base}/${list}?limit=2`);
    const quick = await corpus.json(`${base}/${list}?limit=2&count=none`);
    expect(quick).toEqual({ ...counted, total: null });
  });

  it.each(['Harbour Gazette', 'Northern Lantern'])(
    'the stances in %s are what its statements add up to',
    async (outlet) => {
      const asked = new URLSearchParams({ outlet }).toString();
      const { cells } = await corpus.json(`${base}/stances?${asked}`);
      const { statements } = await corpus.json(`${base}/statements?${asked}`);
      const sums = new Map<string, number>();
      for (const { actor, issue, stance } of statements as Row[]) {
        const key = `${actor} ${issue} ${stance}`;
        sums.set(key, (sums.get(key) ?? 0) + 1);
      }
      const counted = new Map<string, number>();
      for (const { actor, issue, days } of cells)
        for (const stance of ['for', 'against', 'neutral'])
          for (const day of days)
            if (day[stance] > 0)
              counted.set(
                `${actor} ${issue} ${stance}`,
                (counted.get(`${actor} ${issue} ${stance}`) ?? 0) + day[stance],
              );
      expect(sums.size).toBeGreaterThan(0);
      expect(counted).toEqual(sums);
    },
  );

  it('are in the order of time, either way', async () => {
    const { statements } = await corpus.json(`${base}/statements`);
    const newestFirst = (await corpus.json(`${base}/statements?order=desc`)).statements;
    const times = statements.map(({ at }: Row) => at);
    expect(times).toEqual([...times].sort());
    expect(newestFirst.map(({ at }: Row) => at)).toEqual([...times].reverse());
  });

  it.each([
    ['a word of one sentence', 'statements', 'text=tired', ({ sentence }: Row) => /\btired\b/i.test(String(sentence))],
    ['a phrase', 'articles', 'text=%22ferry%20port%20stayed%22', () => true],
    ['a stance', 'statements', 'stance=against', ({ stance }: Row) => stance === 'against'],
    ['an issue', 'statements', 'issue=rota', ({ issue }: Row) => issue === 'rota'],
    ['a voice', 'tones', 'voice=outlet', ({ voice }: Row) => voice === 'outlet'],
    ['a confidence', 'statements', 'confidence=0.5', ({ confidence }: Row) => Number(confidence) >= 0.5],
  ] as const)('are narrowed by %s', async (_, list, asked, fits) => {
    const whole = await corpus.json(`${base}/${list}`);
    const narrowed = await corpus.json(`${base}/${list}?${asked}`);
    expect(narrowed.total).toBeGreaterThan(0);
    expect(narrowed.total).toBeLessThanOrEqual(whole.total);
    for (const row of narrowed[list]) expect(fits(row)).toBe(true);
  });

  it.each(['statements', 'tones', 'articles'])('%s of an actor named twice are not doubled', async (list) => {
    const once = await corpus.json(`${base}/${list}?actor=union`);
    expect(await corpus.json(`${base}/${list}?actor=union,union`)).toEqual({ ...once, next: null });
  });

  it.each(['statements', 'tones', 'articles'])('%s of the whole dispute are those of every actor', async (list) => {
    const all = await corpus.json(`${base}/${list}`);
    expect(all.total).toBeGreaterThan(0);
    expect(await corpus.json(`${base}/${list}?actor=*`)).toEqual(all);
    expect(await corpus.json(`${base}/${list}?actor=*,union`)).toEqual(all);
  });

  it('say that no text holds a phrase whose words stand apart', async () => {
    expect(await corpus.json(`${base}/articles?text=%22port%20ferry%22`)).toEqual({
      total: 0,
      next: null,
      articles: [],
    });
  });
});

describe('series', () => {
  it.each(['hour', 'day', 'week', 'month'])(
    'every point by %s links to exactly the rows it counts',
    async (interval) => {
      for (const outlet of ['', '&outlet=Harbour%20Gazette']) {
        const period = 'from=2020-03-10&to=2020-03-31';
        const { series } = await corpus.json(`${base}/series?actor=union&interval=${interval}&${period}${outlet}`);
        expect(series[0].points.length).toBeGreaterThan(0);
        for (const { counts, tone, stances, rows } of series[0].points) {
          const { total, articles } = await corpus.json(rows.articles);
          expect(total).toBe(counts.copies);
          expect(new Set(articles.map(({ clusterId }: Row) => clusterId)).size).toBe(counts.texts);
          expect((await corpus.json(rows.tones)).total).toBe(tone.all.negative + tone.all.neutral + tone.all.positive);
          const { for: pro, against, neutral } = stances.rota ?? { for: 0, against: 0, neutral: 0 };
          expect((await corpus.json(rows.statements)).total).toBe(pro + against + neutral);
        }
      }
    },
  );

  it('of the whole dispute count articles, and link to these alone', async () => {
    const { series } = await corpus.json(`${base}/series?from=2020-03-10&to=2020-03-31`);
    for (const { counts, rows } of series[0].points) {
      expect((await corpus.json(rows.articles)).total).toBe(counts.copies);
      expect([rows.tones, rows.statements]).toEqual([null, null]);
    }
  });

  it('cuts weeks at Monday and days at midnight of the dispute, summer time included', async () => {
    const starts = async (interval: string) => {
      const { series } = await corpus.json(`${base}/series?interval=${interval}&from=2020-03-10&to=2020-03-31`);
      return series[0].points.map(({ start, counts }: { start: string; counts: { copies: number } }) => [
        start,
        counts.copies,
      ]);
    };
    expect(await starts('month')).toEqual([['2020-03-01', 8]]);
    expect(await starts('week')).toEqual([
      ['2020-03-16', 4],
      ['2020-03-23', 2],
      ['2020-03-30', 2],
    ]);
    expect(await starts('day')).toEqual([
      ['2020-03-16', 3],
      ['2020-03-22', 1],
      ['2020-03-28', 1],
      ['2020-03-29', 1],
      ['2020-03-30', 1],
      ['2020-03-31', 1],
    ]);
  });
});

describe('lists while data arrives', () => {
  it('neither repeat nor miss a row when articles arrive between two pages', async () => {
    const before = (await corpus.json(`${base}/articles`)).articles;
    const first = await corpus.json(`${base}/articles?limit=3`);
    await corpus.add('/90', 'Harbour Gazette', '2020-03-16T09:31:00Z');
    await corpus.add('/91', 'Harbour Gazette', '2020-03-30T09:31:00Z');
    await corpus.harness.pipeline.drain();
    const rest = await corpus.json(`${base}/articles?limit=3&cursor=${first.next}`);
    const last = await corpus.json(`${base}/articles?limit=9&cursor=${rest.next}`);
    const seen = [first, rest, last].flatMap(({ articles }) => articles.map(({ id }: Row) => id));
    expect(new Set(seen).size).toBe(seen.length);
    for (const { id } of before) expect(seen).toContain(id);
  });
});

// Last: it adds an article.
describe('articles', () => {
  it('of a search within an actor are those of the search that mention it', async () => {
    const paragraphs = [
      report[0]!,
      'Nobody at the company was ready to speak about the ferry port on Tuesday afternoon at all.',
    ];
    corpus.harness.pages.set('/alone', { title: 'Crews speak', paragraphs, published: '2020-03-18T09:00:00Z' });
    await discover(corpus.harness.entry('/alone'), { ...corpus.harness.pipeline.runtime, feed });
    await corpus.harness.pipeline.drain();
    const ids = async (asked: string) =>
      (await corpus.json(`${base}/articles?${asked}`)).articles.map(({ id }: Row) => id);
    const [found, ofLine, both] = await Promise.all(
      ['text=ferry%20port', 'actor=line', 'text=ferry%20port&actor=line'].map(ids),
    );
    expect(both).toEqual(found.filter((id: string) => ofLine.includes(id)));
    expect(both.length).toBeGreaterThan(0);
    expect(found.length).toBe(both.length + 1);
  });
});
