import { Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { secureHeaders } from 'hono/secure-headers';
import { feedStates } from '../../shared/store/feed-states.ts';
import type { Published } from '../../shared/store/published-codebooks.ts';
import type { StatementRow } from '../../shared/store/rows.ts';
import { toArray } from '../../shared/store/to-array.ts';
import { dayOf, dayRange } from '../../shared/trend/day.ts';
import { coverageSeries, seriesOf, wholeDispute } from '../../shared/trend/series.ts';
import type { Runtime } from '../runtime.ts';
import { statementViews, toneViews } from './evidence.ts';
import { readActors, readIssues, readPeriod } from './parameters.ts';
import { problem } from './problem.ts';

/** A file of the dashboard. */
export interface Asset {
  body: Uint8Array<ArrayBuffer>;
  contentType: string;
}

export interface QueryPorts extends Pick<Runtime, 'store' | 'codebooks' | 'now' | 'log'> {
  /** The dashboard's file under the path (`/` is the page); null when there is none. */
  asset(path: string): Promise<Asset | null>;
}

/** Rows listed in one answer at the most. */
const rowLimit = 2_000;

/** The API and the page: one app, served by Lambda and by the local runtime alike. */
export function createQueryApp(ports: QueryPorts): Hono {
  const app = new Hono();
  app.use(
    secureHeaders({
      contentSecurityPolicy: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        connectSrc: ["'self'"],
        baseUri: ["'none'"],
        formAction: ["'none'"],
        frameAncestors: ["'none'"],
      },
      crossOriginResourcePolicy: 'same-origin',
    }),
  );
  app.onError((error, context) => {
    if (error instanceof HTTPException) return error.getResponse();
    ports.log({ level: 'error', stage: 'query', path: context.req.path, error: error.message });
    const body = {
      type: 'about:blank',
      title: 'Internal error',
      status: 500,
      detail: 'The request failed; it is logged.',
    };
    return context.json(body, 500, { 'content-type': 'application/problem+json' });
  });

  app.get('/api/disputes', async (context) => context.json((await ports.codebooks()).map(describeDispute)));

  app.get('/api/disputes/:dispute/series', async (context) => {
    const { codebook } = await disputeNamed(context.req.param('dispute'), ports);
    const { from, to } = readPeriod(context.req.query(), codebook, today(codebook.timeZone, ports));
    const actors = readActors(context.req.query('actor') ?? wholeDispute, codebook);
    const series = await Promise.all(
      actors.map(async (actor) => {
        const rows = await toArray(
          ports.store.trends.query({ series: seriesOf(codebook.id, actor) }, 'day', { from, to }),
        );
        return { actor, points: rows.map(({ series: _, ...point }) => point) };
      }),
    );
    const coverage = await toArray(
      ports.store.coverage.query({ series: coverageSeries(codebook.id) }, 'day', { from, to }),
    );
    return context.json({ from, to, series, coverage: coverage.map(({ day, feeds }) => ({ day, feeds })) });
  });

  app.get('/api/disputes/:dispute/statements', async (context) => {
    const { codebook } = await disputeNamed(context.req.param('dispute'), ports);
    const { from, to } = readPeriod(context.req.query(), codebook, today(codebook.timeZone, ports));
    const actors = readActors(context.req.query('actor'), codebook).filter((actor) => actor !== wholeDispute);
    const issues = readIssues(context.req.query('issue'), codebook);
    const range = instants(from, to, codebook.timeZone);
    const partitions = (actors.length > 0 ? actors : codebook.actors.map(({ id }) => id)).map((actor) =>
      toArray(ports.store.statements.query({ series: seriesOf(codebook.id, actor) }, 'at', range)),
    );
    const rows = (await Promise.all(partitions))
      .flat()
      .filter((row) => issues.length === 0 || issues.includes(row.issue));
    const listed = rows.sort(byTime).slice(0, rowLimit);
    return context.json({ total: rows.length, statements: await statementViews(listed, ports.store) });
  });

  app.get('/api/disputes/:dispute/tones', async (context) => {
    const { codebook } = await disputeNamed(context.req.param('dispute'), ports);
    const { from, to } = readPeriod(context.req.query(), codebook, today(codebook.timeZone, ports));
    const actors = readActors(context.req.query('actor'), codebook);
    const range = instants(from, to, codebook.timeZone);
    const partitions = actors.map((actor) =>
      toArray(ports.store.mentions.query({ series: seriesOf(codebook.id, actor) }, 'at', range)),
    );
    const rows = (await Promise.all(partitions)).flat();
    const total = rows.reduce((sum, row) => sum + row.tones.length, 0);
    return context.json({ total, tones: (await toneViews(rows, ports.store)).slice(0, rowLimit) });
  });

  app.get('/api/disputes/:dispute/feeds', async (context) => {
    const { codebook } = await disputeNamed(context.req.param('dispute'), ports);
    const states = await feedStates(ports.store).getAll(codebook.feeds.map(({ url }) => url));
    return context.json(
      codebook.feeds.map(({ url, outlet }) => {
        const { status, lastSuccessAt, lastNewAt, nextPollAt, events, days } = states.get(url) ?? {};
        return { url, outlet, status: status ?? 'not polled yet', lastSuccessAt, lastNewAt, nextPollAt, events, days };
      }),
    );
  });

  app.get('/api/articles/:id', async (context) => {
    const id = context.req.param('id');
    const article = await ports.store.articles.get({ id });
    if (!article) throw problem(404, 'id', `There is no article "${id}"; it may have been erased.`);
    const text = article.textRevision ? await ports.store.texts.get({ id, revision: article.textRevision }) : undefined;
    return context.json({ article, text: text ?? null });
  });

  app.get('/api/*', () => {
    throw problem(404, 'path', 'There is nothing at this address.');
  });

  app.get('*', async (context) => {
    const asset = await ports.asset(new URL(context.req.url).pathname);
    if (!asset) throw problem(404, 'path', 'There is nothing at this address.');
    return context.body(asset.body, 200, { 'content-type': asset.contentType, 'cache-control': 'no-cache' });
  });
  return app;
}

function describeDispute({ codebook, version }: Published) {
  const { id, title, timeZone, period, events, actors, issues } = codebook;
  return {
    ...{ id, title, timeZone, period, events, version },
    actors: actors.map((actor) => ({ id: actor.id, name: actor.name, kind: actor.kind })),
    issues: issues.map((issue) => ({ id: issue.id, proposition: issue.proposition })),
  };
}

async function disputeNamed(id: string, ports: QueryPorts): Promise<Published> {
  const published = await ports.codebooks();
  const found = published.find(({ codebook }) => codebook.id === id);
  if (!found)
    throw problem(
      404,
      'dispute',
      `No codebook of "${id}" is published.`,
      published.map(({ codebook }) => codebook.id),
    );
  return found;
}

const today = (timeZone: string, { now }: QueryPorts) => dayOf(new Date(now()).toISOString(), timeZone);

function instants(from: string, to: string, timeZone: string): { from: string; to: string } {
  return { from: dayRange(from, timeZone).from, to: `${dayRange(to, timeZone).to}#~` };
}

const byTime = (a: StatementRow, b: StatementRow) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0);
