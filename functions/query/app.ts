import type { OpenAPIHono } from '@hono/zod-openapi';
import { etag } from 'hono/etag';
import { HTTPException } from 'hono/http-exception';
import { secureHeaders } from 'hono/secure-headers';
import type { AccessSettings } from '../../shared/access/settings.ts';
import type { Runtime } from '../runtime.ts';
import type { Identify } from './access/identify.ts';
import { requireRole } from './access/require-role.ts';
import { newApi } from './new-api.ts';
import { internalProblem, problem } from './problem.ts';
import { articleListRoutes, articleRoutes } from './routes/articles.ts';
import { auditRoutes } from './routes/audits.ts';
import { benchmarkRoutes } from './routes/benchmarks.ts';
import { coverageRoutes } from './routes/coverage.ts';
import { disputeRoutes } from './routes/disputes.ts';
import { documentationRoutes } from './routes/documentation.ts';
import { type ExportPorts, exportRoutes } from './routes/export.ts';
import { lineageRoutes } from './routes/lineages.ts';
import { marksRoutes } from './routes/marks.ts';
import { messagesRoutes } from './routes/messages.ts';
import { seriesRoutes } from './routes/series.ts';
import { signInRoutes } from './routes/sign-in.ts';
import { stanceRoutes } from './routes/stances.ts';
import { statementRoutes } from './routes/statements.ts';
import { toneRoutes } from './routes/tones.ts';
import { versionRoutes } from './routes/versions.ts';

/** A file of the dashboard. */
export interface Asset {
  body: Uint8Array<ArrayBuffer>;
  contentType: string;
}

export interface QueryPorts
  extends Pick<Runtime, 'store' | 'codebooks' | 'standingCodebooks' | 'now' | 'log'>,
    Pick<ExportPorts, 'exportLimit'> {
  /** Who may do what; left out where everybody may, which is for servers that only this machine can reach. */
  access?: { settings: AccessSettings; identify: Identify };
  /** The dashboard's file under the path (`/` is the page); null when there is none. */
  asset(path: string): Promise<Asset | null>;
}

/** The API and the page: one app, served by Lambda and by the local runtime alike. */
export function createQueryApp(ports: QueryPorts): OpenAPIHono {
  const app = newApi();
  app.use(
    secureHeaders({
      contentSecurityPolicy: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        // The page fetches its token from the issuer; nothing else is reached.
        connectSrc: ["'self'", ...(ports.access ? [new URL(ports.access.settings.tokenEndpoint).origin] : [])],
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
    return internalProblem();
  });

  app.use('/api/*', requireRole(ports.access?.identify));
  // Before the hash of answers: a hash would gather the whole export in memory.
  app.route('/api/disputes', exportRoutes(ports));
  // Answers change as articles come in: kept by the browser only to be asked for again.
  app.use('/api/*', etag(), async (context, next) => {
    await next();
    context.header('cache-control', 'private, no-cache');
  });
  for (const routes of [disputeRoutes, seriesRoutes, statementRoutes, toneRoutes, articleListRoutes, lineageRoutes]) {
    app.route('/api/disputes', routes(ports));
  }
  app.route('/api/disputes', versionRoutes(ports));
  app.route('/api/disputes', coverageRoutes(ports));
  app.route('/api/disputes', stanceRoutes(ports));
  app.route('/api/disputes', marksRoutes(ports));
  app.route('/api/disputes', auditRoutes(ports));
  app.route('/api/disputes', messagesRoutes(ports));
  app.route('/api/articles', articleRoutes(ports));
  app.route('/api/benchmarks', benchmarkRoutes());
  app.route('/', documentationRoutes(app));
  app.route('/', signInRoutes(ports.access?.settings));

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
