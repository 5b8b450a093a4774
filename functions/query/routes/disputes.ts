import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { feedHealth } from '../../../shared/feed/feed-health.ts';
import { feedStates } from '../../../shared/store/feed-states.ts';
import type { Published } from '../../../shared/store/published-codebooks.ts';
import { dayOf } from '../../../shared/trend/day.ts';
import { disputeNamed } from '../dispute-named.ts';
import { newApi } from '../new-api.ts';
import { disputeParameter } from '../parameters.ts';
import type { Ports } from '../request.ts';
import { answers, disputeSchema, feedSchema } from '../schemas.ts';

const listDisputes = createRoute({
  method: 'get',
  path: '/',
  summary: 'Disputes, with their actors and issues',
  responses: answers(z.array(disputeSchema), 'All disputes with a published codebook'),
});

const listFeeds = createRoute({
  method: 'get',
  path: '/{dispute}/feeds',
  summary: 'Feeds and their health',
  request: { params: disputeParameter },
  responses: answers(z.array(feedSchema), 'Every feed of the current codebook'),
});

/** The disputes, and the feeds of each. */
export function disputeRoutes(ports: Ports): OpenAPIHono {
  const api = newApi();
  api.openapi(listDisputes, async (context) =>
    context.json(
      (await ports.codebooks()).map((published) => describeDispute(published, ports.now())),
      200,
    ),
  );
  api.openapi(listFeeds, async (context) => {
    const published = await disputeNamed(context.req.valid('param').dispute, ports);
    return context.json(await describeFeeds(published, ports), 200);
  });
  return api;
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

/** Every feed with what its own history lets expect of each of the last days, and what it brought. */
async function describeFeeds({ codebook }: Published, { store, now }: Ports) {
  const states = await feedStates(store).getAll(codebook.feeds.map(({ url }) => url));
  return codebook.feeds.map(({ url, outlet }) => {
    const state = states.get(url);
    if (!state) return { url, outlet, status: 'not polled yet' };
    return { ...feedHealth(state, now(), codebook.timeZone), events: state.events };
  });
}
