import type { OpenAPIHono } from '@hono/zod-openapi';
import { documentationPage } from '../documentation-page.ts';
import { newApi } from '../new-api.ts';

const about = {
  openapi: '3.1.0',
  info: {
    title: 'Picketline',
    version: '1',
    description:
      'Coverage of industrial disputes as data. Lists are given page by page in order of time: follow `next` until it is null. Every point of a series names the addresses that list the rows it counts.',
  },
};

/** `/openapi.json` (OpenAPI 3.1), and `/docs`, the same for reading. */
export function documentationRoutes(app: OpenAPIHono): OpenAPIHono {
  const api = newApi();
  api.get('/openapi.json', (context) => context.json(app.getOpenAPI31Document(about)));
  api.get('/docs', (context) => context.html(documentationPage(app.getOpenAPI31Document(about))));
  return api;
}
