import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type LocalPipeline, startPipeline } from '../../local/local-pipeline.ts';
import { QueueWorker } from '../../local/queue-worker.ts';
import { readCodebook } from '../../local/read-codebook.ts';
import { type Served, serve } from '../../local/serve.ts';
import { type StageName, stageNamed, stages } from '../../shared/stages.ts';
import { publishCodebook } from '../../shared/store/published-codebooks.ts';
import type { ArticleRow } from '../../shared/store/rows.ts';
import { toArray } from '../../shared/store/to-array.ts';
import { type Issuer, startIssuer } from '../access/issuer.ts';
import { testEngine } from '../engine.ts';
import { ferryCodebook, report } from '../pipeline/harness.ts';
import { environmentOver, synthesizeBundles } from './bundles.ts';
import { type Invocation, LambdaService } from './lambda-service.ts';

const root = join(import.meta.dirname, '..', '..');
const megabyte = 1_000_000;
/** In megabytes, where not 1.7: `query` holds the whole of zod for the OpenAPI document. */
const limits: Partial<Record<StageName, number>> = { query: 2 };

let outdir: string;
let folders: Record<StageName, string>;
let pipeline: LocalPipeline;
let secrets: { url: string; close(): void };
let issuer: Issuer;
let environment: Record<string, string>;
let functions: Record<StageName, LambdaService>;

beforeAll(async () => {
  outdir = mkdtempSync(join(tmpdir(), 'picketline-assets-'));
  folders = synthesizeBundles(outdir);
  const now = () => Date.parse('2016-02-12T08:00:00Z');
  pipeline = await startPipeline({ folder: null, ...testEngine(), contact: 'test', now });
  secrets = await serveSecret('https://127.0.0.1/hook');
  const ofSecret = { AWS_ENDPOINT_URL_SECRETS_MANAGER: secrets.url, WEBHOOK_SECRET: 'webhook' };
  issuer = await startIssuer(Date.now);
  const ofIssuer = { ACCESS: JSON.stringify(issuer.settings) };
  environment = { ...(await environmentOver(pipeline)), ...ofSecret, ...ofIssuer };
  functions = Object.fromEntries(stages.map(({ name }) => [name, deployed(name)])) as typeof functions;
}, 180_000);

afterAll(async () => {
  await Promise.all(Object.values(functions ?? {}).map((each) => each.close()));
  secrets?.close();
  await issuer?.served.close();
  await pipeline?.stop();
  rmSync(outdir, { recursive: true, force: true });
});

/** The stage's bundle behind the Runtime API, with the environment of a deployment. */
const deployed = (name: StageName, changes: Partial<ConstructorParameters<typeof LambdaService>[0]> = {}) =>
  new LambdaService({
    ...{ name, environment, folder: folders[name], timeoutSeconds: stageNamed(name).timeoutSeconds },
    ...changes,
  });

const invoke = (stage: StageName, event: object): Promise<Invocation> => functions[stage].invoke(event);

/** Answers as Secrets Manager does to the one question the digest asks. */
async function serveSecret(value: string) {
  const server = createServer((_, response) => {
    response
      .setHeader('content-type', 'application/x-amz-json-1.1')
      .end(JSON.stringify({ Name: 'webhook', SecretString: value }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  return { url: `http://127.0.0.1:${port}`, close: () => server.close() };
}

const message = (body: object, receives = 1) => ({
  Records: [{ messageId: 'm1', body: JSON.stringify(body), attributes: { ApproximateReceiveCount: String(receives) } }],
});

const articleRow = (changes: Partial<ArticleRow>): ArticleRow => ({
  id: 'a1',
  url: 'http://127.0.0.1:9/story',
  outlet: 'The Northern Ledger',
  feedUrl: 'http://127.0.0.1:9/feed',
  disputes: ['junior-doctors-2016'],
  title: 'Hunt to impose contract',
  state: 'discovered',
  unfinished: 'open',
  openedAt: '2016-02-11T12:00:00.000Z',
  touchedAt: '2016-02-11T12:00:00.000Z',
  firstSeenAt: '2016-02-11T12:00:00.000Z',
  entry: {
    hash: 'x',
    published: '2016-02-11T11:00:00.000Z',
    dateSource: 'published',
    summary: null,
    changedAt: '2016-02-11T12:00:00.000Z',
  },
  ...changes,
});

describe('the bundled functions, each behind the Runtime API as Lambda runs it', () => {
  it.each(stages.map(({ name }) => name))('%s is small enough to start quickly', (name) => {
    // The page's files lie beside the function and are sent, never run, by it.
    const files = readdirSync(folders[name], { recursive: true, encoding: 'utf8' }).filter(
      (file) => !file.startsWith('page/'),
    );
    const size = files
      .map((file) => join(folders[name], file))
      .filter((file) => statSync(file).isFile() && /\.m?js$/.test(file))
      .reduce((sum, file) => sum + statSync(file).size, 0);
    expect(size).toBeLessThan((limits[name] ?? 1.7) * megabyte);
  });

  it('poll: looks at the feeds; this machine is no public address, so the feed is marked and nothing else fails', async () => {
    const codebook = await readCodebook(join(root, 'codebooks/junior-doctors-2016.yaml'));
    const feeds = [
      { url: 'http://127.0.0.1:9/feed', outlet: 'The Northern Ledger', aggregator: false, ignoreHttpCache: false },
    ];
    await publishCodebook(pipeline.runtime.store, { ...codebook, feeds }, '2016-02-11T12:00:00.000Z');
    expect(await invoke('poll', {})).toEqual({ answer: { polled: 1, resent: 0 } });
  });

  it('collect: refuses an address that is not public, and counts the article as failed for that reason', async () => {
    await pipeline.runtime.store.articles.put(articleRow({}));
    expect(await invoke('collect', message({ v: 1, articleId: 'a1' }))).toEqual({ answer: { batchItemFailures: [] } });
    expect(await pipeline.runtime.store.articles.get({ id: 'a1' })).toMatchObject({
      state: 'failed',
      reason: 'refused-address',
    });
  });

  it('tag and trend: an article becomes rows, and rows a point', async () => {
    const { store } = pipeline.runtime;
    const text =
      'Jeremy Hunt said the new contract would be imposed on junior doctors from August.\n\nThe BMA said it would fight on.';
    await store.texts.put({
      id: 'a2',
      revision: 1,
      title: 'Hunt to impose contract',
      text,
      hash: 'h',
      cut: 0,
      fetchedAt: '2016-02-11T12:00:00.000Z',
    });
    const collected = {
      seriesAt: '2016-02-11T11:00:00.000Z',
      textRevision: 1,
      textHash: 'h',
      clusterId: 'a2',
      clusterAt: '2016-02-11T11:00:00.000Z#a2',
      originOutlet: 'The Northern Ledger',
    };
    await store.articles.put(articleRow({ id: 'a2', state: 'collected', ...collected }));
    expect(await invoke('tag', message({ v: 1, articleId: 'a2' }))).toEqual({ answer: { batchItemFailures: [] } });
    const tagged = await store.articles.get({ id: 'a2' });
    expect(tagged).toMatchObject({ state: 'tagged' });
    const buckets = Object.keys(tagged!.rows!).map((series) => ({ series, day: '2016-02-11' }));
    const trend = message({ v: 1, articleId: 'a2', tagging: tagged!.tagging!, buckets });
    expect(await invoke('trend', trend)).toEqual({ answer: { batchItemFailures: [] } });
    expect(await store.articles.get({ id: 'a2' })).toMatchObject({ state: 'counted' });
    expect(await store.trends.get({ series: 'junior-doctors-2016#hunt', day: '2016-02-11' })).toMatchObject({
      counts: { copies: 1, texts: 1, outlets: 1 },
    });
  });

  it('query: answers an HTTP request of the gateway: with data to whoever has a token, with the page to all', async () => {
    const request = (rawPath: string, headers = {}) => ({
      version: '2.0',
      routeKey: 'GET /{proxy+}',
      rawPath,
      rawQueryString: '',
      headers: { host: 'api.example', ...headers },
      requestContext: { http: { method: 'GET', path: rawPath }, domainName: 'api.example' },
      isBase64Encoded: false,
    });
    type Answered = { answer: { statusCode: number; body: string } };
    const anonymous = (await invoke('query', request('/api/disputes'))) as Answered;
    expect(anonymous.answer.statusCode).toBe(401);
    const authorization = `Bearer ${await issuer.token(['picketline-read'], Date.now())}`;
    const disputes = (await invoke('query', request('/api/disputes', { authorization }))) as Answered;
    expect(disputes.answer.statusCode).toBe(200);
    expect(JSON.parse(disputes.answer.body)).toMatchObject([{ id: 'junior-doctors-2016' }]);
    const page = (await invoke('query', request('/'))) as Answered;
    expect(page.answer.body).toContain('<title>Picketline</title>');
  });

  it('query: without the settings of access it answers nobody', async () => {
    const { ACCESS: _, ...others } = environment;
    const open = deployed('query', { environment: others });
    expect(await open.invoke({ rawPath: '/', requestContext: { http: { method: 'GET', path: '/' } } })).toMatchObject({
      error: { errorType: 'SettingError', errorMessage: expect.stringContaining('lacks ACCESS') },
    });
    await open.close();
  });

  it('retain: drops nothing that is new, and nothing at all where nobody said how long texts are kept', async () => {
    const retain = deployed('retain', { environment: { ...environment, TEXT_DAYS: '400' } });
    expect(await retain.invoke({})).toEqual({ answer: { dropped: 0, inWork: 0 } });
    await retain.close();
    expect(await invoke('retain', {})).toMatchObject({ error: { errorType: 'SettingError' } });
  });

  it('digest: a webhook that is not public is refused, and the day stays open for a better address', async () => {
    expect(await invoke('digest', { day: '2016-02-11' })).toMatchObject({
      error: { errorMessage: expect.stringMatching(/webhook refused it(?!.*127)/) },
    });
    expect(
      await pipeline.runtime.store.deliveries.get({
        dispute: 'junior-doctors-2016',
        message: 'digest#2016-02-11#slack',
      }),
    ).toMatchObject({ state: 'refused', text: expect.stringContaining('feeds heard') });
  });
});

describe('from a feed to a trend point, in the bundles alone', () => {
  const path = '/2020/03/10/rota';
  let site: Served;
  let holds = false;
  let mine: Record<StageName, LambdaService>;

  beforeAll(async () => {
    site = await serve(answerOfSite, 0, '--port');
    const network = { ...environment, TEST_SITE_PORT: String(site.port) };
    const own = (name: StageName, changes = {}) => [name, deployed(name, { environment: network, ...changes })];
    mine = Object.fromEntries([
      own('poll'),
      own('collect', { timeoutSeconds: 20 }),
      own('tag'),
      own('trend'),
    ]) as typeof mine;
    const feeds = [
      {
        url: 'http://feeds.quay.example/all.xml',
        outlet: 'The Quay Gazette',
        aggregator: false,
        ignoreHttpCache: false,
      },
    ];
    await publishCodebook(pipeline.runtime.store, ferryCodebook({ feeds }), '2020-03-10T12:00:00.000Z');
  });
  afterAll(async () => {
    await Promise.all(Object.values(mine).map((each) => each.close()));
    await site.close();
  });

  async function answerOfSite(request: Request): Promise<Response> {
    const { host, pathname } = new URL(request.url);
    if (host === 'feeds.quay.example') {
      const item = `<item><title>Crews fear new rota</title><link>http://www.quay.example${path}</link></item>`;
      const type = { headers: { 'content-type': 'application/rss+xml' } };
      return new Response(`<rss version="2.0"><channel><title>Quay</title>${item}</channel></rss>`, type);
    }
    if (pathname !== path) return new Response('', { status: 404 });
    if (holds) await new Promise((resolve) => setTimeout(resolve, 30_000).unref());
    const paragraphs = report.map((text) => `<p>${text}</p>`).join('');
    const date = '<meta property="article:published_time" content="2020-03-10T09:30:00Z">';
    const page = `<html lang="en-GB"><head>${date}</head><body><article><h1>Crews fear new rota</h1>${paragraphs}</article></body></html>`;
    return new Response(page, { headers: { 'content-type': 'text/html' } });
  }

  const article = async () =>
    (await toArray(pipeline.runtime.store.articles.scan())).find(({ outlet }) => outlet === 'The Quay Gazette');
  const answered = async (service: LambdaService, event: object) => {
    const outcome = await service.invoke(event);
    if ('error' in outcome) throw new Error(outcome.error.errorMessage);
    return outcome.answer as never;
  };

  it('the poll finds the entry through its guarded network, and hands it on', async () => {
    expect(await mine.poll.invoke({})).toEqual({ answer: { polled: 1, resent: 0 } });
    expect(await article()).toMatchObject({ state: 'discovered', url: `http://www.quay.example${path}` });
  });

  it('an invocation that takes too long is killed; the article stays unfinished for the next try', async () => {
    holds = true;
    const hasty = deployed('collect', {
      timeoutSeconds: 4,
      environment: { ...environment, TEST_SITE_PORT: String(site.port) },
    });
    const { id } = (await article())!;
    expect(await hasty.invoke(message({ v: 1, articleId: id }))).toMatchObject({
      error: { errorMessage: 'Task timed out after 4 seconds' },
    });
    await hasty.close();
    holds = false;
    expect(await article()).toMatchObject({ state: 'discovered', unfinished: 'open' });
  });

  it('collect, tag and trend, woken by their queues, end in the point; a later event finds its function warm', async () => {
    const worker = new QueueWorker(pipeline.cloud.sqs, pipeline.urls, {
      collect: (event) => answered(mine.collect, event),
      tag: (event) => answered(mine.tag, event),
      trend: (event) => answered(mine.trend, event),
    });
    await worker.drain();
    expect(await article()).toMatchObject({ state: 'counted' });
    expect(await pipeline.runtime.store.trends.get({ series: 'ferry-dispute#union', day: '2020-03-10' })).toMatchObject(
      { counts: { copies: 1, texts: 1, outlets: 1 } },
    );
    await pipeline.runtime.queues.send('tag', [{ v: 1, articleId: (await article())!.id }]);
    await worker.drain();
    expect(mine.tag.starts).toBe(1);
  });

  it('a function without settings starts, and its first event names every one that is missing', async () => {
    const bare = deployed('collect', { environment: { PATH: environment.PATH! } });
    expect(await bare.invoke(message({ v: 1, articleId: 'x' }))).toMatchObject({
      error: { errorType: 'SettingError', errorMessage: expect.stringMatching(/TABLE_ARTICLES.*QUEUE_TAG.*CONTACT/) },
    });
    expect(bare.starts).toBe(1);
    await bare.close();
  });

  it('alert: nothing has moved in a dispute of one article', async () => {
    expect(await invoke('alert', {})).toEqual({ answer: { sent: 0 } });
  });
});
