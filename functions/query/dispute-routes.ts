import { type Context, Hono } from 'hono';
import type { Codebook } from '../../shared/codebook/codebook.ts';
import { feedHealth } from '../../shared/feed/feed-health.ts';
import { feedStates } from '../../shared/store/feed-states.ts';
import type { Published } from '../../shared/store/published-codebooks.ts';
import type { StatementRow } from '../../shared/store/rows.ts';
import { toArray } from '../../shared/store/to-array.ts';
import { dayOf, dayRange } from '../../shared/trend/day.ts';
import { coverageSeries, seriesOf, wholeDispute } from '../../shared/trend/series.ts';
import type { Runtime } from '../runtime.ts';
import { disputeNamed } from './dispute-named.ts';
import { statementViews, toneViews } from './evidence.ts';
import { readActors, readIssues, readPeriod } from './parameters.ts';

type Ports = Pick<Runtime, 'store' | 'codebooks' | 'now'>;

/** Rows listed in one answer at the most. */
const rowLimit = 2_000;

/** `/api/disputes`: the disputes, and under each its series, statements, tones and feeds. */
export function disputeRoutes(ports: Ports): Hono {
  const routes = new Hono();
  routes.get('/', async (context) =>
    context.json((await ports.codebooks()).map((published) => describeDispute(published, ports.now()))),
  );
  routes.get('/:dispute/series', async (context) =>
    context.json(await listSeries(await readRequest(context, ports), ports)),
  );
  routes.get('/:dispute/statements', async (context) =>
    context.json(await listStatements(await readRequest(context, ports), ports)),
  );
  routes.get('/:dispute/tones', async (context) =>
    context.json(await listTones(await readRequest(context, ports), ports)),
  );
  routes.get('/:dispute/feeds', async (context) =>
    context.json(await listFeeds(await readRequest(context, ports), ports)),
  );
  return routes;
}

/** What every request under a dispute may say, checked. */
interface DisputeRequest {
  codebook: Codebook;
  from: string;
  to: string;
  actors: string[];
  issues: string[];
}

async function readRequest(context: Context, ports: Ports): Promise<DisputeRequest> {
  const { codebook } = await disputeNamed(context.req.param('dispute') ?? '', ports);
  const query = context.req.query();
  const today = dayOf(new Date(ports.now()).toISOString(), codebook.timeZone);
  return {
    codebook,
    ...readPeriod(query, codebook, today),
    actors: readActors(query.actor, codebook),
    issues: readIssues(query.issue, codebook),
  };
}

function describeDispute({ codebook, version }: Published, now: number) {
  const { id, title, timeZone, period, events, actors, issues } = codebook;
  const today = dayOf(new Date(now).toISOString(), timeZone);
  return {
    ...{ id, title, timeZone, today, period, events, version },
    actors: actors.map((actor) => ({ id: actor.id, name: actor.name, kind: actor.kind })),
    issues: issues.map((issue) => ({ id: issue.id, proposition: issue.proposition })),
  };
}

async function listSeries({ codebook, from, to, actors }: DisputeRequest, { store }: Ports) {
  const wanted = actors.length > 0 ? actors : [wholeDispute];
  const series = await Promise.all(
    wanted.map(async (actor) => {
      const rows = await toArray(store.trends.query({ series: seriesOf(codebook.id, actor) }, 'day', { from, to }));
      return { actor, points: rows.map(({ series: _, ...point }) => point) };
    }),
  );
  const coverage = await toArray(store.coverage.query({ series: coverageSeries(codebook.id) }, 'day', { from, to }));
  return { from, to, series, coverage: coverage.map(({ day, feeds }) => ({ day, feeds })) };
}

async function listStatements({ codebook, actors, issues, ...period }: DisputeRequest, { store }: Ports) {
  const named = actors.filter((actor) => actor !== wholeDispute);
  const wanted = named.length > 0 ? named : codebook.actors.map(({ id }) => id);
  const range = instants(period, codebook.timeZone);
  const found = await Promise.all(
    wanted.map((actor) => toArray(store.statements.query({ series: seriesOf(codebook.id, actor) }, 'at', range))),
  );
  const rows = found.flat().filter(({ issue }) => issues.length === 0 || issues.includes(issue));
  return { total: rows.length, statements: await statementViews(rows.sort(byTime).slice(0, rowLimit), store) };
}

async function listTones({ codebook, actors, ...period }: DisputeRequest, { store }: Ports) {
  const range = instants(period, codebook.timeZone);
  const found = await Promise.all(
    actors.map((actor) => toArray(store.mentions.query({ series: seriesOf(codebook.id, actor) }, 'at', range))),
  );
  const rows = found.flat();
  const total = rows.reduce((sum, row) => sum + row.tones.length, 0);
  return { total, tones: (await toneViews(rows, store)).slice(0, rowLimit) };
}

/** Every feed with what its own history lets expect of each of the last days, and what it brought. */
async function listFeeds({ codebook }: DisputeRequest, { store, now }: Ports) {
  const states = await feedStates(store).getAll(codebook.feeds.map(({ url }) => url));
  return codebook.feeds.map(({ url, outlet }) => {
    const state = states.get(url);
    if (!state) return { url, outlet, status: 'not polled yet' };
    return { ...feedHealth(state, now(), codebook.timeZone), events: state.events };
  });
}

const instants = ({ from, to }: { from: string; to: string }, timeZone: string) => ({
  from: dayRange(from, timeZone).from,
  to: `${dayRange(to, timeZone).to}#~`,
});

const byTime = (a: StatementRow, b: StatementRow) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0);
