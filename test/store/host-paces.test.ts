import { describe, expect, it } from 'vitest';
import { hostPaces } from '../../shared/store/host-paces.ts';
import type { HostRow } from '../../shared/store/store.ts';

/** A table of one row that keeps conditions as DynamoDB does, for the two conditions that are used. */
function oneRow() {
  let row: HostRow | undefined;
  return {
    get: async () => row,
    putIf: async (next: HostRow, { text, values }: { text: string; values?: Record<string, unknown> | undefined }) => {
      const holds =
        text === 'attribute_not_exists(revision)' ? row === undefined : row?.revision === values?.[':revision'];
      if (holds) row = next;
      return holds;
    },
  };
}

describe('the pace of hosts in their table', () => {
  it('is written by the first who read it, and by nobody who read before', async () => {
    const paces = hostPaces(oneRow() as never);
    expect(await paces.read('courier.example')).toBeNull();
    expect(await paces.write('courier.example', { revision: 1, nextStartAt: 5, open: [] }, 0)).toBe(true);
    expect(await paces.write('courier.example', { revision: 1, nextStartAt: 9, open: [] }, 0)).toBe(false);
    expect(
      await paces.write('courier.example', { revision: 2, nextStartAt: 7, open: [{ id: 'a', until: 8 }] }, 1),
    ).toBe(true);
    expect(await paces.write('courier.example', { revision: 2, nextStartAt: 9, open: [] }, 1)).toBe(false);
    expect(await paces.read('courier.example')).toMatchObject({
      revision: 2,
      nextStartAt: 7,
      open: [{ id: 'a', until: 8 }],
    });
  });
});
