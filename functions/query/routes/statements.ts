import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import type { Codebook } from '../../../shared/codebook/codebook.ts';
import { type Place, writeCursor } from '../../../shared/corpus/cursor.ts';
import { type ListRequest, listRows, readBudget } from '../../../shared/corpus/list-rows.ts';
import { type Rank, rankedPage } from '../../../shared/corpus/ranked-page.ts';
import type { StatementRow } from '../../../shared/store/rows.ts';
import type { Store } from '../../../shared/store/store.ts';
import type { Range } from '../../../shared/store/table.ts';
import { statementViews } from '../evidence.ts';
import { newApi } from '../new-api.ts';
import { disputeParameter, readIssues, rowParameters } from '../parameters.ts';
import { problem } from '../problem.ts';
import {
  type DisputeRequest,
  type Ports,
  pageAsked,
  rangeAsked,
  readDisputeRequest,
  tagSeriesAsked,
} from '../request.ts';
import { mayHoldText, rowFilter, textConfirmation } from '../row-filter.ts';
import { answers, pageFields, statementSchema } from '../schemas.ts';

const oneOf = <T extends [string, ...string[]]>(...values: T) => z.enum(values).optional();

const query = rowParameters.extend({
  issue: z.string().optional().openapi({ description: 'Issue ids, separated by commas' }),
  stance: oneOf('for', 'against', 'neutral'),
  voice: oneOf('direct', 'indirect', 'action'),
  confidence: z.coerce.number().min(0).max(1).optional().openapi({ description: 'At least this confidence' }),
  sort: z.enum(['time', 'confidence', 'actor', 'outlet']).default('time').openapi({
    description: 'By time alone; or surest first, or by name, and within equals by time as `order` says',
  }),
});

const listStatements = createRoute({
  method: 'get',
  path: '/{dispute}/statements',
  summary: 'Statements: who holds which stance on which issue, in which sentence',
  request: { params: disputeParameter, query },
  responses: answers(
    z.object({ ...pageFields, statements: z.array(statementSchema) }),
    'A page, in the order asked for',
  ),
});

/** What filters, order and count need of a row: the rest is read of the page's rows alone. */
const attributes = [
  ...(['series', 'at', 'articleId', 'actor', 'outlet', 'clusterId', 'textRevision'] as const),
  ...(['issue', 'stance', 'voice', 'confidence', 'evidence', 'words'] as const),
];
type Listed = Pick<StatementRow, (typeof attributes)[number]>;
type Query = z.infer<typeof query>;

/** `/{dispute}/statements`. */
export function statementRoutes(ports: Ports): OpenAPIHono {
  const api = newApi();
  api.openapi(listStatements, async (context) => {
    const asked = context.req.valid('query');
    const request = await readDisputeRequest(context.req.valid('param').dispute, asked, ports);
    const { key, range, bounds } = pageAsked(context.req.path, asked, request);
    const fitting = {
      keep: isAsked(asked, request),
      confirm: textConfirmation(asked.text, ports.store, ({ text }, { evidence: [, , start, end] }: Listed) =>
        text.slice(start, end),
      ),
    };
    // The signature of a row's words is read only where words are asked for.
    const read = attributes.filter((name) => name !== 'words' || asked.text !== undefined);
    const partitions = (within: Range) =>
      tagSeriesAsked(request).map((series) =>
        ports.store.statements.query({ series }, 'at', { ...within, attributes: read }),
      );
    const { rows, next, total } =
      asked.sort === 'time'
        ? await listRows<Listed>({ partitions: partitions(range), ...fitting, ...bounds })
        : await rankedRows(
            { partitions: partitions(rangeAsked(request.instants, null, false)), ...fitting },
            { rankOf: rankings(request.codebook)[asked.sort], ...bounds },
          );
    const statements = await statementViews(await wholeRows(rows, ports.store), ports.store);
    return context.json({ total, next: next && writeCursor(key, next), statements }, 200);
  });
  return api;
}

function isAsked(asked: Query, request: DisputeRequest): (row: Listed) => boolean {
  const issues = readIssues(asked.issue, request.codebook);
  const isOfPlace = rowFilter(request, asked);
  const mayHold = mayHoldText(asked.text);
  return (row) =>
    isOfPlace(row) &&
    mayHold(row) &&
    (issues.length === 0 || issues.includes(row.issue)) &&
    (asked.stance === undefined || row.stance === asked.stance) &&
    (asked.voice === undefined || row.voice === asked.voice) &&
    row.confidence >= (asked.confidence ?? 0);
}

function rankings({ actors }: Codebook): Record<'confidence' | 'actor' | 'outlet', (row: Listed) => Rank> {
  const nameOf = new Map(actors.map(({ id, name }) => [id, name]));
  return {
    confidence: ({ confidence }) => confidence,
    actor: ({ actor }) => nameOf.get(actor) ?? actor,
    outlet: ({ outlet }) => outlet,
  };
}

/** A page in another order than time's: all that fit are read first. @throws a 400 problem when they are too many */
async function rankedRows(
  list: Pick<ListRequest<Listed>, 'partitions' | 'keep' | 'confirm'>,
  { after, ...page }: { rankOf: (row: Listed) => Rank; after: Place | null; descending: boolean; limit: number },
) {
  const all = await listRows<Listed>({ ...list, after: null, descending: false, limit: readBudget });
  if (all.total === null) {
    const message = `Over ${readBudget} rows would have to be read to put them in this order: shorten the period, or sort by time.`;
    throw problem(400, 'sort', message, ['time']);
  }
  const place = after && { ...after, rank: after.rank ?? '' };
  return { ...rankedPage(all.rows, { ...page, after: place }), total: after ? null : all.total };
}

/** The rows whole, in the order given. Those that have gone since are left out. */
async function wholeRows(rows: Listed[], store: Pick<Store, 'statements'>): Promise<StatementRow[]> {
  const found = await store.statements.getAll(rows.map(({ series, at }) => ({ series, at })));
  const byPlace = new Map(found.map((row) => [`${row.series} ${row.at}`, row]));
  return rows.flatMap(({ series, at }) => byPlace.get(`${series} ${at}`) ?? []);
}
