import fc from 'fast-check';
import { writeCursor } from '../../shared/corpus/cursor.ts';
import type { Corpus } from '../query/corpus.ts';
import type { Boundary } from './boundaries.ts';
import { mutated } from './mutated.ts';

interface OpenApi {
  paths: Record<string, { get?: { parameters?: { name: string; in: 'path' | 'query' }[] } }>;
}

const values = mutated(
  ...['2020-03-10', 'union', 'rota', 'for', '25', 'true', 'day', 'ferry-dispute', '"crews fear"', 'csv'],
  writeCursor('q', { at: '2020-03-10T09:00:00.000Z#a1', series: 'ferry-dispute#union' }),
);

/** Every reader of the API with any parameters at all: an answer of the document's kinds, never a failure of the server. */
export async function apiBoundary({ app, json }: Corpus): Promise<Boundary> {
  const { paths }: OpenApi = await json('/openapi.json');
  const readers = Object.entries(paths).flatMap(([path, { get }]) => (get ? [{ path, ...get }] : []));
  const requests = fc.constantFrom(...readers).chain(({ path, parameters = [] }) => {
    const query = parameters.filter((parameter) => parameter.in === 'query').map(({ name }) => name);
    const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!);
    return fc
      .record({
        path: fc.tuple(...inPath.map(() => fc.oneof(fc.constant('ferry-dispute'), values))),
        query: fc.dictionary(fc.constantFrom(...query, 'unknown'), values, { maxKeys: 4 }),
      })
      .map((asked) => {
        const written = inPath.reduce(
          (address, name, at) => address.replace(`{${name}}`, encodeURIComponent(wellFormed(asked.path[at]!) || 'x')),
          path,
        );
        return `${written}?${new URLSearchParams(asked.query)}`;
      });
  });
  const property = fc.asyncProperty(requests, async (address) => {
    const { status, headers } = await app.request(address);
    if (status >= 500) throw new Error(`${status} for ${address}`);
    if (status >= 400 && !headers.get('content-type')?.includes('json'))
      throw new Error(`no problem document: ${address}`);
  });
  return { name: 'API parameters', check: (numRuns) => fc.assert(property, { numRuns, seed: 7 }) };
}

/** A lone surrogate can't be written into an address at all. */
const wellFormed = (text: string) => Buffer.from(text).toString();
