import type { Codebook } from '../../shared/codebook/codebook.ts';
import { type Place, queryKey } from '../../shared/corpus/cursor.ts';
import { dayOf } from '../../shared/trend/day.ts';
import { seriesOf, wholeDispute } from '../../shared/trend/series.ts';
import type { Runtime } from '../runtime.ts';
import { disputeNamed } from './dispute-named.ts';
import { readActors, readInstants, readPeriod, readPlace } from './parameters.ts';

export type Ports = Pick<Runtime, 'store' | 'codebooks' | 'standingCodebooks' | 'now'>;

interface PeriodQuery {
  from?: string | undefined;
  to?: string | undefined;
  day?: string | undefined;
  hour?: string | undefined;
}

/** What a request under a dispute asks for, checked. Days are inclusive. */
export interface DisputeRequest {
  codebook: Codebook;
  version: string;
  from: string;
  to: string;
  /** First and last instant, ISO 8601. */
  instants: { from: string; to: string };
  actors: string[];
  outlets: string[];
}

/** @throws a 404 problem for an unknown dispute, a 400 problem for what the codebook doesn't know */
export async function readDisputeRequest(
  dispute: string,
  query: PeriodQuery & { actor?: string | undefined; outlet?: string | string[] | undefined },
  ports: Ports,
): Promise<DisputeRequest> {
  const { codebook, version } = await disputeNamed(dispute, ports);
  const today = dayOf(new Date(ports.now()).toISOString(), codebook.timeZone);
  const period = readPeriod(query, codebook, today);
  return {
    codebook,
    version,
    ...period,
    instants: readInstants(query, period, codebook.timeZone),
    actors: readActors(query.actor, codebook),
    outlets: [query.outlet ?? []].flat(),
  };
}

/** The series of tags that a request reads: its actors', or every actor's where it names none or the whole dispute. */
export function tagSeriesAsked({ codebook, actors }: DisputeRequest): string[] {
  const isWhole = actors.length === 0 || actors.includes(wholeDispute);
  const ids = isWhole ? codebook.actors.map(({ id }) => id) : actors;
  return ids.map((actor) => seriesOf(codebook.id, actor));
}

/** The series of articles that a request reads: those that mention its actors, or all about the dispute. */
export function articleSeriesAsked({ codebook, actors }: DisputeRequest): string[] {
  const isWhole = actors.length === 0 || actors.includes(wholeDispute);
  return (isWhole ? [wholeDispute] : actors).map((actor) => seriesOf(codebook.id, actor));
}

/** Rows that one request to DynamoDB brings while a first page counts. */
const countedAtOnce = 1_000;

interface PageQuery {
  cursor?: string | undefined;
  limit: number;
  order: 'asc' | 'desc';
  count: 'all' | 'none';
}

/** The page a request asks for: where it begins and how long it is, and the key that its cursors carry. */
export function pageAsked(path: string, query: PageQuery, { instants }: Pick<DisputeRequest, 'instants'>) {
  const { cursor, limit, count, ...filters } = query;
  const key = queryKey({ path, ...(filters as Record<string, string>) });
  const after = readPlace(cursor, key);
  const descending = query.order === 'desc';
  const isCounted = count === 'all' && !after;
  // A page that counts goes on through what follows it; another takes little beyond itself.
  const pageSize = isCounted ? Math.max(limit, countedAtOnce) : limit;
  const range = { ...rangeAsked(instants, after, descending), pageSize };
  return { key, range, bounds: { after, descending, limit, isCounted } };
}

/** Sort keys of a partition that a page reads, from its place on. */
export function rangeAsked(instants: { from: string; to: string }, after: Place | null, descending: boolean) {
  const { from, to } = { from: instants.from, to: `${instants.to}#~` };
  if (!after) return { from, to, descending };
  return descending ? { from, to: after.at, descending } : { from: after.at, to, descending };
}
