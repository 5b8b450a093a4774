import type { Place } from './cursor.ts';
import { comparePlaces, mergeByTime } from './merge-by-time.ts';

/** Rows whose texts one request reads, about: a search for a common word ends its page, or its count, there. */
export const textBudget = 2_000;

/** Rows that one request reads at the most, whatever it asks for. */
export const readBudget = 20_000;

const rowsAtOnce = 500;

export interface RowList<T> {
  rows: T[];
  /** Where the next page begins; null at the end. */
  next: Place | null;
  /** What fits in all; null on later pages, where it isn't asked for, and where counting would read more than the budget. */
  total: number | null;
}

export interface ListRequest<T> {
  /** Each partition in order, from the page's place on (the place itself may be given again). */
  partitions: readonly AsyncIterator<T>[];
  keep(row: T): boolean;
  /** What can only be judged with more than the row, for many rows at once. */
  confirm?: ((rows: T[]) => Promise<T[]>) | undefined;
  /** How much a row adds to the total: 1 where left out. */
  weigh?: (row: T) => number;
  after: Place | null;
  descending: boolean;
  limit: number;
  /** Whether the first page reads on to count what fits in all; true where left out. */
  isCounted?: boolean;
  budget?: number;
  /** Rows that may be confirmed, and how many are at once. */
  confirmBudget?: number;
  batchSize?: number;
}

/**
 * One page of the rows of several partitions in the order of time. A page begins after a place, not at a number: rows
 * that arrive meanwhile neither repeat nor hide others. A page may be short, or empty, and still have a next one: then
 * few of the rows that the budget allows to read fitted.
 */
export async function listRows<T extends Place>(request: ListRequest<T>): Promise<RowList<T>> {
  const { partitions, keep, confirm, weigh = () => 1, after, descending, limit, budget = readBudget } = request;
  const { confirmBudget = textBudget, batchSize = rowsAtOnce } = request;
  const isCounted = !after && request.isCounted !== false;
  const sign = descending ? -1 : 1;
  const rows: T[] = [];
  let total = 0;
  let fitting = 0;
  let read = 0;
  let confirmed = 0;
  let last = after;
  for await (const batch of inBatches(mergeByTime(partitions, descending), batchSize)) {
    if (confirmed >= confirmBudget) return { rows, next: last, total: null };
    const beyond = after ? batch.filter((row) => sign * comparePlaces(row, after) > 0) : batch;
    const candidates = beyond.filter(keep);
    if (confirm) confirmed += candidates.length;
    const kept = new Set(confirm ? await confirm(candidates) : candidates);
    for (const row of beyond) {
      const isFull = rows.length === limit;
      // The first page counts on, as far as the budget goes.
      if (read === budget || (isFull && !isCounted)) return { rows, next: last, total: null };
      read += 1;
      if (!isFull) last = { at: row.at, series: row.series };
      if (!kept.has(row)) continue;
      fitting += 1;
      total += weigh(row);
      if (!isFull) rows.push(row);
    }
  }
  return { rows, next: rows.length === fitting ? null : last, total: isCounted ? total : null };
}

async function* inBatches<T>(rows: AsyncIterable<T>, batchSize: number): AsyncGenerator<T[]> {
  let batch: T[] = [];
  for await (const row of rows) {
    batch.push(row);
    if (batch.length < batchSize) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
