import { type Context, Hono } from 'hono';
import type { Codebook } from '../../shared/codebook/codebook.ts';
import { twoModeNetwork } from '../../shared/network/two-mode.ts';
import { dayOf, dayRange } from '../../shared/trend/day.ts';
import { seriesOf, wholeDispute } from '../../shared/trend/series.ts';
import { type StanceDay, stanceHistory } from '../../shared/trend/stance-history.ts';
import type { Runtime } from '../runtime.ts';
import { countedPoints } from './counted-points.ts';
import { disputeNamed } from './dispute-named.ts';
import { readActors, readIssues, readPeriod } from './parameters.ts';

type Ports = Pick<Runtime, 'store' | 'codebooks' | 'now'>;

/** `/stances`, `/network` and `/outlets` of a dispute: who is on which side, and whose articles there are. */
export function stanceRoutes(ports: Ports): Hono {
  const routes = new Hono();
  routes.get('/:dispute/stances', async (context) => {
    const request = await readRequest(context, ports);
    const cells = await stanceCells(request, ports);
    const { from, to } = request;
    return context.json({ from, to, cells: cells.map((cell) => ({ ...cell, history: stanceHistory(cell.days) })) });
  });
  routes.get('/:dispute/network', async (context) => {
    const request = await readRequest(context, ports);
    const cells = await stanceCells(request, ports);
    const { from, to } = request;
    return context.json({ from, to, ...twoModeNetwork(cells.map(totalOf)) });
  });
  routes.get('/:dispute/outlets', async (context) => {
    const request = await readRequest(context, ports);
    return context.json({ outlets: await outletsOf(request, ports) });
  });
  return routes;
}

interface StanceRequest {
  codebook: Codebook;
  from: string;
  to: string;
  actors: string[];
  issues: string[];
  outlets: string[];
}

async function readRequest(context: Context, ports: Ports): Promise<StanceRequest> {
  const { codebook } = await disputeNamed(context.req.param('dispute') ?? '', ports);
  const today = dayOf(new Date(ports.now()).toISOString(), codebook.timeZone);
  const named = readActors(context.req.query('actor'), codebook).filter((actor) => actor !== wholeDispute);
  return {
    codebook,
    ...readPeriod(context.req.query(), codebook, today),
    actors: named.length > 0 ? named : codebook.actors.map(({ id }) => id),
    issues: readIssues(context.req.query('issue'), codebook),
    outlets: context.req.queries('outlet') ?? [],
  };
}

interface StanceCell {
  actor: string;
  issue: string;
  days: StanceDay[];
}

/** One cell an actor and issue with at least one statement; only its days that hold one. */
async function stanceCells(request: StanceRequest, { store }: Ports): Promise<StanceCell[]> {
  const perActor = await Promise.all(
    request.actors.map(async (actor) => {
      const days = new Map<string, StanceDay[]>();
      for (const { day, stances } of await countedPoints({ ...request, actor }, store)) {
        for (const [issue, counts] of Object.entries(stances)) {
          days.set(issue, [...(days.get(issue) ?? []), { day, ...counts }]);
        }
      }
      return [...days].map(([issue, ofIssue]) => ({ actor, issue, days: ofIssue }));
    }),
  );
  return perActor.flat().filter(({ issue }) => request.issues.length === 0 || request.issues.includes(issue));
}

function totalOf({ actor, issue, days }: StanceCell) {
  const sum = (stance: 'for' | 'against' | 'neutral') => days.reduce((total, day) => total + day[stance], 0);
  return { actor, issue, for: sum('for'), against: sum('against'), neutral: sum('neutral') };
}

/** The outlets of the period with their number of articles, most first. */
async function outletsOf({ codebook, from, to }: StanceRequest, { store }: Ports) {
  const range = { from: dayRange(from, codebook.timeZone).from, to: `${dayRange(to, codebook.timeZone).to}#~` };
  const counts = new Map<string, number>();
  for await (const { outlet } of store.mentions.query({ series: seriesOf(codebook.id, wholeDispute) }, 'at', range))
    counts.set(outlet, (counts.get(outlet) ?? 0) + 1);
  return [...counts]
    .map(([outlet, articles]) => ({ outlet, articles }))
    .sort((a, b) => b.articles - a.articles || (a.outlet < b.outlet ? -1 : 1));
}
