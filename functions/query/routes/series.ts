import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { toArray } from '../../../shared/store/to-array.ts';
import { intervals } from '../../../shared/trend/interval.ts';
import { meanInterval } from '../../../shared/trend/mean-interval.ts';
import { coverageSeries, wholeDispute } from '../../../shared/trend/series.ts';
import type { ToneSummary } from '../../../shared/trend/trend-point.ts';
import { type CountedPoint, countedPoints } from '../counted-points.ts';
import { newApi } from '../new-api.ts';
import { actorParameter, checkInterval, disputeParameter, outletParameter, periodParameters } from '../parameters.ts';
import { type DisputeRequest, type Ports, readDisputeRequest } from '../request.ts';
import { rowAddresses } from '../row-addresses.ts';
import { answers, coverageSchema, pointSchema } from '../schemas.ts';

const query = periodParameters
  .omit({ hour: true })
  .extend(actorParameter.shape)
  .extend(outletParameter.shape)
  .extend({
    interval: z
      .enum(intervals)
      .default('day')
      .openapi({ description: 'What a point stands for; weeks are of ISO 8601' }),
    coverage: z
      .enum(['feeds', 'none'])
      .default('feeds')
      .openapi({ description: '`none` leaves out what became of each feed on each day: much less to send' }),
  });

const listSeries = createRoute({
  method: 'get',
  path: '/{dispute}/series',
  summary: 'Volume, tone and stances over time',
  description:
    'Only intervals with rows are given. `counts`: articles (copies), near-duplicate texts, outlets where they first appeared.',
  request: { params: disputeParameter, query },
  responses: answers(
    z.object({
      from: z.string(),
      to: z.string(),
      interval: z.enum(intervals),
      series: z.array(z.object({ actor: z.string(), points: z.array(pointSchema) })),
      coverage: z.array(coverageSchema),
    }),
    'One series an actor',
  ),
});

/** `/{dispute}/series`. */
export function seriesRoutes(ports: Ports): OpenAPIHono {
  const api = newApi();
  api.openapi(listSeries, async (context) => {
    const { interval, coverage, ...asked } = context.req.valid('query');
    const request = await readDisputeRequest(context.req.valid('param').dispute, asked, ports);
    checkInterval(interval, request);
    const actors = request.actors.length > 0 ? request.actors : [wholeDispute];
    const series = await Promise.all(
      actors.map(async (actor) => {
        const points = await countedPoints({ ...request, actor, interval }, ports.store);
        return { actor, points: points.map((point) => describePoint(point, actor, request)) };
      }),
    );
    const { from, to } = request;
    const feeds = coverage === 'none' ? [] : await coverageOf(request, ports);
    return context.json({ from, to, interval, series, coverage: feeds }, 200);
  });
  return api;
}

function describePoint({ tone, days, ...point }: CountedPoint, actor: string, request: DisputeRequest) {
  const { outlet, quoted, all } = tone;
  return {
    ...point,
    tone: { outlet: withInterval(outlet), quoted: withInterval(quoted), all: withInterval(all) },
    rows: rowAddresses({ start: point.start, days }, actor, request),
  };
}

const withInterval = (summary: ToneSummary) => ({ ...summary, interval: meanInterval(summary) });

async function coverageOf({ codebook, from, to }: DisputeRequest, { store }: Ports) {
  const rows = await toArray(store.coverage.query({ series: coverageSeries(codebook.id) }, 'day', { from, to }));
  return rows.map(({ day, feeds }) => ({ day, feeds }));
}
