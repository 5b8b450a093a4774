import { createHash } from 'node:crypto';
import * as z from 'zod';

/** Place in a list of rows that is ordered by (`at`, `series`): the last row that was given. */
export interface Place {
  at: string;
  series: string;
  /** What rows are ordered by before that, in a list that has such an order (`ranked-page.ts`). */
  rank?: string | number | undefined;
}

const written = z.strictObject({
  query: z.string(),
  at: z.string(),
  series: z.string(),
  rank: z.union([z.string(), z.number()]).optional(),
});

/** What a cursor belongs to: the same filters in any order give the same key. */
export function queryKey(filters: Record<string, string | undefined>): string {
  const given = Object.entries(filters).filter(([, value]) => value !== undefined && value !== '');
  const text = JSON.stringify(given.sort(([left], [right]) => (left < right ? -1 : 1)));
  return createHash('sha256').update(text).digest('base64url').slice(0, 12);
}

/** Writes a place as an opaque cursor that belongs to one query. It holds a position only: altering it opens nothing. */
export const writeCursor = (query: string, { at, series, rank }: Place): string =>
  Buffer.from(JSON.stringify({ query, at, series, rank })).toString('base64url');

/** Reads a cursor; `unreadable` when it is none, `foreign` when it belongs to another query. */
export function readCursor(cursor: string, query: string): Place | 'unreadable' | 'foreign' {
  try {
    const { query: owner, ...place } = written.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString()));
    return owner === query ? place : 'foreign';
  } catch {
    return 'unreadable';
  }
}
