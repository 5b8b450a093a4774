import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { App } from 'aws-cdk-lib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PicketlineStack } from '../../infra/picketline-stack.ts';
import { readSettings } from '../../infra/settings.ts';
import { localTableName } from '../../local/create-resources.ts';
import { type LocalPipeline, startPipeline } from '../../local/local-pipeline.ts';
import { readCodebook } from '../../local/read-codebook.ts';
import { variableOf } from '../../shared/config.ts';
import type { QueueName } from '../../shared/messages.ts';
import { type StageName, stages, type TableName } from '../../shared/stages.ts';
import { publishCodebook } from '../../shared/store/published-codebooks.ts';
import type { ArticleRow } from '../../shared/store/rows.ts';
import { tables } from '../../shared/store/tables.ts';

const root = join(import.meta.dirname, '..', '..');
const run = promisify(execFile);
const megabyte = 1_000_000;

let outdir: string;
let folders: Record<StageName, string>;
let pipeline: LocalPipeline;
let secrets: { url: string; close(): void };

beforeAll(async () => {
  outdir = mkdtempSync(join(tmpdir(), 'picketline-assets-'));
  const { context } = JSON.parse(readFileSync(join(root, 'cdk.json'), 'utf8'));
  // The CLI sets this one itself: the template then says where each asset lies.
  const app = new App({ outdir, context: { ...context, 'aws:cdk:enable-asset-metadata': true } });
  new PicketlineStack(app, 'Picketline', { settings: readSettings(app.node) });
  app.synth();
  folders = assetFolders();
  pipeline = await startPipeline({ folder: null, contact: 'test', now: () => Date.parse('2016-02-12T08:00:00Z') });
  secrets = await serveSecret('https://127.0.0.1/hook');
}, 180_000);

afterAll(async () => {
  secrets?.close();
  await pipeline?.stop();
  rmSync(outdir, { recursive: true, force: true });
});

/** Where the template says each stage's code lies, copied out so that no package of the checkout can be reached. */
function assetFolders(): Record<StageName, string> {
  const { Resources } = JSON.parse(readFileSync(join(outdir, 'Picketline.template.json'), 'utf8'));
  return Object.fromEntries(
    stages.map(({ name }) => {
      // biome-ignore lint/suspicious/noExplicitAny: CloudFormation properties have no common shape
      const resource = Object.values<any>(Resources).find(
        ({ Properties }) => Properties?.Description === `Picketline ${name}`,
      );
      const alone = join(outdir, `alone-${name}`);
      cpSync(join(outdir, resource.Metadata['aws:asset:path']), alone, { recursive: true });
      return [name, alone];
    }),
  ) as Record<StageName, string>;
}

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

async function invoke(stage: StageName, event: object): Promise<{ answer?: never; error?: string }> {
  const endpointOf = async (client: { config: { endpoint?: () => Promise<{ port?: number }> } }) =>
    `http://127.0.0.1:${(await client.config.endpoint!()).port}`;
  const environment: Record<string, string> = {
    PATH: process.env.PATH ?? '',
    AWS_REGION: 'eu-west-2',
    AWS_ACCESS_KEY_ID: 'local',
    AWS_SECRET_ACCESS_KEY: 'local',
    AWS_ENDPOINT_URL_DYNAMODB: await endpointOf(pipeline.cloud.dynamodb as never),
    AWS_ENDPOINT_URL_SQS: await endpointOf(pipeline.cloud.sqs as never),
    AWS_ENDPOINT_URL_SECRETS_MANAGER: secrets.url,
    CONTACT: 'https://picketline.example/robot',
    WEBHOOK_SECRET: 'webhook',
  };
  for (const table of Object.keys(tables) as TableName[]) environment[variableOf.table(table)] = localTableName(table);
  for (const queue of Object.keys(pipeline.urls.queue) as QueueName[]) {
    environment[variableOf.queue(queue)] = pipeline.urls.queue[queue];
    environment[variableOf.deadLetters(queue)] = pipeline.urls.deadLetters[queue];
  }
  const script = join(import.meta.dirname, 'load-asset.mjs');
  const { stdout } = await run(process.execPath, [script, join(folders[stage], 'index.mjs'), JSON.stringify(event)], {
    env: environment,
    cwd: folders[stage],
  });
  return JSON.parse(/RESULT (.*)/.exec(stdout)?.[1] ?? '{}');
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
  unfinished: 'discovered',
  touchedAt: '2016-02-11T12:00:00.000Z',
  firstSeenAt: '2016-02-11T12:00:00.000Z',
  entry: {
    id: '1',
    hash: 'x',
    published: '2016-02-11T11:00:00.000Z',
    dateSource: 'published',
    summary: null,
    changedAt: '2016-02-11T12:00:00.000Z',
  },
  ...changes,
});

describe('the bundled functions, as the cloud would load them', () => {
  it.each(stages.map(({ name }) => name))('%s is small enough to start quickly', (name) => {
    const files = readdirSync(folders[name], { recursive: true, encoding: 'utf8' }).map((file) =>
      join(folders[name], file),
    );
    const size = files
      .filter((file) => statSync(file).isFile() && /\.m?js$/.test(file))
      .reduce((sum, file) => sum + statSync(file).size, 0);
    expect(size).toBeLessThan((name === 'tag' ? 9.5 : 1.5) * megabyte);
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
      fetchedAt: '',
    });
    const collected = {
      seriesAt: '2016-02-11T11:00:00.000Z',
      textRevision: 1,
      textHash: 'h',
      clusterId: 'a2',
      clusterAt: '2016-02-11T11:00:00.000Z#a2',
      originOutlet: 'The Northern Ledger',
    };
    await store.articles.put(articleRow({ id: 'a2', state: 'collected', unfinished: 'collected', ...collected }));
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

  it('query: answers an HTTP request of the gateway, with data and with the page', async () => {
    const request = (rawPath: string) => ({
      version: '2.0',
      routeKey: 'GET /{proxy+}',
      rawPath,
      rawQueryString: '',
      headers: { host: 'api.example' },
      requestContext: { http: { method: 'GET', path: rawPath }, domainName: 'api.example' },
      isBase64Encoded: false,
    });
    const disputes = (await invoke('query', request('/api/disputes'))) as unknown as {
      answer: { statusCode: number; body: string };
    };
    expect(disputes.answer.statusCode).toBe(200);
    expect(JSON.parse(disputes.answer.body)).toMatchObject([{ id: 'junior-doctors-2016' }]);
    const page = (await invoke('query', request('/'))) as unknown as { answer: { statusCode: number; body: string } };
    expect(page.answer.body).toContain('<title>Picketline</title>');
  });

  it('digest: a webhook that is not public is refused, and the day stays open for the next try', async () => {
    const { error } = await invoke('digest', {});
    expect(error).toMatch(/127\.0\.0\.1|public/);
    expect(
      await pipeline.runtime.store.digests.get({ dispute: 'junior-doctors-2016', day: '2016-02-11' }),
    ).toBeUndefined();
  });
});
