import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { toArray } from '../../../shared/store/to-array.ts';
import { hearingOf, hearings } from '../../../shared/trend/hearing.ts';
import { coverageSeries } from '../../../shared/trend/series.ts';
import { newApi } from '../new-api.ts';
import { disputeParameter, periodParameters } from '../parameters.ts';
import { type Ports, readDisputeRequest } from '../request.ts';
import { answers } from '../schemas.ts';

const daySchema = z.object({
  day: z.string(),
  expected: z.number().int().openapi({ description: 'Feeds that the codebook named' }),
  others: z.array(z.object({ outlet: z.string(), hearing: z.enum(hearings), isHeard: z.boolean() })).openapi({
    description: 'Feeds that were not simply heard: late, silent, or dead',
  }),
});

const showCoverage = createRoute({
  method: 'get',
  path: '/{dispute}/coverage',
  summary: 'Feeds expected and heard, day by day',
  request: { params: disputeParameter, query: periodParameters.omit({ hour: true }) },
  responses: answers(z.object({ days: z.array(daySchema) }).openapi('Coverage'), 'Days of which a record is kept'),
});

/** `/{dispute}/coverage`: the coverage of a series in short, for charts over long periods. */
export function coverageRoutes(ports: Ports): OpenAPIHono {
  const api = newApi();
  api.openapi(showCoverage, async (context) => {
    const read = await readDisputeRequest(context.req.valid('param').dispute, context.req.valid('query'), ports);
    const { from, to, codebook } = read;
    const rows = await toArray(
      ports.store.coverage.query({ series: coverageSeries(codebook.id) }, 'day', { from, to }),
    );
    const days = rows.map(({ day, feeds }) => ({
      ...{ day, expected: feeds.length },
      others: feeds
        .map((feed) => ({ outlet: feed.outlet, hearing: hearingOf(feed), isHeard: feed.isHeard }))
        .filter(({ hearing, isHeard }) => hearing !== 'heard' || !isHeard),
    }));
    return context.json({ days }, 200);
  });
  return api;
}
