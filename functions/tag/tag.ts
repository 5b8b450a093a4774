import { createHash } from 'node:crypto';
import { canonicalJson } from '../../shared/codebook/version.ts';
import { PermanentError, TransientError } from '../../shared/errors.ts';
import type { Queues } from '../../shared/queue/queues.ts';
import { articleStates } from '../../shared/store/article-states.ts';
import { type Published, zoneOf } from '../../shared/store/published-codebooks.ts';
import {
  type ArticleRow,
  type ArticleState,
  isKept,
  type MentionRow,
  type StatementRow,
} from '../../shared/store/rows.ts';
import type { Store } from '../../shared/store/store.ts';
import { dayOf } from '../../shared/trend/day.ts';
import { type Tagged, tagUnder } from './tag-under.ts';
import { codebooksFor, taggingOf } from './tagging-of.ts';

export interface TagPorts {
  store: Pick<Store, 'articles' | 'texts' | 'mentions' | 'statements'>;
  queues: Pick<Queues, 'send'>;
  standingCodebooks(): Promise<Published[]>;
  now(): number;
}

/**
 * Workers at one article begin again at once. Given back to the queue instead, a message that came several times would
 * use up its receives against itself, and a tagged article would end as failed.
 */
const maximumRounds = 8;

/**
 * Tags an article under the standing codebooks of its disputes and replaces the rows of its last tagging. Which
 * rows may exist, and of which tagging, is noted on the article before any is written, so that a crash at any point leaves
 * none unaccounted for; when all are written the article is read once more, and only the tagging that it still names has
 * its days recounted.
 * An article whose text is no longer kept stays as it was tagged last; one that was erased loses its rows.
 * @throws PermanentError `unknown-article`; TransientError when the article changed meanwhile
 */
export async function tag(id: string, ports: TagPorts): Promise<void> {
  for (let round = 1; round < maximumRounds; round += 1) if (await tagOnce(id, ports)) return;
  if (!(await tagOnce(id, ports)))
    throw new TransientError(`The article ${id} changed while it was tagged.`, 'It is tagged again.');
}

/** False when the article changed meanwhile: what was read of it no longer stands. */
async function tagOnce(id: string, ports: TagPorts): Promise<boolean> {
  const row = await ports.store.articles.get({ id });
  if (!row) throw new PermanentError('unknown-article', `No article ${id}.`, 'The message is kept; it can be dropped.');
  if (row.erasedAt) return replaceRows(row, [], await ownCodebooks(row, ports), ports);
  const isOpen = row.state !== 'discovered' && row.state !== 'failed' && row.state !== 'alias';
  if (!isOpen || row.textRevision === undefined) return true;
  const text = await ports.store.texts.get({ id, revision: row.textRevision });
  if (!text || !isKept(text)) return leaveAsTagged(row, ports);
  const published = await ownCodebooks(row, ports);
  const results = published.map((each) => tagUnder(each, row, text));
  return replaceRows(row, results, published, ports);
}

const ownCodebooks = async (row: ArticleRow, ports: TagPorts) => codebooksFor(row, await ports.standingCodebooks());

/** Why an article was not tagged anew. */
const noText = 'text-no-longer-kept';

/** What is left of an article that was erased on request. */
export const erased = 'erased';

/** Its rows say what the text said; without rows and text nothing can be said any more. */
async function leaveAsTagged(row: ArticleRow, ports: TagPorts): Promise<true> {
  const { tagging } = row;
  const outcome = Object.keys(row.rows ?? {}).length > 0 ? 'counted' : tagging ? 'irrelevant' : 'failed';
  await articleStates(ports.store, ports.now).finish(row, outcome, noText);
  return true;
}

async function replaceRows(
  row: ArticleRow,
  results: Tagged[],
  published: Published[],
  ports: TagPorts,
): Promise<boolean> {
  const states = articleStates(ports.store, ports.now);
  const mentions = results.flatMap((result) => result.mentions);
  const statements = results.flatMap((result) => result.statements);
  const next = rowCounts(mentions, statements);
  const previous = row.rows ?? {};
  // Of no text: a worker that still has the text in hand must not take this tagging for its own.
  const tagging = row.erasedAt ? taggingOf({}, []) : taggingOf(row, published);
  if (mentions.length === 0 && Object.keys(previous).length === 0) {
    const reasons = [...new Set(results.map(({ reason }) => reason))].join(' ');
    await states.finish(row, 'irrelevant', row.erasedAt ? erased : reasons || 'no-codebook', { tagging });
    return true;
  }
  const note = noteOf(widest(previous, next));
  if (!(await states.advance(row, 'tagged', { ...note, tagging })))
    return isTagged(row.id, tagging, ['counted'], ports.store);
  await Promise.all([
    ...mentions.map((mention) => ports.store.mentions.put(mention)),
    ...statements.map((statement) => ports.store.statements.put(statement)),
    ...deleteStale(row, previous, next, ports.store),
  ]);
  // Another tagging that was noted before this moment may have written between these rows; a later one overwrites them.
  if (!(await isTagged(row.id, tagging, ['tagged', 'counted'], ports.store))) return false;
  const series = Object.keys(widest(previous, next));
  const outcome = mentions.length > 0 ? 'counted' : 'irrelevant';
  const message = {
    v: 1 as const,
    articleId: row.id,
    tagging,
    outcome,
    buckets: buckets(series, row, published),
  } as const;
  await ports.queues.send('trend', [message]);
  if (noteOf(next).rowsKey !== note.rowsKey) await narrowNote(row.id, tagging, next, ports.store);
  return true;
}

/** Whether this tagging is the one that the article was noted for last. */
async function isTagged(
  id: string,
  tagging: string,
  states: readonly ArticleState[],
  store: TagPorts['store'],
): Promise<boolean> {
  const row = await store.articles.get({ id });
  return row?.tagging === tagging && states.includes(row.state);
}

/** Only when the recount of the series that lost their rows has been asked for may the note forget them. */
async function narrowNote(
  id: string,
  tagging: string,
  next: Record<string, number>,
  store: TagPorts['store'],
): Promise<void> {
  const unchanged = { text: '#tagging = :tagging', names: { '#tagging': 'tagging' }, values: { ':tagging': tagging } };
  await store.articles.updateIf({ id }, noteOf(next), unchanged);
}

const noteOf = (rows: Record<string, number>) => ({
  rows,
  rowsKey: createHash('sha256').update(canonicalJson(rows)).digest('hex').slice(0, 16),
});

function rowCounts(mentions: MentionRow[], statements: StatementRow[]): Record<string, number> {
  const counts = Object.fromEntries(mentions.map(({ series }) => [series, 0]));
  for (const { series } of statements) counts[series] = (counts[series] ?? 0) + 1;
  return counts;
}

function widest(a: Record<string, number>, b: Record<string, number>): Record<string, number> {
  const series = [...new Set([...Object.keys(a), ...Object.keys(b)])].sort();
  return Object.fromEntries(series.map((name) => [name, Math.max(a[name] ?? 0, b[name] ?? 0)]));
}

function deleteStale(
  row: ArticleRow,
  previous: Record<string, number>,
  next: Record<string, number>,
  store: TagPorts['store'],
): Promise<void>[] {
  const at = `${row.seriesAt}#${row.id}`;
  return Object.entries(previous).flatMap(([series, count]) => {
    const kept = next[series] ?? 0;
    const statements = Array.from({ length: Math.max(0, count - kept) }, (_, index) =>
      store.statements.delete({ series, at: `${at}#${String(kept + index).padStart(3, '0')}` }),
    );
    return series in next ? statements : [...statements, store.mentions.delete({ series, at })];
  });
}

function buckets(series: string[], row: ArticleRow, published: Published[]): { series: string; day: string }[] {
  return series.map((name) => {
    return { series: name, day: dayOf(row.seriesAt!, zoneOf(name, published)) };
  });
}
