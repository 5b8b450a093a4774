import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { benchmarks } from '../../../shared/accuracy/benchmarks.ts';
import { newApi } from '../new-api.ts';
import { answers } from '../schemas.ts';

const perCent = z.number().openapi({ description: 'Per cent' });

const benchmarksSchema = z
  .object({
    taggerVersion: z.string(),
    rows: z.array(
      z.object({
        pass: z.string(),
        what: z.string(),
        data: z.string(),
        measure: z.string(),
        value: perCent,
        people: perCent.nullable().openapi({ description: 'What people who code apart agree at' }),
        peers: z.array(z.object({ name: z.string(), value: perCent })),
        command: z.string(),
        measured: z.string().openapi({ format: 'date' }),
      }),
    ),
  })
  .openapi('Benchmarks');

const listBenchmarks = createRoute({
  method: 'get',
  path: '/',
  summary:
    'How far the tagger is to be trusted: what it reached on texts coded by people, beside people and other systems',
  responses: answers(benchmarksSchema, 'One row a measure'),
});

/** `/api/benchmarks`: measured with the tagger's version, shipped with it. */
export function benchmarkRoutes(): OpenAPIHono {
  const api = newApi();
  const rows = benchmarks.rows.map(({ floor: _, ...row }) => row);
  api.openapi(listBenchmarks, (context) => context.json({ ...benchmarks, rows }, 200));
  return api;
}
