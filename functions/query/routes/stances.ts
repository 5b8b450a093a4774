import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { twoModeNetwork } from '../../../shared/network/two-mode.ts';
import type { Store } from '../../../shared/store/store.ts';
import { toArray } from '../../../shared/store/to-array.ts';
import { seriesOf, wholeDispute } from '../../../shared/trend/series.ts';
import { type StanceDay, stanceHistory } from '../../../shared/trend/stance-history.ts';
import { countedStances } from '../counted-points.ts';
import { newApi } from '../new-api.ts';
import { actorParameter, disputeParameter, outletParameter, periodParameters, readIssues } from '../parameters.ts';
import { type DisputeRequest, type Ports, readDisputeRequest } from '../request.ts';
import { answers } from '../schemas.ts';
import { leadingSchema, networkSchema, outletsSchema, stancesSchema } from '../stance-schemas.ts';

/** Articles that say who leads. */
const latestArticles = 100;

const query = periodParameters
  .omit({ hour: true })
  .extend(actorParameter.shape)
  .extend(outletParameter.shape)
  .extend({ issue: z.string().optional().openapi({ description: 'Issue ids, separated by commas' }) });

const request = { params: disputeParameter, query };

const listStances = createRoute({
  method: 'get',
  path: '/{dispute}/stances',
  summary: 'Who is on which side, day by day',
  description: 'One cell an actor and issue with statements; `history` tells when the side changed.',
  request,
  responses: answers(stancesSchema, 'Cells of the period'),
});

const showNetwork = createRoute({
  method: 'get',
  path: '/{dispute}/network',
  summary: 'Actors and issues as a network of two modes',
  request,
  responses: answers(networkSchema, 'Nodes, and a link for each actor and issue with a statement'),
});

const listLeading = createRoute({
  method: 'get',
  path: '/{dispute}/leading',
  summary: 'Actors quoted most in the latest articles',
  description: `Statements by actor in the last ${latestArticles} articles of the period: quick whatever its length.`,
  request: { params: disputeParameter, query: periodParameters.omit({ hour: true }) },
  responses: answers(leadingSchema, 'Most statements first'),
});

const listOutlets = createRoute({
  method: 'get',
  path: '/{dispute}/outlets',
  summary: 'Outlets with their number of articles',
  request: { params: disputeParameter, query: periodParameters.omit({ hour: true }) },
  responses: answers(outletsSchema, 'Most articles first'),
});

/** `/{dispute}/stances`, `/network`, `/leading` and `/outlets`. */
export function stanceRoutes(ports: Ports): OpenAPIHono {
  const api = newApi();
  api.openapi(listStances, async (context) => {
    const asked = context.req.valid('query');
    const read = await readDisputeRequest(context.req.valid('param').dispute, asked, ports);
    const cells = await stanceCells(read, readIssues(asked.issue, read.codebook), ports);
    const told = cells.map((cell) => ({ ...cell, history: stanceHistory(cell.days) }));
    return context.json({ from: read.from, to: read.to, cells: told }, 200);
  });
  api.openapi(showNetwork, async (context) => {
    const asked = context.req.valid('query');
    const read = await readDisputeRequest(context.req.valid('param').dispute, asked, ports);
    const cells = await stanceCells(read, readIssues(asked.issue, read.codebook), ports);
    return context.json({ from: read.from, to: read.to, ...twoModeNetwork(cells.map(totalOf)) }, 200);
  });
  api.openapi(listLeading, async (context) => {
    const read = await readDisputeRequest(context.req.valid('param').dispute, context.req.valid('query'), ports);
    return context.json({ actors: await leadingActors(read, ports) }, 200);
  });
  api.openapi(listOutlets, async (context) => {
    const read = await readDisputeRequest(context.req.valid('param').dispute, context.req.valid('query'), ports);
    return context.json({ outlets: await outletsOf(read, ports) }, 200);
  });
  return api;
}

interface StanceCell {
  actor: string;
  issue: string;
  days: StanceDay[];
}

/** One cell an actor and issue with at least one statement; only its days that hold one. */
async function stanceCells(read: DisputeRequest, issues: string[], { store }: Ports): Promise<StanceCell[]> {
  const named = read.actors.filter((actor) => actor !== wholeDispute);
  const actors = named.length > 0 ? named : read.codebook.actors.map(({ id }) => id);
  const perActor = await Promise.all(
    actors.map(async (actor) => {
      const days = new Map<string, StanceDay[]>();
      for (const { day, stances } of await stancePoints(read, actor, store)) {
        for (const [issue, counts] of Object.entries(stances)) {
          const ofIssue = days.get(issue) ?? [];
          ofIssue.push({ day, ...counts });
          days.set(issue, ofIssue);
        }
      }
      return [...days].map(([issue, ofIssue]) => ({ actor, issue, days: ofIssue }));
    }),
  );
  return perActor.flat().filter(({ issue }) => issues.length === 0 || issues.includes(issue));
}

/** Days with their stances: as stored, or where only some outlets are wanted, counted from their statements. */
async function stancePoints(read: DisputeRequest, actor: string, store: Store) {
  const { from, to, codebook, outlets } = read;
  if (outlets.length > 0) return countedStances({ codebook, actor, from, to, outlets }, store);
  const range = { from, to, attributes: ['day', 'stances'] };
  return toArray(store.trends.query({ series: seriesOf(codebook.id, actor) }, 'day', range));
}

function totalOf({ actor, issue, days }: StanceCell) {
  const sum = (stance: 'for' | 'against' | 'neutral') => days.reduce((total, day) => total + day[stance], 0);
  return { actor, issue, for: sum('for'), against: sum('against'), neutral: sum('neutral') };
}

async function leadingActors({ codebook, instants }: DisputeRequest, { store }: Ports) {
  const range = { from: instants.from, to: `${instants.to}#~`, descending: true, limit: latestArticles };
  const latest = await toArray(store.mentions.query({ series: seriesOf(codebook.id, wholeDispute) }, 'at', range));
  const articles = await store.articles.getAll(latest.map(({ articleId }) => ({ id: articleId })));
  return codebook.actors
    .map(({ id }) => ({
      actor: id,
      statements: articles.reduce((sum, { rows }) => sum + (rows?.[seriesOf(codebook.id, id)] ?? 0), 0),
    }))
    .sort((a, b) => b.statements - a.statements);
}

/** The outlets of the period with their number of articles, most first. */
async function outletsOf({ codebook, instants }: DisputeRequest, { store }: Ports) {
  const range = { from: instants.from, to: `${instants.to}#~` };
  const counts = new Map<string, number>();
  for await (const { outlet } of store.mentions.query({ series: seriesOf(codebook.id, wholeDispute) }, 'at', {
    ...range,
    attributes: ['outlet'],
  }))
    counts.set(outlet, (counts.get(outlet) ?? 0) + 1);
  return [...counts]
    .map(([outlet, articles]) => ({ outlet, articles }))
    .sort((a, b) => b.articles - a.articles || (a.outlet < b.outlet ? -1 : 1));
}
