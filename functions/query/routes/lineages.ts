import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { listRows } from '../../../shared/corpus/list-rows.ts';
import { quoteLineages } from '../../../shared/lineage/quote-lineage.ts';
import type { StatementRow } from '../../../shared/store/rows.ts';
import { isReadable, statementViews } from '../evidence.ts';
import { newApi } from '../new-api.ts';
import { actorParameter, disputeParameter, periodParameters, readIssues } from '../parameters.ts';
import { problem } from '../problem.ts';
import { type Ports, rangeAsked, readDisputeRequest, tagSeriesAsked } from '../request.ts';
import { answers } from '../schemas.ts';

/** Quoted statements that one request compares. */
const mostQuotations = 5_000;

const lineageSchema = z
  .object({
    actor: z.string(),
    first: z.object({ outlet: z.string(), at: z.string() }),
    outlets: z.number().int(),
    quotations: z.array(
      z.object({
        tag: z.string(),
        articleId: z.string(),
        at: z.string(),
        outlet: z.string(),
        actor: z.string(),
        words: z.string(),
        form: z.enum(['fullest', 'same', 'shortened']),
        share: z.number().openapi({ description: "Share of the fullest form's words" }),
      }),
    ),
  })
  .openapi('Lineage', { description: 'The same words in several articles: who had them first, who shortened them' });

const listLineages = createRoute({
  method: 'get',
  path: '/{dispute}/lineages',
  summary: 'Quotations that several articles share',
  request: {
    params: disputeParameter,
    query: periodParameters.extend(actorParameter.shape).extend({
      issue: z.string().optional().openapi({ description: 'Issue ids, separated by commas' }),
    }),
  },
  responses: answers(z.object({ lineages: z.array(lineageSchema) }), 'Those in most outlets first'),
});

/** `/{dispute}/lineages`. */
export function lineageRoutes(ports: Ports): OpenAPIHono {
  const api = newApi();
  api.openapi(listLineages, async (context) => {
    const asked = context.req.valid('query');
    const request = await readDisputeRequest(context.req.valid('param').dispute, asked, ports);
    const issues = readIssues(asked.issue, request.codebook);
    const range = rangeAsked(request.instants, null, false);
    const { rows, next } = await listRows<StatementRow>({
      partitions: tagSeriesAsked(request).map((series) => ports.store.statements.query({ series }, 'at', range)),
      keep: ({ voice, issue }) => voice === 'direct' && (issues.length === 0 || issues.includes(issue)),
      ...{ after: null, descending: false, limit: mostQuotations },
    });
    if (next) throw problem(400, 'from', 'The period holds more quotations than one request compares: shorten it.');
    // A sentence with statements on two issues is one quotation.
    const quotations = new Map(
      (await statementViews(rows, ports.store))
        .filter(isReadable)
        .map(({ tag, articleId, at, outlet, actor, sentence, span }) => {
          const words = sentence.slice(...span);
          return [`${articleId}\n${actor}\n${words}`, { tag, articleId, at, outlet, actor, words }];
        }),
    );
    return context.json({ lineages: quoteLineages([...quotations.values()]) }, 200);
  });
  return api;
}
