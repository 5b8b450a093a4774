import { Ajv2020, type AnySchema } from 'ajv/dist/2020.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { codeAll, post } from './coded-sample.ts';
import { type Corpus, startCorpus } from './corpus.ts';

interface Parameter {
  name: string;
  in: 'path' | 'query';
  schema: { enum?: string[]; type?: string; minimum?: number; maximum?: number };
}

interface Operation {
  parameters?: Parameter[];
  responses: Record<string, { content?: Record<string, { schema: object }> }>;
}

interface OpenApi {
  openapi: string;
  paths: Record<string, Record<string, Operation>>;
  components: object;
}

let corpus: Corpus;
let document: OpenApi;
let pathValues: Record<string, string>;
beforeAll(async () => {
  corpus = await startCorpus();
  document = await corpus.json('/openapi.json');
  const { articles } = await corpus.json('/api/disputes/ferry-dispute/articles');
  const { versions } = await corpus.json('/api/disputes/ferry-dispute/versions');
  const audits = '/api/disputes/ferry-dispute/audits';
  await post(corpus, audits, { id: 'spring', size: 12, sampling: 'random', who: 'Ada' });
  for (const who of ['Ada', 'Ben']) {
    await post(corpus, `${audits}/spring/coders`, { who });
    await codeAll(corpus, `${audits}/spring`, who, (index) => (index % 3 === 0 ? 'for' : 'none'));
  }
  pathValues = {
    audit: 'spring',
    coder: 'Ada',
    dispute: 'ferry-dispute',
    id: articles[0].id,
    table: 'articles',
    version: versions[0].version,
  };
}, 120_000);
afterAll(() => corpus.harness.stop());

const readers = () =>
  Object.entries(document.paths).flatMap(([path, { get }]) => (get ? [{ path, operation: get }] : []));
const addressOf = (path: string, values = pathValues) =>
  path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(values[name] ?? 'missing'));

/** What of the answer the document doesn't allow. */
async function faults(answer: Response, { responses }: Operation): Promise<unknown> {
  const type = answer.headers.get('content-type')?.split(';')[0] ?? '';
  const schema = responses[answer.status]?.content?.[type]?.schema;
  if (!schema) return `the document knows no answer ${answer.status} as ${type}`;
  const ajv = new Ajv2020({ strict: false, formats: { date: true } });
  const validate = ajv.compile({ ...schema, components: document.components } as AnySchema);
  const body: unknown = type.endsWith('json') ? await answer.json() : await answer.text();
  return validate(body) ? [] : validate.errors;
}

describe('the OpenAPI document', () => {
  it('is of version 3.1 and describes every list', () => {
    expect(document.openapi).toBe('3.1.0');
    expect(Object.keys(document.paths)).toEqual(
      expect.arrayContaining([
        '/api/disputes',
        '/api/disputes/{dispute}/series',
        '/api/disputes/{dispute}/statements',
        '/api/disputes/{dispute}/tones',
        '/api/disputes/{dispute}/articles',
        '/api/disputes/{dispute}/feeds',
        '/api/articles/{id}',
      ]),
    );
  });

  it('says what each address answers', async () => {
    for (const { path, operation } of readers()) {
      const answer = await corpus.app.request(addressOf(path));
      expect([path, answer.status]).toEqual([path, 200]);
      expect([path, await faults(answer, operation)]).toEqual([path, []]);
    }
  });

  it('lists the values that each parameter may have', async () => {
    for (const { path, operation } of readers()) {
      for (const { name, schema } of operation.parameters ?? []) {
        for (const value of schema.enum ?? []) {
          const answer = await corpus.app.request(`${addressOf(path)}?${name}=${value}`);
          expect([path, name, value, answer.status, await faults(answer, operation)]).toEqual([
            path,
            name,
            value,
            200,
            [],
          ]);
        }
      }
    }
  });

  it('knows how a wrong parameter is answered: with its name, and what it may be', async () => {
    for (const { path, operation } of readers()) {
      const wrong = (operation.parameters ?? []).filter(
        ({ in: place, schema }) => place === 'query' && (schema.enum || schema.minimum !== undefined),
      );
      for (const { name, schema } of wrong) {
        const answer = await corpus.app.request(`${addressOf(path)}?${name}=none-of-these`);
        const body = await answer.clone().json();
        expect([path, answer.status, await faults(answer, operation)]).toEqual([path, 400, []]);
        expect(body).toMatchObject({ parameter: name, ...(schema.enum && { allowed: schema.enum }) });
      }
    }
  });

  it('knows how a path to nothing is answered', async () => {
    for (const { path, operation } of readers().filter((reader) => reader.path.includes('{'))) {
      const answer = await corpus.app.request(addressOf(path, { table: 'articles' }));
      expect([path, answer.status, await faults(answer, operation)]).toEqual([path, 404, []]);
    }
  });

  it('can be read as a page that names every address and parameter', async () => {
    const page = await (await corpus.app.request('/docs')).text();
    for (const { path, operation } of readers()) {
      expect(page).toContain(`GET ${path}`);
      for (const { name } of operation.parameters ?? []) expect(page).toContain(`<code>${name}</code>`);
    }
  });
});

describe('what a list refuses', () => {
  const statements = '/api/disputes/ferry-dispute/statements';

  it('the cursor of a query with other filters', async () => {
    const { next } = await corpus.json(`${statements}?limit=1`);
    const answer = await corpus.app.request(`${statements}?limit=1&stance=for&cursor=${next}`);
    expect(await answer.json()).toMatchObject({ status: 400, parameter: 'cursor' });
    expect((await corpus.app.request(`${statements}?limit=7&cursor=${next}`)).status).toBe(200);
  });

  it.each([
    ['what is no cursor', `${statements}?cursor=abc`, 'cursor'],
    ['a year by hours', '/api/disputes/ferry-dispute/series?interval=hour&from=2019-04-01&to=2020-03-31', 'interval'],
    ['an hour that is none', `${statements}?hour=2020-03-16T09:30:00Z`, 'hour'],
    ['pages without end', `${statements}?limit=100000`, 'limit'],
  ])('%s', async (_, path, parameter) => {
    const answer = await corpus.app.request(path);
    expect([answer.status, await answer.json()]).toMatchObject([400, { parameter }]);
  });
});

it('an unchanged answer is not sent twice', async () => {
  const path = '/api/disputes/ferry-dispute/series';
  const etag = (await corpus.app.request(path)).headers.get('etag')!;
  expect((await corpus.app.request(path, { headers: { 'if-none-match': etag } })).status).toBe(304);
});
