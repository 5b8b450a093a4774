import { z } from '@hono/zod-openapi';
import type { Codebook } from '../../shared/codebook/codebook.ts';
import { type Place, readCursor } from '../../shared/corpus/cursor.ts';
import { addDays, dayRange } from '../../shared/trend/day.ts';
import { endOfHour, type Interval } from '../../shared/trend/interval.ts';
import { wholeDispute } from '../../shared/trend/series.ts';
import { problem } from './problem.ts';

/** Longest period one request may ask for, in days. */
const maximumDays = 800;
const maximumHourlyDays = 31;

const day = z.string().optional().openapi({ format: 'date' });
const list = (description: string, example: string) => z.string().optional().openapi({ description, example });

/** The dispute an address names. */
export const disputeParameter = z.object({
  dispute: z.string().openapi({
    description: 'Id of a published codebook, or `id@version` of a version kept beside the current one',
    example: 'ferry-dispute',
  }),
});

/** The days (inclusive, in the dispute's time zone) or the one hour that a request is about. */
export const periodParameters = z.object({
  from: day.openapi({ description: "First day; the codebook's own where left out" }),
  to: day.openapi({ description: "Last day, inclusive; the codebook's own, or today" }),
  day: day.openapi({ description: 'One day: `from` and `to` at once' }),
  hour: z.string().optional().openapi({
    description: 'One hour, by the instant at which it begins; instead of days',
    example: '2016-01-12T09:00:00Z',
  }),
});

/** The actors a request is about. */
export const actorParameter = z.object({
  actor: list('Actor ids, separated by commas; `*` is the dispute as a whole', '*'),
});

/** The outlets a request is about. */
export const outletParameter = z.object({
  outlet: z
    // DynamoDB compares with a hundred values at the most.
    .union([z.string(), z.array(z.string()).max(100)])
    .optional()
    .openapi({ description: 'An outlet by name; may be given more than once', example: 'Daily Beacon' }),
});

/** What every list of rows can be narrowed by. */
export const rowParameters = periodParameters
  .extend(actorParameter.shape)
  .extend(outletParameter.shape)
  .extend({
    cluster: z.string().optional().openapi({ description: 'Id of a near-duplicate cluster: all copies of one text' }),
    article: z.string().optional().openapi({ description: 'Id of an article' }),
    text: z.string().max(200).optional().openapi({
      description: 'Words that must all occur; "words in quotation marks" as a phrase',
      example: '"talks"',
    }),
    order: z.enum(['asc', 'desc']).default('asc').openapi({ description: 'By time: oldest or newest first' }),
    limit: z.coerce.number().int().min(1).max(2_000).default(500).openapi({ description: 'Rows of one page' }),
    count: z.enum(['all', 'none']).default('all').openapi({
      description: '`none` leaves out `total`: the first page then comes as quickly as any other',
    }),
    cursor: z.string().max(1_000).optional().openapi({ description: '`next` of the page before' }),
  });

/**
 * The period of a request; the codebook's own where it gives none.
 * @throws a 400 problem when a date isn't one, or the period is backwards or too long
 */
export function readPeriod(
  query: { from?: string | undefined; to?: string | undefined; day?: string | undefined },
  codebook: Codebook,
  today: string,
): { from: string; to: string } {
  const from = readDate('from', query.from ?? query.day ?? codebook.period.from);
  const to = readDate('to', query.to ?? query.day ?? codebook.period.to ?? today);
  if (to < from) throw problem(400, 'to', `The period ends (${to}) before it begins (${from}).`);
  if (addDays(from, maximumDays) < to) throw problem(400, 'to', `A period holds at most ${maximumDays} days.`);
  return { from, to };
}

/** @throws a 400 problem when hours are asked for over too many days */
export function checkInterval(interval: Interval, { from, to }: { from: string; to: string }): void {
  if (interval === 'hour' && addDays(from, maximumHourlyDays) < to) {
    throw problem(400, 'interval', `Hours are given for at most ${maximumHourlyDays} days.`, ['day', 'week', 'month']);
  }
}

/** The first and last instant of a request's days, or of its one hour. @throws a 400 problem when the hour isn't one */
export function readInstants(
  { hour }: { hour?: string | undefined },
  { from, to }: { from: string; to: string },
  timeZone: string,
): { from: string; to: string } {
  if (hour === undefined) return { from: dayRange(from, timeZone).from, to: dayRange(to, timeZone).to };
  const isHour = z.iso.datetime().safeParse(hour).success && /T\d\d:00(?::00(?:\.0+)?)?Z$/.test(hour);
  if (!isHour) throw problem(400, 'hour', `"${hour}" is no full hour (2016-01-12T09:00:00Z).`);
  return { from: new Date(hour).toISOString(), to: endOfHour(hour) };
}

function readDate(parameter: string, value: string): string {
  if (!z.iso.date().safeParse(value).success) throw problem(400, parameter, `"${value}" is no date (YYYY-MM-DD).`);
  return value;
}

/** The actors a request names, separated by commas; `*` is the dispute as a whole. @throws a 400 problem for an unknown one */
export function readActors(value: string | undefined, codebook: Codebook): string[] {
  return readIds('actor', value, [wholeDispute, ...codebook.actors.map(({ id }) => id)]);
}

/** The issues a request names. @throws a 400 problem for an unknown one */
export function readIssues(value: string | undefined, codebook: Codebook): string[] {
  return readIds(
    'issue',
    value,
    codebook.issues.map(({ id }) => id),
  );
}

function readIds(parameter: string, value: string | undefined, allowed: string[]): string[] {
  const ids = [...new Set((value ?? '').split(',').filter((id) => id !== ''))];
  const unknown = ids.find((id) => !allowed.includes(id));
  if (unknown !== undefined) throw problem(400, parameter, `The codebook has no ${parameter} "${unknown}".`, allowed);
  return ids;
}

/** The place where a page begins. @throws a 400 problem for a cursor that is none, or was given for other filters */
export function readPlace(cursor: string | undefined, query: string): Place | null {
  if (cursor === undefined || cursor === '') return null;
  const place = readCursor(cursor, query);
  if (place === 'unreadable') throw problem(400, 'cursor', 'This is no cursor: give `next` of a page as it came.');
  if (place === 'foreign') {
    throw problem(400, 'cursor', 'This cursor belongs to a query with other filters: begin again without it.');
  }
  return place;
}
