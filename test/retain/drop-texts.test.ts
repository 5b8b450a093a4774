import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createHandler } from '../../functions/retain/handler.ts';
import { reopenForTagging } from '../../functions/tag/reopen.ts';
import { articleTrail } from '../../local/article-trail.ts';
import { corpusOf } from '../../local/corpus-options.ts';
import { isVerified, verifyRelease } from '../../local/release/verify-release.ts';
import { writeRelease } from '../../local/release/write-release.ts';
import { readCorpus } from '../../shared/export/read-corpus.ts';
import { jsonLines } from '../../shared/export/table-formats.ts';
import { exportTables, withoutText } from '../../shared/export/tables.ts';
import { opened } from '../../shared/store/article-states.ts';
import { toArray } from '../../shared/store/to-array.ts';
import { dumpTables } from '../dump-tables.ts';
import { report } from '../pipeline/harness.ts';
import { type Corpus, startCorpus } from '../query/corpus.ts';

let corpus: Corpus;
let before: { lists: unknown[]; tables: string[]; rows: string[][] };
const day = 86_400_000;
const runtime = () => corpus.harness.pipeline.runtime;
const retain = (days: string | undefined) => createHandler(runtime, () => days)();

const lists = () =>
  Promise.all(
    ['series', 'stances', 'accuracy', 'articles'].map((path) => corpus.json(`/api/disputes/ferry-dispute/${path}`)),
  );

/** What an export may pass on without the words: addresses, offsets, hashes and tags. */
async function copyrightSafe(): Promise<string[]> {
  const instants = { from: '2020-03-01', to: '2020-04-01' };
  const entries = await toArray(readCorpus(runtime().store, 'ferry-dispute', instants));
  return exportTables
    .map(withoutText)
    .map(({ fields, rowsOf }) => entries.map((entry) => jsonLines(fields, rowsOf(entry))).join(''));
}

const tagRows = async () => {
  const { Mentions, Statements, Trends } = await dumpTables(runtime().store);
  return [Mentions!, Statements!, Trends!];
};

beforeAll(async () => {
  corpus = await startCorpus();
  before = { lists: await lists(), tables: await copyrightSafe(), rows: await tagRows() };
  corpus.harness.clock.now += 20 * day;
}, 120_000);
afterAll(() => corpus.harness.stop());

describe('before their time is over', () => {
  it('texts stay', async () => {
    expect(await retain('30')).toEqual({ dropped: 0, inWork: 0 });
    expect(await retain('never')).toEqual({ dropped: 0, inWork: 0 });
  });

  it('and nobody drops them by an oversight', async () => {
    for (const setting of [undefined, '', '0', 'forever'])
      await expect(retain(setting)).rejects.toThrow('neither days nor "never"');
  });

  it('a text that is being worked on stays until that is done', async () => {
    const [article] = await toArray(runtime().store.articles.scan());
    const unfinished = { ...article!, ...opened('collected', article!.touchedAt) };
    await runtime().store.articles.put(unfinished);
    expect(await retain('10')).toEqual({ dropped: 7, inWork: 1 });
    expect(await runtime().store.texts.get({ id: article!.id, revision: 1 })).toHaveProperty('text');
    await runtime().store.articles.put(article!);
    expect(await retain('10')).toEqual({ dropped: 1, inWork: 0 });
    expect(await retain('10')).toEqual({ dropped: 0, inWork: 0 });
  });
});

describe('texts that were dropped', () => {
  it('leave no word in any table but the headlines', async () => {
    const tables = JSON.stringify(await dumpTables(runtime().store));
    for (const paragraph of report) expect(tables).not.toContain(paragraph.slice(0, 25));
  });

  it('leave tags, counts, hashes and offsets as they were', async () => {
    expect(await tagRows()).toEqual(before.rows);
    expect(await lists()).toEqual(before.lists);
    expect(await copyrightSafe()).toEqual(before.tables);
  });

  it('are shown as such: rows without sentence, an article without text', async () => {
    const { statements, total } = await corpus.json('/api/disputes/ferry-dispute/statements');
    expect(statements).toHaveLength(total);
    expect(statements[0]).toMatchObject({
      sentence: null,
      title: expect.stringContaining('Crews fear'),
      url: expect.stringContaining('http'),
    });
    const { tones } = await corpus.json('/api/disputes/ferry-dispute/tones');
    expect(tones.length).toBeGreaterThan(0);
    const shown = await corpus.json(`/api/articles/${statements[0].articleId}`);
    expect(shown).toMatchObject({
      text: null,
      revisions: [{ revision: 1, droppedAt: '2020-04-21T12:00:00.000Z', changes: [] }],
    });
  });

  it('can’t be searched', async () => {
    expect(await corpus.json('/api/disputes/ferry-dispute/articles?text=winter')).toMatchObject({ articles: [] });
  });

  it('are no work for a re-tagging', async () => {
    const [last] = (await toArray(reopenForTagging(runtime(), { batch: 10, all: true }))).slice(-1);
    expect(last).toEqual({ seen: 8, sent: 0 });
  });

  it('end a tagging that asks for them in one counted outcome, and the rows stay', async () => {
    const [article] = (await toArray(runtime().store.articles.scan())).filter(({ state }) => state === 'counted');
    await runtime().store.articles.put({ ...article!, ...opened('collected', article!.touchedAt) });
    await runtime().queues.send('tag', [{ v: 1, articleId: article!.id }]);
    await corpus.harness.pipeline.drain();
    const after = await runtime().store.articles.get({ id: article!.id });
    expect(after).toMatchObject({ state: 'counted', reason: 'text-no-longer-kept' });
    expect(after).not.toHaveProperty('unfinished');
    expect(await tagRows()).toEqual(before.rows);
    expect(await articleTrail(after!, corpus.harness.pipeline)).toContainEqual(
      expect.objectContaining({ stage: 'collect', text: 'text 1, no longer kept since 2020-04-21' }),
    );
  });

  it('leave a release that says so, and is as good as the rest of it', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'picketline-retained-'));
    await writeRelease(await corpusOf('ferry-dispute', { data: '', json: false }, runtime()), folder);
    const verification = await verifyRelease(folder);
    expect(verification).toMatchObject({ articles: 8, withoutText: 8, firstDifferences: {} });
    expect(isVerified(verification)).toBe(true);
    await rm(folder, { recursive: true });
  });

  it('are followed by a new one when the outlet edits the story', async () => {
    const page = {
      title: 'Crews fear new rota (1)',
      paragraphs: [...report, 'Talks resume.'],
      published: '2020-03-16T09:45:00Z',
    };
    corpus.harness.pages.set('/1', page);
    const url = `${corpus.harness.site}/1`;
    const article = (await toArray(runtime().store.articles.scan())).find((each) => each.url === url)!;
    await runtime().store.articles.put({ ...article, ...opened('discovered', article.touchedAt) });
    await runtime().queues.send('collect', [{ v: 1, articleId: article.id }]);
    await corpus.harness.pipeline.drain();
    expect(await corpus.json(`/api/articles/${article.id}`)).toMatchObject({
      article: { state: 'counted' },
      text: { revision: 2 },
      revisions: [
        { revision: 1, title: null },
        { revision: 2, changes: [] },
      ],
    });
    expect(await runtime().store.articles.get({ id: article.id })).not.toHaveProperty('textDroppedAt');
  });
});
