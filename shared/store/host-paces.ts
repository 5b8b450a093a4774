import type { HostPaceStore } from '../web/host-pacer.ts';
import type { HostRow } from './store.ts';
import type { Table } from './table.ts';

/** The Hosts table as the place where the web clients of all workers keep their pace. */
export function hostPaces(hosts: Pick<Table<HostRow>, 'get' | 'putIf'>): HostPaceStore {
  return {
    read: async (host) => (await hosts.get({ host })) ?? null,
    write: (host, { revision, nextStartAt, open }, expectedRevision) =>
      hosts.putIf(
        { host, revision, nextStartAt, open },
        {
          text: expectedRevision === 0 ? 'attribute_not_exists(revision)' : 'revision = :revision',
          ...(expectedRevision > 0 && { values: { ':revision': expectedRevision } }),
        },
      ),
  };
}
