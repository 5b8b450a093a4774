import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { ApiKey } from '../access/api-key.ts';
import type { FeedStatus } from '../feed/feed-state.ts';
import type { Mark } from '../marks/mark.ts';
import type { Audit, GivenCode, StoredUnit } from '../reliability/stored-audit.ts';
import type { TaggedByDay } from '../reliability/tagged-days.ts';
import type { Delivery } from '../report/delivery.ts';
import type { TableName } from '../stages.ts';
import type { TrendPoint } from '../trend/trend-point.ts';
import type { HostPace } from '../web/host-pace.ts';
import { packedBase64, packedTags, packedText } from './packing.ts';
import type { ArticleRow, MentionRow, SignatureRow, StatementRow, StoredText } from './rows.ts';
import { Table } from './table.ts';

/** Feeds: what a poll remembers, as one document; the revision guards against two polls at once. */
export interface FeedRow {
  url: string;
  revision: number;
  /** A FeedState as JSON: see feed-states.ts. */
  state: string;
}

/** Hosts: the pace all workers keep towards a host; see host-paces.ts. */
export interface HostRow extends HostPace {
  host: string;
}

/** Codebooks: a published version (JSON), or under the version `current` the pointer to one. */
export interface CodebookRow {
  dispute: string;
  version: string;
  publishedAt: string;
  content?: string;
  points?: string;
  /** Versions that articles are tagged under beside the current one. */
  keeps?: string[];
}

/** Trends: one day of one series, and the digest of the rows it was counted from. */
export interface TrendRow extends TrendPoint {
  series: string;
  day: string;
  rowsDigest: string;
}

/** Trends, under the coverage series of a dispute: what each of its feeds brought on a day. */
export interface CoverageRow {
  series: string;
  day: string;
  feeds: {
    url: string;
    outlet: string;
    status: FeedStatus;
    isHeard: boolean;
    heard: number;
    polls: number;
    failedPolls: number;
  }[];
}

/** Deliveries: a message to a channel, sent or about to be, with what was said. */
export interface DeliveryRow extends Delivery {
  dispute: string;
  /** `digest#DAY#CHANNEL`, `alert#RULE#SUBJECT#CHANNEL`. */
  message: string;
  sentAt?: string;
  /** As plain text. */
  text: string;
  /** As posted, in JSON. */
  posted: string;
}

/** Marks: one judgement of one tag by one person; the key `tag#at#who` lists those of a tag in order. */
export interface MarkRow extends Mark {
  dispute: string;
  mark: string;
}

/** KeyUses: how often an API key was used in a minute (ISO 8601 UTC, to the minute). */
export interface KeyUseRow {
  id: string;
  minute: string;
  uses: number;
  /** Seconds since the epoch, after which DynamoDB deletes the row. */
  expires: number;
}

/** Erasures: that a request to erase was met, without what was erased. */
export interface ErasureRow {
  id: string;
  kind: 'article' | 'person';
  at: string;
  by: string;
  why: string;
  /** Unfinished ones are begun again by the same request. */
  state: 'begun' | 'done';
  /** Rows erased, by what they were. */
  counts: Record<string, number>;
}

/** Audits: a draw, or something of one, by its kind. */
export type AuditRow = { dispute: string; item: string } & (
  | { kind: 'draw'; audit: Audit }
  | { kind: 'unit'; unit: StoredUnit }
  | { kind: 'coder'; coder: string; at: string }
  | { kind: 'code' | 'decision'; given: GivenCode }
  | { kind: 'days'; days: TaggedByDay }
);

/** All tables. */
export interface Store {
  feeds: Table<FeedRow>;
  hosts: Table<HostRow>;
  codebooks: Table<CodebookRow>;
  articles: Table<ArticleRow>;
  texts: Table<StoredText>;
  signatures: Table<SignatureRow>;
  mentions: Table<MentionRow>;
  statements: Table<StatementRow>;
  trends: Table<TrendRow>;
  /** The coverage rows of the Trends table. */
  coverage: Table<CoverageRow>;
  deliveries: Table<DeliveryRow>;
  marks: Table<MarkRow>;
  erasures: Table<ErasureRow>;
  audits: Table<AuditRow>;
  keys: Table<ApiKey>;
  keyUses: Table<KeyUseRow>;
}

/** What is long on a row, or there many times: a row of an article then mostly fits one write unit. */
const packings = {
  articles: { rows: packedTags },
  texts: { text: packedText },
  signatures: { signature: packedBase64 },
  mentions: { mentions: packedTags, tones: packedTags, words: packedBase64 },
  statements: { reasons: packedTags, words: packedBase64 },
};

/** The store over a client. `nameOf` gives a table's name in the account. */
export function createStore(client: DynamoDBClient, nameOf: (table: TableName) => string): Store {
  return {
    feeds: new Table(client, nameOf('Feeds')),
    hosts: new Table(client, nameOf('Hosts')),
    codebooks: new Table(client, nameOf('Codebooks')),
    articles: new Table<ArticleRow>(client, nameOf('Articles'), packings.articles),
    texts: new Table<StoredText>(client, nameOf('Texts'), packings.texts),
    signatures: new Table<SignatureRow>(client, nameOf('Signatures'), packings.signatures),
    mentions: new Table<MentionRow>(client, nameOf('Mentions'), packings.mentions),
    statements: new Table<StatementRow>(client, nameOf('Statements'), packings.statements),
    trends: new Table(client, nameOf('Trends')),
    coverage: new Table(client, nameOf('Trends')),
    deliveries: new Table(client, nameOf('Deliveries')),
    marks: new Table(client, nameOf('Marks')),
    erasures: new Table(client, nameOf('Erasures')),
    audits: new Table(client, nameOf('Audits')),
    keys: new Table(client, nameOf('Keys')),
    keyUses: new Table(client, nameOf('KeyUses')),
  };
}
