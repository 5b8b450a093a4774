import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { discover } from '../../functions/poll/discover.ts';
import { recount } from '../../functions/trend/recount.ts';
import { createKey } from '../../local/commands/key.ts';
import { eraseArticle } from '../../local/erase/erase-article.ts';
import { erasePerson } from '../../local/erase/erase-person.ts';
import { importCandidate } from '../../local/import-candidate.ts';
import { canonicalUrl } from '../../shared/article/canonical-url.ts';
import { opened } from '../../shared/store/article-states.ts';
import { publishCodebook } from '../../shared/store/published-codebooks.ts';
import type { ArticleRow } from '../../shared/store/rows.ts';
import type { DeliveryRow } from '../../shared/store/store.ts';
import { toArray } from '../../shared/store/to-array.ts';
import { dumpTables } from '../dump-tables.ts';
import { feed, ferryCodebook, report } from '../pipeline/harness.ts';
import { type Corpus, startCorpus } from '../query/corpus.ts';

let corpus: Corpus;
const runtime = () => corpus.harness.pipeline.runtime;
const store = () => runtime().store;
const request = { by: 'ada', why: 'letter of 1 April' };

async function articleAt(path: string): Promise<ArticleRow> {
  const url = `${corpus.harness.site}${path}`;
  return (await toArray(store().articles.scan())).find((row) => row.url === url)!;
}

/** Every point is what its rows give, and every row's article is there. */
async function expectPointsOfRows(): Promise<void> {
  const before = await dumpTables(store());
  for (const { series, day } of await toArray(store().trends.scan()))
    if (!series.endsWith('~feeds')) await recount(series, day, 'Europe/London', store());
  expect(await dumpTables(store())).toEqual(before);
}

const delivery = (message: string, state: DeliveryRow['state'], text: string): DeliveryRow => ({
  ...{ dispute: 'ferry-dispute', message, state, text, posted: JSON.stringify(text) },
  ...{ claimedAt: '2020-03-17T07:00:00.000Z', attempts: 1 },
});

beforeAll(async () => {
  corpus = await startCorpus();
}, 120_000);
afterAll(() => corpus.harness.stop());

describe('an erased article', () => {
  let article: ArticleRow;
  let copy: ArticleRow;
  let record: Awaited<ReturnType<typeof eraseArticle>>;

  beforeAll(async () => {
    article = await articleAt('/0');
    copy = await articleAt('/4');
    expect(copy.clusterId).toBe(article.id);
    const { statements } = await corpus.json('/api/disputes/ferry-dispute/statements');
    const { tag, actor } = statements.find(({ articleId }: { articleId: string }) => articleId === article.id);
    const mark = { kind: 'statement', tag, articleId: article.id, actor, verdict: 'right', who: 'Ben' };
    const headers = { 'content-type': 'application/json' };
    const body = JSON.stringify(mark);
    const posted = await corpus.app.request('/api/disputes/ferry-dispute/marks', { method: 'POST', headers, body });
    expect(posted.status).toBe(201);
    await store().deliveries.put(delivery('digest#2020-03-16#slack', 'sent', `See ${article.url}`));
    await store().deliveries.put(delivery('digest#2020-03-17#slack', 'waiting', `See ${article.url}`));
    await store().deliveries.put(delivery('digest#2020-03-18#slack', 'sent', 'A quiet day.'));
    record = await eraseArticle(article.id, request, runtime());
    await corpus.harness.pipeline.drain();
  });

  it('stands in no table any more, nor do its address, its headline, or anything tagged or marked in it', async () => {
    const { Articles, ...others } = await dumpTables(store());
    expect(JSON.stringify(others)).not.toContain(article.id);
    const all = JSON.stringify([Articles, others]);
    for (const trace of [`${article.url}"`, article.title!, 'Ben']) expect(all).not.toContain(trace);
  });

  it('leaves a stub that says no more than that it was erased', async () => {
    const stub = await store().articles.get({ id: article.id });
    expect(stub).toMatchObject({ state: 'irrelevant', reason: 'erased', url: '', title: null, outlet: '', rows: {} });
    expect(stub).not.toHaveProperty('unfinished');
    expect((await corpus.app.request(`/api/articles/${article.id}`)).status).toBe(404);
  });

  it('leaves its days as its absence counts them', async () => {
    const day = { series: 'ferry-dispute#*', day: '2020-03-16' };
    expect((await store().trends.get(day))!.counts.copies).toBe(2);
    await expectPointsOfRows();
  });

  it('leaves its copies with the earliest of them as their head', async () => {
    const next = await articleAt('/1');
    expect(await store().articles.get({ id: copy.id })).toMatchObject({
      state: 'counted',
      clusterId: next.id,
      originOutlet: next.outlet,
    });
  });

  it('leaves messages that were sent on record without their words; one that waits is composed anew', async () => {
    const rows = await toArray(store().deliveries.query({ dispute: 'ferry-dispute' }, 'message'));
    expect(rows.map(({ message, text }) => [message, text])).toEqual([
      ['digest#2020-03-16#slack', '(erased on request)'],
      ['digest#2020-03-18#slack', 'A quiet day.'],
    ]);
  });

  it('is not collected again, by a feed or by an import', async () => {
    const again = { ...corpus.harness.entry('/0'), title: 'Crews fear new rota, again' };
    expect(await discover(again, { ...runtime(), feed })).toBe('duplicate');
    const candidate = {
      ...{ url: article.url, canonicalUrl: canonicalUrl(article.url)!, outlet: 'O', title: 'T', published: null },
      text: report.join('\n\n'),
    } as Parameters<typeof importCandidate>[0];
    const ports = { runtime: runtime(), disputes: ['ferry-dispute'], outlet: 'O', source: 'history' };
    expect(await importCandidate(candidate, ports)).toBe('known');
    await corpus.harness.pipeline.drain();
    expect(await store().articles.get({ id: article.id })).toMatchObject({ reason: 'erased', title: null });
    expect(await toArray(store().texts.query({ id: article.id }, 'revision'))).toEqual([]);
  });

  it('is on record: who, when, why and how much, and not what', async () => {
    expect(await toArray(store().erasures.scan())).toEqual([record]);
    expect(record).toMatchObject({ kind: 'article', state: 'done', by: 'ada', why: 'letter of 1 April' });
    expect(record.counts).toMatchObject({ articles: 1, texts: 1, marks: 1, deliveries: 2, copies: 7 });
    expect(record.counts.signatures).toBeGreaterThanOrEqual(8);
    expect(record.counts.mentions).toBeGreaterThan(1);
    expect(JSON.stringify(record)).not.toContain(article.id);
  });

  it('may be erased twice; what is none is named', async () => {
    await eraseArticle(article.id, request, runtime());
    await corpus.harness.pipeline.drain();
    expect(await store().articles.get({ id: article.id })).toMatchObject({ state: 'irrelevant', reason: 'erased' });
    await expect(eraseArticle('none', request, runtime())).rejects.toThrow('There is no article none');
  });

  it('is not erased under the hands of its tagging', async () => {
    const { id } = await articleAt('/1');
    const row = (await store().articles.get({ id }))!;
    await store().articles.put({ ...row, ...opened('collected', row.touchedAt) });
    await expect(eraseArticle(id, request, runtime())).rejects.toThrow('being worked on');
    await store().articles.put(row);
  });
});

/** Draws three units under the first name, and has everybody code them alike. */
async function coded(...coders: string[]): Promise<void> {
  const path = '/api/disputes/ferry-dispute/audits';
  const send = (under: string, body: object) =>
    corpus.app.request(`${path}${under}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' },
      body: JSON.stringify(body),
    });
  await send('', { id: 'spring', size: 3, sampling: 'random', who: coders[0] });
  const codes = ['for', 'against', 'none'];
  for (const who of coders) {
    await send('/spring/coders', { who });
    corpus.harness.clock.now += 1_000;
    for (const code of codes) {
      const { unit } = await corpus.json(`${path}/spring/coders/${encodeURIComponent(who)}/next`);
      await send('/spring/codes', { unit: unit.id, code, who });
    }
  }
}

describe('an erased person', () => {
  const named = [
    'Jane Roe, who works for Gannet Line, said the rota was fair and that crews had asked her for it in winter.',
    'The Ferry Workers’ Union said the rota was an unsafe rota, and that its members would not sail under it in winter.',
  ];
  let article: ArticleRow;
  let before: number;

  beforeAll(async () => {
    const page = { title: 'Jane Roe defends rota', paragraphs: named, published: '2020-03-25T09:00:00Z' };
    corpus.harness.pages.set('/person', page);
    await discover(corpus.harness.entry('/person'), { ...runtime(), feed });
    corpus.harness.pages.set('/jane-roe', { ...page, title: 'Rota defended', paragraphs: [...report].reverse() });
    await discover(corpus.harness.entry('/jane-roe'), { ...runtime(), feed });
    await corpus.harness.pipeline.drain();
    article = await articleAt('/person');
    const mark = {
      tag: 't',
      kind: 'statement',
      articleId: article.id,
      actor: 'union',
      issue: null,
      value: 'for',
    } as const;
    const judged = { voice: 'direct', rule: 'r', codebookVersion: 'c', taggerVersion: 't', verdict: 'right' } as const;
    const said = { who: 'Ben', at: '2020-03-25T10:00:00.000Z', note: 'Jane Roe said so' };
    await store().marks.put({ ...mark, ...judged, ...said, dispute: 'ferry-dispute', mark: 't#1#Ben' });
    await coded('Jane Roe', 'Ida');
    await createKey('script of Jane Roe', { role: 'read', days: 9, perMinute: 9, by: 'Jane Roe' }, runtime());
    before = (await corpus.json('/api/disputes/ferry-dispute/statements?day=2020-03-25')).total;
  });

  it('is not erased while the codebook names them: the tags come of it', async () => {
    await expect(erasePerson(['Gannet Line'], request, runtime())).rejects.toThrow('names the person');
  });

  it('is not named on the record', async () => {
    await expect(erasePerson(['Jane Roe'], { by: 'ada', why: 'letter of Jane Roe' }, runtime())).rejects.toThrow(
      'The record would name the person',
    );
  });

  it('stands nowhere any more; what rested on those sentences is gone, the rest is not, and days are recounted', async () => {
    const { record, addresses } = await erasePerson(['Jane Roe'], request, runtime());
    await corpus.harness.pipeline.drain();
    expect(record).toMatchObject({ kind: 'person', state: 'done', counts: { articles: 1, texts: 1, marks: 1 } });
    expect(addresses).toEqual([(await articleAt('/jane-roe')).id]);
    expect(JSON.stringify(await dumpTables(store()))).not.toMatch(/Jane\s+Roe/i);
    const { total, statements } = await corpus.json('/api/disputes/ferry-dispute/statements?day=2020-03-25');
    expect(total).toBeLessThan(before);
    expect(statements.length).toBeGreaterThan(0);
    const shown = await corpus.json(`/api/articles/${article.id}`);
    expect(shown.text.text).toContain('The Ferry Workers’ Union said the rota was an unsafe rota');
    expect(shown.article.title).toMatch(/^[█ ]+$/);
    await expectPointsOfRows();
  });

  it('leaves what they coded, without their name', async () => {
    const { audits } = await corpus.json('/api/disputes/ferry-dispute/audits');
    expect(audits[0]).toMatchObject({ createdBy: 'coder 1 (erased on request)', isFinished: true });
    expect(audits[0].coders.map(({ coder, coded }: { coder: string; coded: number }) => [coder, coded])).toEqual([
      ['coder 1 (erased on request)', 3],
      ['Ida', 3],
    ]);
    const score = await corpus.json('/api/disputes/ferry-dispute/audits/spring/score');
    expect(score).toMatchObject({ units: 3, alpha: { value: 1 } });
  });

  it('does not come back when the outlet edits the story', async () => {
    const again = corpus.harness.entry('/person', { title: 'Jane Roe defends rota again' });
    expect(await discover(again, { ...runtime(), feed })).toBe('duplicate');
    await corpus.harness.pipeline.drain();
    expect(JSON.stringify(await dumpTables(store()))).not.toContain('Jane Roe');
  });

  it('goes from the codebooks that were in force before', async () => {
    const { actors } = ferryCodebook();
    const roe = { id: 'roe', name: 'Jane Roe', kind: 'person', aliases: [] };
    await publishCodebook(store(), ferryCodebook({ actors: [...actors, roe] }), '2020-04-02T00:00:00.000Z');
    await publishCodebook(store(), ferryCodebook(), '2020-04-03T00:00:00.000Z');
    const { record } = await erasePerson(['Jane Roe'], request, runtime());
    expect(record.counts).toMatchObject({ codebooks: 1, texts: 0 });
    expect(JSON.stringify(await dumpTables(store()))).not.toContain('Jane Roe');
  });
});
