import type { TableName } from '../stages.ts';

type KeyType = 'S' | 'N';
interface Key {
  name: string;
  type: KeyType;
}

/** A secondary index. `include` lists what lists show beside the keys; text is never projected. */
export interface IndexDefinition {
  name: string;
  partition: Key;
  sort: Key;
  include: string[];
}

/** A table: its keys and indexes, from which `infra/` and `local/` both create it. */
export interface TableDefinition {
  partition: Key;
  sort?: Key;
  /** The attribute with the seconds since the epoch after which DynamoDB may delete a row. */
  timeToLive?: string;
  indexes?: IndexDefinition[];
}

const text = (name: string): Key => ({ name, type: 'S' });

/** All tables, one for each noun of the design. */
export const tables: Record<TableName, TableDefinition> = {
  Feeds: { partition: text('url') },
  /** When each host may be asked again: pacing shared by all workers. */
  Hosts: { partition: text('host') },
  /** Published versions, and under the version `current` a pointer to the one in force. */
  Codebooks: { partition: text('dispute'), sort: text('version') },
  /** One row an article: address, dates, state. Unfinished ones stand in a sparse index, whose keys no step changes. */
  Articles: {
    partition: text('id'),
    indexes: [{ name: 'unfinished', partition: text('unfinished'), sort: text('openedAt'), include: [] }],
  },
  /** Texts apart from states: a change of state then costs one write unit, and texts can be dropped alone. */
  Texts: {
    partition: text('id'),
    sort: { name: 'revision', type: 'N' },
    // Sparse: what is dropped leaves it.
    indexes: [{ name: 'age', partition: text('kept'), sort: text('fetchedAt'), include: [] }],
  },
  /** Near-duplicate bands: articles that share a band are candidates for one cluster. */
  Signatures: { partition: text('band'), sort: text('at') },
  Mentions: { partition: text('series'), sort: text('at') },
  Statements: { partition: text('series'), sort: text('at') },
  Trends: { partition: text('series'), sort: text('day') },
  /** Messages to channels, each sent once: `digest#DAY#CHANNEL`, `alert#RULE#SUBJECT#CHANNEL`. */
  Deliveries: { partition: text('dispute'), sort: text('message') },
  /** What people say of tags: rows are added and never changed. */
  Marks: { partition: text('dispute'), sort: text('mark') },
  /** Requests to erase that were met: who, when, why and how much, never what. */
  Erasures: { partition: text('id') },
  /** Samples that people code: `draw#AUDIT`, and under `in#AUDIT#` its units, coders, codes and decisions. */
  Audits: { partition: text('dispute'), sort: text('item') },
  /** API keys, of which only hashes are kept. Apart from their uses, so that what counts these can make no key. */
  Keys: { partition: text('id') },
  KeyUses: { partition: text('id'), sort: text('minute'), timeToLive: 'expires' },
};
