import { describe, expect, it } from 'vitest';
import { type Rank, type RankedPlace, rankedPage } from '../../shared/corpus/ranked-page.ts';

const row = (at: string, rank: Rank) => ({ at, series: 's', rank });
const names = (rows: { at: string }[]) => rows.map(({ at }) => at).join('');
const page = (rows: RankedPlace[], options: { after?: RankedPlace; descending?: boolean; limit?: number } = {}) =>
  rankedPage(rows, {
    rankOf: ({ rank }: RankedPlace) => rank,
    ...{ after: options.after ?? null, descending: options.descending ?? true, limit: options.limit ?? 10 },
  });

describe('a page in another order than time’s', () => {
  it.each([
    ['numbers from the highest', [row('1', 0.2), row('2', 0.9), row('3', 0.5)], {}, '231'],
    ['names in the order of the alphabet', [row('1', 'Élan'), row('2', 'Echo'), row('3', 'Zebra')], {}, '213'],
    ['equals newest first', [row('1', 'a'), row('3', 'a'), row('2', 'a')], {}, '321'],
    ['equals oldest first', [row('1', 'a'), row('3', 'a'), row('2', 'a')], { descending: false }, '123'],
    ['what comes after a place', [row('1', 3), row('2', 2), row('3', 1)], { after: row('2', 2) }, '3'],
    ['a place whose row has gone', [row('1', 3), row('3', 1)], { after: row('2', 2) }, '3'],
  ])('%s', (_, rows, options, expected) => {
    expect(names(page(rows, options).rows)).toBe(expected);
  });

  it('says where the next page begins, and that the last one ends', () => {
    const rows = [row('1', 3), row('2', 2), row('3', 1)];
    const first = page(rows, { limit: 2 });
    expect([names(first.rows), first.next]).toEqual(['12', row('2', 2)]);
    const last = page(rows, { limit: 2, after: first.next! });
    expect([names(last.rows), last.next]).toEqual(['3', null]);
  });
});
