import * as z from 'zod';
import type { Codebook } from '../../shared/codebook/codebook.ts';
import { addDays } from '../../shared/trend/day.ts';
import { wholeDispute } from '../../shared/trend/series.ts';
import { problem } from './problem.ts';

/** Longest period one request may ask for, in days. */
const maximumDays = 800;

/**
 * The period of a request; the codebook's own where it gives none.
 * @throws a 400 problem when a date isn't one, or the period is backwards or too long
 */
export function readPeriod(
  query: Record<string, string | undefined>,
  codebook: Codebook,
  today: string,
): { from: string; to: string } {
  const from = readDate('from', query.from ?? query.day ?? codebook.period.from);
  const to = readDate('to', query.to ?? query.day ?? codebook.period.to ?? today);
  if (to < from) throw problem(400, 'to', `The period ends (${to}) before it begins (${from}).`);
  if (addDays(from, maximumDays) < to) throw problem(400, 'to', `A period holds at most ${maximumDays} days.`);
  return { from, to };
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
  const ids = (value ?? '').split(',').filter((id) => id !== '');
  const unknown = ids.find((id) => !allowed.includes(id));
  if (unknown !== undefined) throw problem(400, parameter, `The codebook has no ${parameter} "${unknown}".`, allowed);
  return ids;
}
