import type { Archive } from '../../local/archive/schema.ts';
import { createArchiveSite } from '../../local/archive/site.ts';
import type { WebClient, WebResponse } from '../../shared/web/web-client.ts';
import { WebError } from '../../shared/web/web-error.ts';
import type { Plan } from './plan.ts';
import type { Chance } from './random.ts';
import type { UnrulyRequests } from './unruly-requests.ts';

/** Times in a row that one address misbehaves: fewer than a message is tried. */
const mostInARow = 3;

const ofPages = ['503', 'timeout', 'connection'] as const;
/** A feed may also answer 200 with something that is no feed. */
const ofFeeds = [...ofPages, 'maintenance'] as const;

const maintenance = () =>
  new Response('<!doctype html><title>Back soon</title><p>We are improving our site.', {
    headers: { 'content-type': 'text/html' },
  });

/** The archive's site without a network between, whose server misbehaves as the plan says. */
export function unrulyWeb(
  archive: Archive,
  clock: () => number,
  { rates }: Plan,
  chance: Chance,
  requests: UnrulyRequests,
): Pick<WebClient, 'get' | 'close'> {
  const site = createArchiveSite(archive, () => new Date(clock()));
  const inARow = new Map<string, number>();
  return {
    async get(url, { kind, headers = {} }): Promise<WebResponse> {
      const before = inARow.get(url) ?? 0;
      const isHit = before < mostInARow && requests.strikes(rates.web, `${kind} ${new URL(url).pathname}`);
      inARow.set(url, isHit ? before + 1 : 0);
      if (!isHit) return respond(site(new Request(url, { headers })), url);
      const misbehaviour = chance.pick(kind === 'feed' ? ofFeeds : ofPages);
      if (misbehaviour === '503') return respond(new Response('', { status: 503 }), url);
      if (misbehaviour === 'maintenance') return respond(maintenance(), url);
      throw new WebError(misbehaviour, `injected: ${misbehaviour} of ${url}`, { transient: true, url });
    },
    close: async () => {},
  };
}

const respond = async (answer: Response, url: string): Promise<WebResponse> => ({
  ...{ url, redirects: [], ms: 1, status: answer.status },
  headers: Object.fromEntries(answer.headers),
  body: new Uint8Array(await answer.arrayBuffer()),
});
