import { createHash } from 'node:crypto';
import type { Article } from '../../shared/article/article.ts';
import { articleId } from '../../shared/article/article-id.ts';
import { canonicalUrl } from '../../shared/article/canonical-url.ts';
import { cutText } from '../../shared/article/cut-text.ts';
import { extractArticle } from '../../shared/article/extract-article.ts';
import { seriesInstant } from '../../shared/article/series-instant.ts';
import { type Signature, signatureOf } from '../../shared/article/signature.ts';
import { PermanentError, TransientError } from '../../shared/errors.ts';
import type { Queues } from '../../shared/queue/queues.ts';
import { articleStates, opened } from '../../shared/store/article-states.ts';
import { type ArticleRow, isKept, type StoredText, type TextRow } from '../../shared/store/rows.ts';
import type { Store } from '../../shared/store/store.ts';
import type { WebClient } from '../../shared/web/web-client.ts';
import { type Cluster, fileUnderBands, findCluster, leaveBands, repoint } from './assign-cluster.ts';
import { fetchPage } from './fetch-page.ts';

export interface CollectPorts {
  store: Pick<Store, 'articles' | 'texts' | 'signatures'>;
  queues: Pick<Queues, 'send'>;
  web: Pick<WebClient, 'get'>;
  now(): number;
}

/** Well under DynamoDB's 400 KB an item, whatever else stands on the row. */
const maximumTextBytes = 300_000;

/**
 * Fetches an article's page, extracts and keeps its text, finds its near-duplicate cluster, and hands it to `tag`.
 * May be run again at any point: every write is the same the second time.
 * @throws PermanentError `unknown-article`; TransientError when the page, or the row, should be tried again
 */
export async function collect(id: string, ports: CollectPorts): Promise<void> {
  const row = await ports.store.articles.get({ id });
  if (!row) throw new PermanentError('unknown-article', `No article ${id}.`, 'The message is kept; it can be dropped.');
  if (row.erasedAt) await leaveErased(row, ports);
  else if (row.state === 'discovered') await collectRow(row, ports);
  else if (row.state === 'collected') await settle(row, await storedText(row, ports.store), ports);
}

/** A text that was on its way while the article was erased goes, too. */
async function leaveErased({ id }: ArticleRow, ports: CollectPorts): Promise<void> {
  for await (const { revision } of ports.store.texts.query({ id }, 'revision', { consistent: true }))
    await ports.store.texts.delete({ id, revision });
  await ports.queues.send('tag', [{ v: 1, articleId: id }]);
}

async function collectRow(row: ArticleRow, ports: CollectPorts): Promise<void> {
  const states = articleStates(ports.store, ports.now);
  const read = await readArticle(row, ports.web).catch((thrown) => {
    if (thrown instanceof PermanentError) return thrown;
    throw thrown;
  });
  if (read instanceof PermanentError) return keepWithoutPage(row, read.reason, ports);
  if ('retryAt' in read) return comeBack(row, read.retryAt, ports);
  const alias = row.textRevision === undefined ? aliasOf(row, read.article) : null;
  if (alias) return moveToCanonical(row, alias, ports);
  const text = textRow(row, read.article, ports.now());
  if (!holdsSentence(text.text)) return keepWithoutPage(row, `no-text:${read.article.kind}`, ports);
  if (text.revision !== row.textRevision) await ports.store.texts.put(text);
  const dated = row.seriesAt
    ? { at: row.seriesAt, source: row.seriesAtSource! }
    : seriesInstant(read.article.published, row.entry.published, row.firstSeenAt);
  const at = `${dated.at}#${row.id}`;
  const signature = signatureOf(text.text);
  const outlet = row.aggregated ? (read.article.outlet ?? row.outlet) : row.outlet;
  await leaveOldBands(row, at, signature, ports.store);
  await fileUnderBands({ id: row.id, outlet, at }, signature, ports.store);
  const kept = await states.advance(row, 'collected', {
    ...describe(read.article),
    ...ownCluster(row.id, outlet, at),
    title: text.title,
    outlet,
    entry: { ...row.entry, summary: null },
    reason: read.reason,
    seriesAt: dated.at,
    seriesAtSource: dated.source,
    fetchedAt: text.fetchedAt,
    textRevision: text.revision,
    textHash: text.hash,
    textDroppedAt: text.revision === row.textRevision ? row.textDroppedAt : undefined,
    textSource: read.reason ? 'feed' : 'page',
  });
  if (!kept) throw new TransientError(`The article ${row.id} changed while it was fetched.`, 'It is fetched again.');
  await settle(kept, text.text, ports);
}

const ownCluster = (id: string, outlet: string, at: string): Cluster => ({
  clusterId: id,
  clusterAt: at,
  originOutlet: outlet,
});

/** The article's text, null where it is not kept. */
async function storedText(row: ArticleRow, store: CollectPorts['store']): Promise<string | null> {
  const text = await store.texts.get({ id: row.id, revision: row.textRevision ?? 0 });
  return text && isKept(text) ? text.text : null;
}

/**
 * Looks at the bands once the article is filed under them and its row stands for itself: points later copies to it, and it
 * to an earlier one. Of two copies collected at once the one that looks last finds the other. A message that finds the
 * article already collected (its first try died on the way) does the same.
 */
async function settle(row: ArticleRow, text: string | null, ports: CollectPorts): Promise<void> {
  if (text !== null && row.seriesAt) {
    const at = `${row.seriesAt}#${row.id}`;
    const filed = { id: row.id, outlet: row.outlet, at };
    const { cluster, followers } = await findCluster(filed, signatureOf(text), ports.store);
    await reopenFollowers(followers, ownCluster(row.id, row.outlet, at), ports);
    if (cluster.clusterAt < (row.clusterAt ?? at))
      await repoint(row.id, cluster, new Date(ports.now()).toISOString(), ports.store);
  }
  await ports.queues.send('tag', [{ v: 1, articleId: row.id }]);
}

/** An article that was read before keeps what was read then; a new one has failed. */
async function keepWithoutPage(row: ArticleRow, reason: string, ports: CollectPorts): Promise<void> {
  const states = articleStates(ports.store, ports.now);
  if (row.textRevision === undefined) return states.finish(row, 'failed', reason);
  await states.advance(row, 'collected', { reason: `not-fetched-again:${reason}` });
  await ports.queues.send('tag', [{ v: 1, articleId: row.id }]);
}

/** The host has its fill of requests: no failure, so the message goes out anew, to arrive when the host's turn has come. */
async function comeBack(row: ArticleRow, retryAt: number, ports: CollectPorts): Promise<void> {
  const delaySeconds = Math.ceil((retryAt - ports.now()) / 1_000);
  await ports.queues.send('collect', [{ v: 1, articleId: row.id }], { delaySeconds });
}

interface ReadArticle {
  article: Article;
  /** Why the text is the feed's own. */
  reason: string | undefined;
}

async function readArticle(row: ArticleRow, web: CollectPorts['web']): Promise<ReadArticle | { retryAt: number }> {
  const fetched = await fetchPage(row.url, web);
  if ('retryAt' in fetched) return fetched;
  if (fetched.page === null) return { article: fromFeed(row), reason: `feed-text-only:${fetched.reason}` };
  const contentType = fetched.page.headers['content-type'];
  const article = extractArticle(fetched.page.body, { url: fetched.page.url, ...(contentType && { contentType }) });
  const summaryIsBetter =
    !holdsSentence(article.text) && holdsSentence(row.entry.summary ?? '') && article.kind !== 'video';
  return summaryIsBetter
    ? { article: { ...article, ...textOfFeed(row) }, reason: 'feed-text-only:page-without-text' }
    : { article, reason: undefined };
}

/** Fewer words than this are a menu or a caption, not an article. */
const fewestWords = 10;

const holdsSentence = (text: string) => text.split(/\s+/).length >= fewestWords;

const textOfFeed = (row: ArticleRow) => ({ text: row.entry.summary ?? '', paragraphs: [row.entry.summary ?? ''] });

const fromFeed = (row: ArticleRow): Article => ({
  ...textOfFeed(row),
  kind: 'stub',
  title: row.title,
  byline: null,
  published: null,
  modified: null,
  outlet: row.outlet,
  section: null,
  language: null,
  canonicalUrl: null,
  paywalled: false,
});

/** The article that a page says it is, and the address as the page gives it: that one is asked. */
interface Alias {
  id: string;
  url: string;
}

/** The canonical address, where the page names another than its own on the same site. */
function aliasOf(row: ArticleRow, article: Article): Alias | null {
  if (article.canonicalUrl === null) return null;
  const canonical = canonicalUrl(article.canonicalUrl);
  if (canonical === null || articleId(canonical) === row.id) return null;
  const isSameSite = new URL(canonical).host === new URL(canonicalUrl(row.url) ?? row.url).host;
  return isSameSite ? { id: articleId(canonical), url: article.canonicalUrl } : null;
}

async function moveToCanonical(row: ArticleRow, alias: Alias, ports: CollectPorts): Promise<void> {
  const now = new Date(ports.now()).toISOString();
  const { outlet, feedUrl, disputes, title, firstSeenAt, entry } = row;
  const target: ArticleRow = {
    ...alias,
    ...{ outlet, feedUrl, disputes, title, firstSeenAt, entry },
    ...opened('discovered', now),
  };
  const isNew = await ports.store.articles.putIf(target, { text: 'attribute_not_exists(id)' });
  const known = isNew ? target : await ports.store.articles.get({ id: target.id });
  if (known?.state === 'discovered') await ports.queues.send('collect', [{ v: 1, articleId: target.id }]);
  await articleStates(ports.store, ports.now).finish(row, 'alias', `same-as:${target.id}`);
}

function textRow(row: ArticleRow, article: Article, now: number): TextRow {
  const { text, cut } = cutText(article.text, maximumTextBytes);
  const hash = createHash('sha256').update(`${article.title}\n${text}`).digest('hex').slice(0, 20);
  const revision = hash === row.textHash ? row.textRevision! : (row.textRevision ?? 0) + 1;
  const title = article.title ?? row.title;
  return { id: row.id, revision, title, text, hash, cut, fetchedAt: new Date(now).toISOString(), kept: 'kept' };
}

const describe = (article: Article): Partial<ArticleRow> => ({
  byline: article.byline ?? undefined,
  section: article.section ?? undefined,
  language: article.language ?? undefined,
  modifiedAt: article.modified?.instant,
  kind: article.kind,
  paywalled: article.paywalled,
});

async function leaveOldBands(
  row: ArticleRow,
  at: string,
  next: Signature,
  store: CollectPorts['store'],
): Promise<void> {
  if (row.textRevision === undefined) return;
  const old = await store.texts.get({ id: row.id, revision: row.textRevision });
  if (!old) return;
  const kept = new Set(next.bands);
  await leaveBands(
    at,
    bandsOf(old).filter((band) => !kept.has(band)),
    store,
  );
}

const bandsOf = (text: StoredText) => (isKept(text) ? signatureOf(text.text).bands : text.bands);

async function reopenFollowers(
  followers: string[],
  head: Parameters<typeof repoint>[1],
  ports: CollectPorts,
): Promise<void> {
  const now = new Date(ports.now()).toISOString();
  for (const follower of followers) {
    if (await repoint(follower, head, now, ports.store))
      await ports.queues.send('tag', [{ v: 1, articleId: follower }]);
  }
}
