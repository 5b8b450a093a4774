import type { Place } from './cursor.ts';
import { comparePlaces } from './merge-by-time.ts';

/** What a row is ordered by before its time: names in the order of the alphabet, numbers from the highest. */
export type Rank = string | number;

/** Place in a list that is ordered by rank, and within equals by time. */
export interface RankedPlace extends Place {
  rank: Rank;
}

interface RankedPageRequest<T> {
  rankOf(row: T): Rank;
  after: RankedPlace | null;
  /** Within equals the newest first. */
  descending: boolean;
  limit: number;
}

/** One page of rows that are all in hand, and where the next page begins; null at the end. */
export function rankedPage<T extends Place>(
  rows: readonly T[],
  { rankOf, after, descending, limit }: RankedPageRequest<T>,
): { rows: T[]; next: RankedPlace | null } {
  const sign = descending ? -1 : 1;
  const compare = (a: RankedPlace, b: RankedPlace) => compareRanks(a.rank, b.rank) || sign * comparePlaces(a, b);
  const ordered = rows
    .map((row) => ({ row, place: { at: row.at, series: row.series, rank: rankOf(row) } }))
    .filter(({ place }) => after === null || compare(place, after) > 0)
    .sort((a, b) => compare(a.place, b.place));
  const page = ordered.slice(0, limit);
  return { rows: page.map(({ row }) => row), next: ordered.length > limit ? page.at(-1)!.place : null };
}

const compareRanks = (a: Rank, b: Rank): number =>
  typeof a === 'number' && typeof b === 'number' ? b - a : String(a).localeCompare(String(b), 'en');
