import { Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { secureHeaders } from 'hono/secure-headers';
import { diffParagraphs } from '../../shared/article/diff-paragraphs.ts';
import type { TextRow } from '../../shared/store/rows.ts';
import { toArray } from '../../shared/store/to-array.ts';
import type { Runtime } from '../runtime.ts';
import { disputeRoutes } from './dispute-routes.ts';
import { type MarksPorts, marksRoutes } from './marks-routes.ts';
import { problem } from './problem.ts';
import { stanceRoutes } from './stance-routes.ts';

/** A file of the dashboard. */
export interface Asset {
  body: Uint8Array<ArrayBuffer>;
  contentType: string;
}

export interface QueryPorts
  extends Pick<Runtime, 'store' | 'codebooks' | 'now' | 'log'>,
    Pick<MarksPorts, 'subjectOf'> {
  /** The dashboard's file under the path (`/` is the page); null when there is none. */
  asset(path: string): Promise<Asset | null>;
}

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

  app.route('/api/disputes', disputeRoutes(ports));
  app.route('/api/disputes', stanceRoutes(ports));
  app.route('/api/disputes', marksRoutes(ports));
  app.get('/api/articles/:id', async (context) => {
    const id = context.req.param('id');
    const article = await ports.store.articles.get({ id });
    if (!article) throw problem(404, 'id', `There is no article "${id}"; it may have been erased.`);
    const texts = await toArray(ports.store.texts.query({ id }, 'revision'));
    return context.json({ article, text: texts.at(-1) ?? null, revisions: revisionsOf(texts) });
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

/** Each revision with its time, and what it changed against the one before. */
function revisionsOf(texts: TextRow[]) {
  const paragraphs = ({ text }: TextRow) => text.split('\n\n');
  return texts.map((text, index) => {
    const before = texts[index - 1];
    const changes = before ? diffParagraphs(paragraphs(before), paragraphs(text)) : [];
    return { revision: text.revision, fetchedAt: text.fetchedAt, title: text.title, changes };
  });
}
