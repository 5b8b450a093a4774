import { createHash } from 'node:crypto';
import { articleId } from '../../shared/article/article-id.ts';
import type { Queues } from '../../shared/queue/queues.ts';
import { opened } from '../../shared/store/article-states.ts';
import type { ArticleRow } from '../../shared/store/rows.ts';
import type { Store } from '../../shared/store/store.ts';
import { toArray } from '../../shared/store/to-array.ts';
import type { ListedFeed } from './listed-feeds.ts';
import type { DiscoveredEntry } from './poll.ts';

export interface DiscoverPorts {
  store: Pick<Store, 'articles' | 'signatures'>;
  queues: Pick<Queues, 'send'>;
  feed: Pick<ListedFeed, 'disputes' | 'aggregator'>;
}

type Discovery = 'new' | 'duplicate' | 'updated';

/**
 * Keeps an entry's article in state `discovered` before its message is sent, so that nothing can be lost between the
 * two. A poll that is run again after a crash gets the same answer: what this feed first brought at this instant is new.
 * What was erased on request, or a person blacked out of, is not taken up again.
 */
export async function discover(entry: DiscoveredEntry, ports: DiscoverPorts): Promise<Discovery> {
  const { store, queues } = ports;
  const row = articleRow(entry, ports.feed);
  const before = await store.articles.get({ id: row.id });
  if (before?.erasedAt || before?.redactedAt) return 'duplicate';
  if (!before && (await isKnownStory(entry, row.id, store))) return 'duplicate';
  const isNew = !before && (await store.articles.putIf(row, { text: 'attribute_not_exists(id)' }));
  const known = isNew ? row : (before ?? (await store.articles.get({ id: row.id })) ?? row);
  const discovery = isNew ? 'new' : await noteSighting(known, row, store);
  if (!isNew) await joinDisputes(known, row, ports);
  if (discovery === 'new' || isFirstReading(known, row)) await noteTitle(entry, known, store);
  const isOpen = discovery !== 'duplicate' && (isNew || known.state === 'discovered' || discovery === 'updated');
  if (isOpen) await queues.send('collect', [{ v: 1, articleId: row.id }]);
  return discovery;
}

/** An article that stands in feeds of several disputes is tagged for all of them. */
async function joinDisputes(known: ArticleRow, seen: ArticleRow, { store, queues }: DiscoverPorts): Promise<void> {
  const disputes = [...new Set([...known.disputes, ...seen.disputes])].sort();
  if (disputes.length === known.disputes.length) return;
  const isRead = known.textRevision !== undefined && known.state !== 'discovered';
  const changes: Partial<ArticleRow> = {
    disputes,
    ...(isRead && opened('collected', seen.touchedAt)),
  };
  const unchanged = { text: '#state = :state', names: { '#state': 'state' }, values: { ':state': known.state } };
  const joined = await store.articles.updateIf({ id: known.id }, changes, unchanged);
  if (joined && isRead) await queues.send('tag', [{ v: 1, articleId: known.id }]);
}

/** How long the same headline of one outlet means the same story under another address. */
const sameStoryMilliseconds = 7 * 86_400_000;

const titleBand = (key: string) => `title:${key}`;

/**
 * Whether an earlier poll brought this outlet's headline under another address. Entries of one poll are never taken for
 * each other: which of them came first would depend on chance.
 */
async function isKnownStory(entry: DiscoveredEntry, id: string, store: DiscoverPorts['store']): Promise<boolean> {
  if (entry.titleKey === null) return false;
  const from = new Date(Date.parse(entry.firstSeenAt) - sameStoryMilliseconds).toISOString();
  const range = { from, to: entry.firstSeenAt, consistent: true, limit: 1 };
  const earlier = await toArray(store.signatures.query({ band: titleBand(entry.titleKey) }, 'at', range));
  return earlier.some(({ articleId }) => articleId !== id);
}

/** The feed brings again what it brought first: the poll before may have died between the article and its headline. */
const isFirstReading = (known: ArticleRow, seen: ArticleRow) =>
  known.feedUrl === seen.feedUrl && known.entry.hash === seen.entry.hash && known.entry.changedAt === known.firstSeenAt;

/** The same row however often it is written: it stands under the instant when the article was first seen. */
async function noteTitle(
  entry: DiscoveredEntry,
  { id, outlet, firstSeenAt }: ArticleRow,
  store: DiscoverPorts['store'],
): Promise<void> {
  if (entry.titleKey === null) return;
  const at = `${firstSeenAt}#${id}`;
  await store.signatures.put({ band: titleBand(entry.titleKey), at, articleId: id, outlet, signature: '' });
}

async function noteSighting(known: ArticleRow, seen: ArticleRow, store: DiscoverPorts['store']): Promise<Discovery> {
  const sameFeed = known.feedUrl === seen.feedUrl;
  if (!sameFeed) return 'duplicate';
  if (known.entry.hash === seen.entry.hash) {
    if (known.firstSeenAt === seen.firstSeenAt) return 'new';
    return known.entry.changedAt === seen.entry.changedAt ? 'updated' : 'duplicate';
  }
  const changes: Partial<ArticleRow> = {
    entry: { ...seen.entry, published: known.entry.published, dateSource: known.entry.dateSource },
    title: seen.title,
    ...opened('discovered', seen.touchedAt),
  };
  const unchanged = {
    text: '#entry.#hash = :hash',
    names: { '#entry': 'entry', '#hash': 'hash' },
    values: { ':hash': known.entry.hash },
  };
  await store.articles.updateIf({ id: known.id }, changes, unchanged);
  return 'updated';
}

function articleRow(entry: DiscoveredEntry, { disputes, aggregator }: DiscoverPorts['feed']): ArticleRow {
  return {
    id: articleId(entry.canonicalUrl),
    url: entry.url,
    outlet: entry.outlet,
    feedUrl: entry.feedUrl,
    aggregated: aggregator || undefined,
    disputes,
    title: entry.title,
    ...opened('discovered', entry.firstSeenAt),
    firstSeenAt: entry.firstSeenAt,
    entry: {
      hash: createHash('sha256')
        .update(JSON.stringify([entry.title, entry.summary]))
        .digest('hex')
        .slice(0, 16),
      published: entry.published,
      dateSource: entry.dateSource === 'fetched' ? 'none' : entry.dateSource,
      summary: entry.summary,
      changedAt: entry.firstSeenAt,
    },
  };
}
