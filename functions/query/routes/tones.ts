import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { writeCursor } from '../../../shared/corpus/cursor.ts';
import { listRows } from '../../../shared/corpus/list-rows.ts';
import type { MentionRow } from '../../../shared/store/rows.ts';
import { toneViews } from '../evidence.ts';
import { newApi } from '../new-api.ts';
import { disputeParameter, rowParameters } from '../parameters.ts';
import { type Ports, pageAsked, readDisputeRequest, tagSeriesAsked } from '../request.ts';
import { rowFilter } from '../row-filter.ts';
import { answers, pageFields, toneSchema } from '../schemas.ts';

const query = rowParameters.omit({ text: true }).extend({
  voice: z.enum(['outlet', 'quoted']).optional().openapi({ description: "The outlet's own words, or somebody's" }),
  label: z.enum(['negative', 'neutral', 'positive']).optional(),
});

const listTones = createRoute({
  method: 'get',
  path: '/{dispute}/tones',
  summary: 'Tone of sentences towards actors',
  description: '`limit` counts articles, `total` sentences.',
  request: { params: disputeParameter, query },
  responses: answers(z.object({ ...pageFields, tones: z.array(toneSchema) }), 'A page, in order of time'),
});

/** `/{dispute}/tones`. */
export function toneRoutes(ports: Ports): OpenAPIHono {
  const api = newApi();
  api.openapi(listTones, async (context) => {
    const asked = context.req.valid('query');
    const request = await readDisputeRequest(context.req.valid('param').dispute, asked, ports);
    const { key, range, bounds } = pageAsked(context.req.path, asked, request);
    const isAsked = rowFilter(request, asked);
    const tonesOf = ({ tones }: MentionRow) =>
      tones.filter(
        ({ voice, label }) =>
          (asked.voice === undefined || voice === asked.voice) && (asked.label === undefined || label === asked.label),
      );
    const { rows, next, total } = await listRows<MentionRow>({
      partitions: tagSeriesAsked(request).map((series) => ports.store.mentions.query({ series }, 'at', range)),
      keep: (row) => isAsked(row) && tonesOf(row).length > 0,
      weigh: (row) => tonesOf(row).length,
      ...bounds,
    });
    const asAsked = rows.map((row) => ({ ...row, tones: tonesOf(row) }));
    const tones = await toneViews(asAsked, ports.store);
    return context.json({ total, next: next && writeCursor(key, next), tones }, 200);
  });
  return api;
}
