import { randomUUID } from 'node:crypto';
import type { ErasureRow, Store } from '../../shared/store/store.ts';

/** Who asked for it to be done, and why, in words that name nobody. */
export interface ErasureRequest {
  by: string;
  why: string;
}

/** Does the work under a record that is there before anything is erased, and that holds counts alone. */
export async function recorded(
  kind: ErasureRow['kind'],
  { by, why }: ErasureRequest,
  ports: { store: Pick<Store, 'erasures'>; now(): number },
  work: () => Promise<Record<string, number>>,
): Promise<ErasureRow> {
  const row: ErasureRow = {
    ...{ id: randomUUID(), kind, by, why, state: 'begun', counts: {} },
    at: new Date(ports.now()).toISOString(),
  };
  await ports.store.erasures.put(row);
  const done: ErasureRow = { ...row, state: 'done', counts: await work() };
  await ports.store.erasures.put(done);
  return done;
}
