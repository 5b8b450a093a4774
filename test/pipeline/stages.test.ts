import { ReceiveMessageCommand } from '@aws-sdk/client-sqs';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { collect } from '../../functions/collect/collect.ts';
import { createHandler as collectHandler } from '../../functions/collect/handler.ts';
import { discover } from '../../functions/poll/discover.ts';
import { resendUnfinished } from '../../functions/poll/resend-unfinished.ts';
import { createHandler as tagHandler } from '../../functions/tag/handler.ts';
import { tag } from '../../functions/tag/tag.ts';
import { reopenFailed, replayDeadLetters } from '../../local/commands/replay.ts';
import { countOutcomes } from '../../local/outcomes.ts';
import { articleId } from '../../shared/article/article-id.ts';
import type { QueueName } from '../../shared/messages.ts';
import { opened } from '../../shared/store/article-states.ts';
import { publishCodebook } from '../../shared/store/published-codebooks.ts';
import { toArray } from '../../shared/store/to-array.ts';
import { WebError } from '../../shared/web/web-error.ts';
import { dumpTables } from '../dump-tables.ts';
import { feed, ferryCodebook, type Harness, noon, report, sqsEvent, startHarness } from './harness.ts';

let harness: Harness;
beforeEach(async () => {
  harness = await startHarness();
});
afterEach(() => harness.stop());

const store = () => harness.pipeline.runtime.store;
const idOf = (path: string) => articleId(harness.entry(path).canonicalUrl);
const article = (path: string) => store().articles.get({ id: idOf(path) });
const discovered = (path: string, changes = {}) =>
  discover(harness.entry(path, changes), { ...harness.pipeline.runtime, feed });
const story = (title: string, paragraphs = report) => ({ title, paragraphs, published: '2020-03-10T09:30:00Z' });

async function deadLetters(queue: QueueName) {
  const { Messages = [] } = await harness.pipeline.cloud.sqs.send(
    new ReceiveMessageCommand({
      QueueUrl: harness.pipeline.urls.deadLetters[queue],
      MaxNumberOfMessages: 10,
      MessageAttributeNames: ['All'],
      VisibilityTimeout: 0,
    }),
  );
  return Messages.map(({ Body, MessageAttributes }) => ({
    body: Body,
    reason: MessageAttributes?.reason?.StringValue,
  }));
}

describe('from an entry to a point', () => {
  it('every article ends counted, with rows that name text, cluster, codebook and tagger', async () => {
    harness.pages.set('/1', story('Crews fear new rota'));
    expect(await discovered('/1')).toBe('new');
    await harness.pipeline.drain();
    expect(await article('/1')).toMatchObject({
      state: 'counted',
      seriesAt: '2020-03-10T09:30:00.000Z',
      seriesAtSource: 'meta',
      textSource: 'page',
    });
    expect((await article('/1'))?.unfinished).toBeUndefined();
    const [row] = await toArray(store().mentions.query({ series: 'ferry-dispute#union' }, 'at'));
    expect(row).toMatchObject({
      clusterId: idOf('/1'),
      textRevision: 1,
      codebookVersion: expect.stringMatching(/^[0-9a-f]{12}$/),
      taggerVersion: expect.any(String),
    });
    expect(await store().trends.get({ series: 'ferry-dispute#*', day: '2020-03-10' })).toMatchObject({
      counts: { copies: 1, texts: 1, outlets: 1 },
    });
  });

  it('the same entry again is a duplicate and changes no table', async () => {
    harness.pages.set('/1', story('Crews fear new rota'));
    await discovered('/1');
    await harness.pipeline.drain();
    const before = await dumpTables(store());
    harness.clock.now += 3_600_000;
    expect(await discovered('/1')).toBe('duplicate');
    await harness.pipeline.drain();
    expect(await dumpTables(store())).toEqual(before);
  });

  it('two polls at once discover it once', async () => {
    harness.pages.set('/1', story('Crews fear new rota'));
    const other = { feedUrl: `${harness.site}/other-feed` };
    expect((await Promise.all([discovered('/1'), discovered('/1', other)])).sort()).toEqual(['duplicate', 'new']);
  });
});

describe('the same story under another address', () => {
  const headline = { title: 'Ferry crews fear the new winter rota', titleKey: 'key' };

  it('of the same outlet within a week is a duplicate: no second article', async () => {
    harness.pages.set('/1', story('Crews fear new rota'));
    expect(await discovered('/1', headline)).toBe('new');
    harness.clock.now += 3 * 86_400_000;
    expect(await discovered('/1-again', headline)).toBe('duplicate');
    expect((await countOutcomes(store())).polled).toBe(1);
  });

  it('is new after a week, and when both come with one poll', async () => {
    expect([await discovered('/1', headline), await discovered('/2', headline)]).toEqual(['new', 'new']);
    harness.clock.now += 8 * 86_400_000;
    expect(await discovered('/3', headline)).toBe('new');
  });

  it('is known as well when the first poll died after the article and before its headline was noted', async () => {
    vi.spyOn(store().signatures, 'put').mockRejectedValueOnce(new Error('killed'));
    await expect(discovered('/1', headline)).rejects.toThrow('killed');
    harness.clock.now += 600_000;
    expect(await discovered('/1', headline)).toBe('duplicate');
    expect(await discovered('/2', { ...headline, firstSeenAt: new Date(noon + 1_200_000).toISOString() })).toBe(
      'duplicate',
    );
  });

  it('that is polled again after a crash is still new', async () => {
    expect(await discovered('/1', headline)).toBe('new');
    expect(await discovered('/1', headline)).toBe('new');
  });
});

describe('copies, edits and aliases', () => {
  it('a copy joins the earliest article with its text, whichever is collected first', async () => {
    harness.pages.set('/late', { ...story('Rota row'), published: '2020-03-10T11:00:00Z' });
    harness.pages.set('/early', { ...story('Crews fear new rota'), published: '2020-03-10T08:00:00Z' });
    await discovered('/late', { outlet: 'The Copier' });
    await harness.pipeline.drain();
    await discovered('/early', { outlet: 'The Wire' });
    await harness.pipeline.drain();
    expect(await article('/late')).toMatchObject({
      state: 'counted',
      clusterId: idOf('/early'),
      originOutlet: 'The Wire',
    });
    expect(await store().trends.get({ series: 'ferry-dispute#*', day: '2020-03-10' })).toMatchObject({
      counts: { copies: 2, texts: 1, outlets: 1 },
    });
  });

  it('an edit under the same address is a revision: kept beside the first, counted once, on the same day', async () => {
    harness.pages.set('/1', story('Crews fear new rota'));
    await discovered('/1');
    await harness.pipeline.drain();
    harness.clock.now += 86_400_000;
    harness.pages.set('/1', {
      ...story('Rota withdrawn', [
        ...report,
        'Late on Tuesday the ferry company withdrew the rota altogether and said it would start again.',
      ]),
      published: '2020-03-11T10:00:00Z',
    });
    expect(await discovered('/1', { title: 'Rota withdrawn' })).toBe('updated');
    await harness.pipeline.drain();
    expect(await article('/1')).toMatchObject({
      state: 'counted',
      textRevision: 2,
      seriesAt: '2020-03-10T09:30:00.000Z',
    });
    expect(await toArray(store().texts.query({ id: idOf('/1') }, 'revision'))).toHaveLength(2);
    expect(
      (await toArray(store().trends.query({ series: 'ferry-dispute#*' }, 'day'))).map(({ day, counts }) => [
        day,
        counts.copies,
      ]),
    ).toEqual([['2020-03-10', 1]]);
  });

  it('a page that names another address of its site as canonical is kept there', async () => {
    harness.pages.set('/amp/1', { ...story('Crews fear new rota'), canonical: `${harness.site}/stories/1` });
    harness.pages.set('/stories/1', story('Crews fear new rota'));
    await discovered('/amp/1');
    await harness.pipeline.drain();
    const counts = await countOutcomes(store());
    expect(counts).toMatchObject({ polled: 2, tagged: 1, alias: 1 });
  });
});

describe('bad pages end in a counted outcome', () => {
  const reply = (body: string, init: ResponseInit) => () => new Response(body, init);
  const htmlType = { 'content-type': 'text/html' };
  it.each([
    ['no such page', reply('', { status: 404 }), { state: 'failed', reason: 'http-404' }],
    ['a picture', reply('x', { headers: { 'content-type': 'image/png' } }), { state: 'failed', reason: 'not-html' }],
    [
      'a page without text',
      reply('<html><body><nav>Home</nav></body></html>', { headers: htmlType }),
      { state: 'failed', reason: expect.stringMatching(/^no-text/) },
    ],
    [
      'another subject',
      reply(
        `<html><body><article><h1>Parking</h1>${report.map((text) => `<p>${text.replace(/[Ff]erry/g, 'bus')}</p>`).join('')}</article></body></html>`,
        { headers: htmlType },
      ),
      { state: 'irrelevant', reason: 'off-topic' },
    ],
    [
      'another language',
      reply(
        `<html lang="fr"><body><article><h1>Le ferry</h1>${'<p>Le syndicat des marins du ferry a déclaré mardi que le nouveau tableau de service ne serait pas accepté par les équipages de la compagnie.</p>'.repeat(4)}</article></body></html>`,
        { headers: htmlType },
      ),
      { state: 'irrelevant', reason: 'language:fr' },
    ],
  ])('%s', async (_, page, expected) => {
    harness.pages.set('/1', page);
    await discovered('/1');
    await harness.pipeline.drain();
    expect(await article('/1')).toMatchObject(expected);
    expect((await article('/1'))?.unfinished).toBeUndefined();
  });

  it('a page that robots.txt keeps from us is not asked for; the feed’s own text is kept', async () => {
    let asked = 0;
    harness.pages.set(
      '/robots.txt',
      () => new Response('User-agent: *\nDisallow: /private', { headers: { 'content-type': 'text/plain' } }),
    );
    harness.pages.set('/private/1', () => {
      asked += 1;
      return new Response('');
    });
    await discovered('/private/1', {
      summary: 'The Ferry Workers’ Union said on Tuesday that the ferry rota was unsafe for crews.',
    });
    await harness.pipeline.drain();
    expect(asked).toBe(0);
    expect(await article('/private/1')).toMatchObject({
      state: 'counted',
      textSource: 'feed',
      reason: 'feed-text-only:robots',
    });
  });
});

describe('messages', () => {
  it.each([
    ['not JSON', '{{', 'collect'],
    ['of another form', { v: 2, articleId: 'x' }, 'tag'],
  ] as const)('%s: laid aside with the reason, not retried', async (_, body, queue) => {
    const handler = { collect: collectHandler, tag: tagHandler }[queue](() => harness.pipeline.runtime);
    expect(await handler(sqsEvent(body))).toEqual({ batchItemFailures: [] });
    expect(await deadLetters(queue)).toMatchObject([{ reason: 'unreadable-message' }]);
  });

  it('a transient failure goes back to the queue; on the last try the article is failed and the message laid aside', async () => {
    harness.pages.set('/1', () => new Response('', { status: 503 }));
    await discovered('/1');
    const message = { v: 1, articleId: idOf('/1') };
    const handler = collectHandler(() => harness.pipeline.runtime);
    expect(await handler(sqsEvent(message, 1))).toEqual({ batchItemFailures: [{ itemIdentifier: 'm1' }] });
    expect(await article('/1')).toMatchObject({ state: 'discovered' });
    expect(await handler(sqsEvent(message, 5))).toEqual({ batchItemFailures: [] });
    expect(await article('/1')).toMatchObject({ state: 'failed', reason: expect.stringContaining('503') });
    expect(await deadLetters('collect')).toHaveLength(1);
  });

  it('one that comes five times at once, on its last try, is no failure: the article is tagged', async () => {
    harness.pages.set('/1', story('Rota row'));
    await discovered('/1');
    const { runtime } = harness.pipeline;
    await collect(idOf('/1'), runtime);
    const copies = Array.from({ length: 5 }, () => sqsEvent({ v: 1, articleId: idOf('/1') }, 5).Records).flat();
    expect(await tagHandler(() => runtime)({ Records: copies })).toEqual({ batchItemFailures: [] });
    expect(await article('/1')).toMatchObject({ state: 'tagged' });
    expect(await deadLetters('tag')).toEqual([]);
  });

  it('a host that has its fill of requests is no failure: the article waits for its turn', async () => {
    await discovered('/1');
    const sent: unknown[] = [];
    const busy = async () => {
      throw new WebError('busy-host', 'wait', { transient: true, url: harness.site, retryAt: noon + 90_000 });
    };
    const queues = { send: async (...words: unknown[]) => void sent.push(words) };
    await collect(idOf('/1'), { ...harness.pipeline.runtime, queues, web: { get: busy } });
    expect(sent).toEqual([['collect', [{ v: 1, articleId: idOf('/1') }], { delaySeconds: 90 }]]);
    expect(await article('/1')).toMatchObject({ state: 'discovered', unfinished: 'open' });
  });

  it('replay tries dead letters and failed articles again', async () => {
    await discovered('/1');
    await harness.pipeline.drain();
    expect(await article('/1')).toMatchObject({ state: 'failed', reason: 'http-404' });
    await collectHandler(() => harness.pipeline.runtime)(sqsEvent({ v: 1, articleId: 'unknown' }));
    harness.pages.set('/1', story('Crews fear new rota'));
    expect(await replayDeadLetters(harness.pipeline)).toBe(1);
    expect(await reopenFailed(store(), noon)).toBe(1);
    await harness.pipeline.resume();
    await harness.pipeline.drain();
    expect(await article('/1')).toMatchObject({ state: 'counted' });
  });

  it('an article whose message was lost is found through the sparse index and sent again', async () => {
    harness.pages.set('/1', story('Crews fear new rota'));
    const silent = { send: async () => {}, bury: async () => {} };
    await discover(harness.entry('/1'), { store: store(), queues: silent, feed });
    await harness.pipeline.drain();
    expect(await article('/1')).toMatchObject({ state: 'discovered' });
    const before = new Date(noon - 1).toISOString();
    expect(await resendUnfinished(before, before, harness.pipeline.runtime)).toBe(0);
    expect(
      await resendUnfinished(new Date(noon).toISOString(), new Date(noon).toISOString(), harness.pipeline.runtime),
    ).toBe(1);
    await harness.pipeline.drain();
    expect(await article('/1')).toMatchObject({ state: 'counted' });
    expect(
      await resendUnfinished(new Date(noon).toISOString(), new Date(noon).toISOString(), harness.pipeline.runtime),
    ).toBe(0);
  });
});

describe('work left open by a stopped run', () => {
  it('is left alone while something moves, wherever it stands in the index', async () => {
    await discovered('/1');
    const at = (minutes: number) => new Date(noon + minutes * 60_000).toISOString();
    const taken = (minutes: number) => resendUnfinished(at(minutes - 15), at(minutes), harness.pipeline.runtime);
    await store().articles.updateIf({ id: idOf('/1') }, { touchedAt: at(20) }, { text: 'attribute_exists(id)' });
    expect(await taken(30)).toBe(0);
    expect(await taken(40)).toBe(1);
    expect(await taken(50)).toBe(0);
    expect(await article('/1')).toMatchObject({ openedAt: at(40), touchedAt: at(40) });
  });

  it('is all taken up, however much there is, and each article once', async () => {
    await discovered('/1');
    await harness.pipeline.drain();
    const { id: _, textRevision: __, ...row } = (await article('/1'))!;
    const ids = Array.from({ length: 501 }, (_, index) => `stuck-${index}`);
    const stuck = { ...opened('collected', row.touchedAt), state: 'tagged' } as const;
    await Promise.all(ids.map((id) => store().articles.put({ ...row, ...stuck, id })));
    expect(await harness.pipeline.finish()).toBe(501);
  });
});

describe('a new codebook', () => {
  it('re-tagging removes the rows that are no longer produced and recounts their days', async () => {
    harness.pages.set('/1', story('Crews fear new rota'));
    await discovered('/1');
    await harness.pipeline.drain();
    expect(await store().trends.get({ series: 'ferry-dispute#line', day: '2020-03-10' })).toBeDefined();
    const { actors } = ferryCodebook();
    await publishCodebook(store(), ferryCodebook({ actors: actors.slice(0, 1) }), new Date(noon).toISOString());
    harness.clock.now += 120_000;
    await harness.pipeline.runtime.queues.send('tag', [{ v: 1, articleId: idOf('/1') }]);
    await harness.pipeline.drain();
    expect(await toArray(store().mentions.query({ series: 'ferry-dispute#line' }, 'at'))).toEqual([]);
    expect(await store().trends.get({ series: 'ferry-dispute#line', day: '2020-03-10' })).toBeUndefined();
    expect(await store().trends.get({ series: 'ferry-dispute#union', day: '2020-03-10' })).toBeDefined();
    expect(await article('/1')).toMatchObject({ state: 'counted' });
  });

  it('a re-tagging that dies before it asks for the recount leaves no point of a series without rows', async () => {
    harness.pages.set('/1', story('Crews fear new rota'));
    await discovered('/1');
    await harness.pipeline.drain();
    const { actors } = ferryCodebook();
    await publishCodebook(store(), ferryCodebook({ actors: actors.slice(0, 1) }), new Date(noon).toISOString());
    harness.clock.now += 120_000;
    const dying = {
      send: async () => {
        throw new Error('killed');
      },
    };
    await expect(tag(idOf('/1'), { ...harness.pipeline.runtime, queues: dying })).rejects.toThrow('killed');
    await harness.pipeline.resume();
    await harness.pipeline.drain();
    expect(await store().trends.get({ series: 'ferry-dispute#line', day: '2020-03-10' })).toBeUndefined();
    expect(await article('/1')).toMatchObject({ state: 'counted' });
  });

  it('a worker with the old one that is overtaken by another with the new leaves no row of its own', async () => {
    harness.pages.set('/1', story('Crews fear new rota'));
    await discovered('/1');
    await harness.pipeline.drain();
    const old = await harness.pipeline.runtime.standingCodebooks();
    const actors = ferryCodebook().actors.slice(0, 1);
    const version = await publishCodebook(store(), ferryCodebook({ actors }), new Date(noon).toISOString());
    harness.clock.now += 120_000;
    const { runtime } = harness.pipeline;
    let overtaken = false;
    // The rows of the first worker are held up until the second has done all its work.
    const late: Pick<typeof runtime.store.mentions, 'put' | 'delete'> = {
      put: async (row) => {
        if (!overtaken) {
          overtaken = true;
          await tag(idOf('/1'), runtime);
          await harness.pipeline.drain();
        }
        await store().mentions.put(row);
      },
      delete: (key) => store().mentions.delete(key),
    };
    let asked = 0;
    const slow = {
      ...runtime,
      store: { ...runtime.store, mentions: late as typeof runtime.store.mentions },
      standingCodebooks: async () => {
        asked += 1;
        return asked === 1 ? old : runtime.standingCodebooks();
      },
    };
    await tag(idOf('/1'), slow);
    await harness.pipeline.drain();
    const rows = await toArray(store().mentions.scan());
    expect(overtaken).toBe(true);
    expect(rows.map(({ series }) => series).sort()).toEqual(['ferry-dispute#*', 'ferry-dispute#union']);
    expect(new Set(rows.map(({ codebookVersion }) => codebookVersion))).toEqual(new Set([version]));
    expect(await store().trends.get({ series: 'ferry-dispute#line', day: '2020-03-10' })).toBeUndefined();
    expect(await article('/1')).toMatchObject({ state: 'counted' });
  });
});
