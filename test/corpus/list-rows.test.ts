import { describe, expect, it } from 'vitest';
import type { Place } from '../../shared/corpus/cursor.ts';
import { listRows } from '../../shared/corpus/list-rows.ts';

async function* partition(series: string, ...times: string[]): AsyncGenerator<Place> {
  for (const at of times) yield { series, at };
}

const list = (changes: Partial<Parameters<typeof listRows<Place>>[0]>) =>
  listRows<Place>({
    partitions: [partition('a', '1', '4', '5'), partition('b', '2', '4'), partition('c')],
    keep: () => true,
    after: null,
    descending: false,
    limit: 10,
    ...changes,
  });
const names = (rows: Place[]) => rows.map(({ at, series }) => `${at}${series}`);

describe('a page of rows from several partitions', () => {
  it.each([
    ['all in order of time, then of series', {}, ['1a', '2b', '4a', '4b', '5a'], null, 5],
    ['as many as asked for, and where the next page begins', { limit: 2 }, ['1a', '2b'], '2b', 5],
    ['what comes after a place', { after: { at: '4', series: 'a' } }, ['4b', '5a'], null, null],
    ['a middle page', { after: { at: '1', series: 'a' }, limit: 2 }, ['2b', '4a'], '4a', null],
    ['only what fits', { keep: ({ series }: Place) => series === 'b' }, ['2b', '4b'], null, 2],
    ['no more reading than the budget allows', { budget: 3 }, ['1a', '2b', '4a'], '4a', null],
    ['a budget spent without a find: empty, and not the end', { budget: 2, keep: () => false }, [], '2b', null],
    ['counting that would cost too much is left', { budget: 3, limit: 1 }, ['1a'], '1a', null],
    [
      'what only a look at the texts can tell',
      { confirm: async (rows: Place[]) => rows.slice(1, 3) },
      ['2b', '4a'],
      null,
      2,
    ],
    [
      'no more looking at texts than its budget allows: counting ends',
      { confirm: async (rows: Place[]) => rows, confirmBudget: 2, batchSize: 2, limit: 1 },
      ['1a'],
      '1a',
      null,
    ],
    ['and a page ends short of its limit', { confirm: async () => [], confirmBudget: 2, batchSize: 2 }, [], '2b', null],
  ])('%s', async (_, changes, rows, next, total) => {
    const page = await list(changes);
    expect([names(page.rows), page.next && names([page.next])[0], page.total]).toEqual([rows, next, total]);
  });

  it('newest first', async () => {
    const partitions = () => [partition('a', '5', '4', '1'), partition('b', '4', '2')];
    const first = await list({ partitions: partitions(), descending: true, limit: 2 });
    const rest = await list({ partitions: partitions(), descending: true, after: first.next });
    expect(names([...first.rows, ...rest.rows])).toEqual(['5a', '4b', '4a', '2b', '1a']);
  });
});
