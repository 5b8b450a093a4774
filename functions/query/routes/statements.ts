import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { writeCursor } from '../../../shared/corpus/cursor.ts';
import { listRows } from '../../../shared/corpus/list-rows.ts';
import type { StatementRow } from '../../../shared/store/rows.ts';
import { statementViews } from '../evidence.ts';
import { newApi } from '../new-api.ts';
import { disputeParameter, readIssues, rowParameters } from '../parameters.ts';
import { type Ports, pageAsked, readDisputeRequest, tagSeriesAsked } from '../request.ts';
import { mayHoldText, rowFilter, textConfirmation } from '../row-filter.ts';
import { answers, pageFields, statementSchema } from '../schemas.ts';

const oneOf = <T extends [string, ...string[]]>(...values: T) => z.enum(values).optional();

const query = rowParameters.extend({
  issue: z.string().optional().openapi({ description: 'Issue ids, separated by commas' }),
  stance: oneOf('for', 'against', 'neutral'),
  voice: oneOf('direct', 'indirect', 'action'),
  confidence: z.coerce.number().min(0).max(1).optional().openapi({ description: 'At least this confidence' }),
});

const listStatements = createRoute({
  method: 'get',
  path: '/{dispute}/statements',
  summary: 'Statements: who holds which stance on which issue, in which sentence',
  request: { params: disputeParameter, query },
  responses: answers(z.object({ ...pageFields, statements: z.array(statementSchema) }), 'A page, in order of time'),
});

/** `/{dispute}/statements`. */
export function statementRoutes(ports: Ports): OpenAPIHono {
  const api = newApi();
  api.openapi(listStatements, async (context) => {
    const asked = context.req.valid('query');
    const request = await readDisputeRequest(context.req.valid('param').dispute, asked, ports);
    const issues = readIssues(asked.issue, request.codebook);
    const { key, range, bounds } = pageAsked(context.req.path, asked, request);
    const isAsked = rowFilter(request, asked);
    const mayHold = mayHoldText(asked.text);
    const { rows, next, total } = await listRows<StatementRow>({
      partitions: tagSeriesAsked(request).map((series) => ports.store.statements.query({ series }, 'at', range)),
      keep: (row) =>
        isAsked(row) &&
        mayHold(row) &&
        (issues.length === 0 || issues.includes(row.issue)) &&
        (asked.stance === undefined || row.stance === asked.stance) &&
        (asked.voice === undefined || row.voice === asked.voice) &&
        row.confidence >= (asked.confidence ?? 0),
      confirm: textConfirmation(asked.text, ports.store, ({ text }, { evidence: [, , start, end] }) =>
        text.slice(start, end),
      ),
      ...bounds,
    });
    const statements = await statementViews(rows, ports.store);
    return context.json({ total, next: next && writeCursor(key, next), statements }, 200);
  });
  return api;
}
