import type { OpenAPIHono } from '@hono/zod-openapi';
import { documentationPage } from '../documentation-page.ts';
import { newApi } from '../new-api.ts';

const about = {
  openapi: '3.1.0',
  info: {
    title: 'Picketline',
    version: '1',
    description:
      'Coverage of industrial disputes as data. Lists are given page by page in order of time: follow `next` until it is null. Every point of a series names the addresses that list the rows it counts. Where Picketline is deployed, every request carries a token or an API key: `Authorization: Bearer …`. Reading needs the role `read`, marking the role `mark`.',
  },
};

/** How a request is refused that lacks what it needs; RFC 9457 problems all. */
const refusals = {
  401: 'Not signed in: no token or API key, or one that is not good',
  403: 'The role that this needs is missing',
  429: 'The API key has asked too often; `Retry-After` says how many seconds to wait',
};

type Document = ReturnType<OpenAPIHono['getOpenAPI31Document']>;
type Paths = NonNullable<Document['paths']>;

/** The document of all routes, each with the refusals that they share. */
function documentOf(app: OpenAPIHono): Document {
  const document = app.getOpenAPI31Document(about);
  const schema = { $ref: '#/components/schemas/Problem' };
  const shared = Object.fromEntries(
    Object.entries(refusals).map(([status, description]) => [
      status,
      { description, content: { 'application/problem+json': { schema } } },
    ]),
  );
  const withRefusals = (operation: object) => ({
    ...operation,
    security: [{ bearer: [] }],
    responses: { ...(operation as { responses?: object }).responses, ...shared },
  });
  const paths = Object.fromEntries(
    Object.entries(document.paths ?? {}).map(([path, methods]) => [
      path,
      Object.fromEntries(Object.entries(methods).map(([method, operation]) => [method, withRefusals(operation)])),
    ]),
  ) as Paths;
  const securitySchemes = {
    bearer: { type: 'http' as const, scheme: 'bearer', description: 'An access token (JWT), or an API key' },
  };
  return { ...document, paths, components: { ...document.components, securitySchemes } };
}

/** `/openapi.json` (OpenAPI 3.1), and `/docs`, the same for reading. Open to all: they describe, and hold no data. */
export function documentationRoutes(app: OpenAPIHono): OpenAPIHono {
  const api = newApi();
  api.get('/openapi.json', (context) => context.json(documentOf(app)));
  api.get('/docs', (context) => context.html(documentationPage(documentOf(app))));
  return api;
}
