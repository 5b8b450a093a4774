import type { SQSEvent } from 'aws-lambda';
import type { DiscoveredEntry } from '../../functions/poll/poll.ts';
import { type LocalPipeline, startPipeline } from '../../local/local-pipeline.ts';
import { serve } from '../../local/serve.ts';
import { canonicalUrl } from '../../shared/article/canonical-url.ts';
import { type Codebook, codebookSchema } from '../../shared/codebook/codebook.ts';
import { publishCodebook } from '../../shared/store/published-codebooks.ts';
import { testEngine } from '../engine.ts';

export const noon = Date.parse('2020-03-10T12:00:00Z');

/** An invented dispute: all that the pipeline knows of it stands here. */
export const ferryCodebook = (changes: object = {}): Codebook =>
  codebookSchema.parse({
    id: 'ferry-dispute',
    title: 'The ferry dispute',
    period: { from: '2020-03-01', to: '2020-03-31' },
    relevance: { terms: ['ferry'] },
    actors: [
      { id: 'union', name: "Ferry Workers' Union", kind: 'organisation', aliases: ['FWU'] },
      { id: 'line', name: 'Gannet Line', kind: 'organisation', aliases: ['Gannet'] },
    ],
    issues: [
      {
        id: 'rota',
        proposition: 'The new rota should be adopted.',
        terms: ['rota'],
        for: ['fair rota'],
        against: ['unsafe rota'],
      },
    ],
    ...changes,
  });

/** A page of the site: an article, or any answer of its own making. */
export type Page = { title: string; paragraphs: string[]; published?: string; canonical?: string } | (() => Response);

const html = (
  page: Exclude<Page, () => Response>,
  url: string,
) => `<!doctype html><html lang="en-GB"><head><title>${page.title}</title>
<link rel="canonical" href="${page.canonical ?? url}"><meta property="og:title" content="${page.title}"><meta property="og:type" content="article">
${page.published ? `<meta property="article:published_time" content="${page.published}">` : ''}</head>
<body><nav><a href="/">Home</a></nav><main><article><h1>${page.title}</h1>${page.paragraphs.map((text) => `<p>${text}</p>`).join('\n')}</article></main></body></html>`;

export interface Harness {
  pipeline: LocalPipeline;
  /** Pages by path: change them to change the site. */
  pages: Map<string, Page>;
  site: string;
  lines: Record<string, unknown>[];
  clock: { now: number };
  entry(path: string, changes?: Partial<DiscoveredEntry>): DiscoveredEntry;
  stop(): Promise<void>;
}

/** A pipeline in memory over a small web site on the loopback address. */
export async function startHarness(codebook: Codebook = ferryCodebook()): Promise<Harness> {
  const pages = new Map<string, Page>();
  const served = await serve(
    (request) => {
      const { pathname } = new URL(request.url);
      const page = pages.get(pathname);
      if (pathname === '/robots.txt' && !page) return new Response('', { status: 404 });
      if (!page) return new Response('no such page', { status: 404 });
      if (typeof page === 'function') return page();
      return new Response(html(page, `${served.url}${pathname}`), {
        headers: { 'content-type': 'text/html; charset=utf-8' },
      });
    },
    0,
    '--port',
  );
  const lines: Record<string, unknown>[] = [];
  const clock = { now: noon };
  const pipeline = await startPipeline({
    folder: null,
    ...testEngine(),
    contact: 'https://picketline.example/robot',
    allowList: [`127.0.0.1:${served.port}`],
    now: () => clock.now,
    log: (line) => lines.push(line),
  });
  await publishCodebook(pipeline.runtime.store, codebook, new Date(noon).toISOString());
  return {
    ...{ pipeline, pages, site: served.url, lines, clock },
    entry: (path, changes = {}) => ({
      feedUrl: `${served.url}/feed`,
      outlet: 'The Quay Gazette',
      url: `${served.url}${path}`,
      canonicalUrl: canonicalUrl(`${served.url}${path}`)!,
      entryId: path,
      title: `Story ${path}`,
      published: '2020-03-10T09:00:00.000Z',
      dateSource: 'published',
      dateFlag: null,
      summary: null,
      firstSeenAt: new Date(clock.now).toISOString(),
      titleKey: null,
      ...changes,
    }),
    async stop() {
      await pipeline.stop();
      await served.close();
    },
  };
}

export const feed = { disputes: ['ferry-dispute'], aggregator: false };

/** An SQS event of one record. */
export const sqsEvent = (body: unknown, receives = 1): SQSEvent => ({
  Records: [
    {
      messageId: 'm1',
      receiptHandle: 'r1',
      body: typeof body === 'string' ? body : JSON.stringify(body),
      attributes: {
        ApproximateReceiveCount: String(receives),
        SentTimestamp: '',
        SenderId: '',
        ApproximateFirstReceiveTimestamp: '',
      },
      messageAttributes: {},
      md5OfBody: '',
      eventSource: 'aws:sqs',
      eventSourceARN: '',
      awsRegion: 'eu-west-2',
    },
  ],
});

/** Paragraphs of an invented report, long enough to be taken for an article. */
export const report = [
  'The Ferry Workers’ Union said on Tuesday that it opposed the new rota, since the rota would leave crews too tired to work safely on winter crossings.',
  'Gannet Line, which runs the ferry, said the rota was fair and had worked well on its other routes for several years now.',
  'Passengers waiting at the terminal said they had been told little, and that they hoped both sides would talk again soon.',
];
