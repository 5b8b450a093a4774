import { erased } from '../../functions/tag/tag.ts';
import { SettingError } from '../../shared/errors.ts';
import type { Queues } from '../../shared/queue/queues.ts';
import { opened } from '../../shared/store/article-states.ts';
import type { ArticleRow } from '../../shared/store/rows.ts';
import type { ErasureRow, Store } from '../../shared/store/store.ts';
import { eraseFromDeliveries } from './erase-deliveries.ts';
import { type ErasureRequest, recorded } from './record-erasure.ts';

export interface ErasePorts {
  store: Store;
  queues: Pick<Queues, 'send'>;
  now(): number;
}

/**
 * Erases an article: its words at once, its tags and points by the tagging that is asked for here, which finds nothing any
 * more and has its days recounted. What is left of its row keeps it from being collected again. May be run again at any
 * point. Copies under other addresses are articles of their own.
 * @param given its id, or that of an address that led to it
 * @throws SettingError when there is no such article, or it is being tagged right now
 */
export async function eraseArticle(given: string, request: ErasureRequest, ports: ErasePorts): Promise<ErasureRow> {
  const named = await ports.store.articles.get({ id: given });
  const target = named?.state === 'alias' ? named.reason?.split(':')[1] : undefined;
  const article = target ? await ports.store.articles.get({ id: target }) : named;
  if (!article)
    throw new SettingError(`There is no article ${given}.`, 'Give the id that the API shows, or its address.');
  return recorded('article', request, ports, async () => {
    const rows = article.rows ?? {};
    const { aliases, copies } = await related(article.id, ports.store);
    const deliveries = await eraseFromDeliveries([article, ...aliases], ports.store);
    for (const row of [article, ...aliases]) await emptyRow(row, ports);
    const counts = {
      articles: 1 + aliases.length,
      deliveries,
      texts: await eraseTexts(article.id, ports.store),
      signatures: await eraseSignatures([article, ...aliases], ports.store),
      marks: await eraseMarks(article, ports.store),
      mentions: Object.keys(rows).length,
      statements: Object.values(rows).reduce((sum, count) => sum + count, 0),
      recounted: Object.keys(rows).length,
      copies: await repointCopies(article, copies, ports),
    };
    await ports.queues.send('tag', [{ v: 1, articleId: article.id }]);
    return counts;
  });
}

/** Other addresses that led to the article, and the copies it was the head of. */
async function related(id: string, store: Pick<Store, 'articles'>) {
  const aliases: ArticleRow[] = [];
  const copies: ArticleRow[] = [];
  for await (const row of store.articles.scan()) {
    if (row.state === 'alias' && row.reason === `same-as:${id}`) aliases.push(row);
    if (row.id !== id && row.clusterId === id) copies.push(row);
  }
  copies.sort((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1));
  return { aliases, copies };
}

const placeOf = ({ seriesAt, id }: ArticleRow) => `${seriesAt}#${id}`;

/** Leaves what its rows are found by, which is no more than hashes, instants and the dispute. */
async function emptyRow(row: ArticleRow, { store, now }: ErasePorts): Promise<void> {
  const at = new Date(now()).toISOString();
  const isAlias = row.state === 'alias';
  const changes: Partial<ArticleRow> = {
    ...{ url: '', outlet: '', originOutlet: '', feedUrl: '', title: null, byline: undefined, section: undefined },
    ...{ language: undefined, modifiedAt: undefined, reason: erased, erasedAt: row.erasedAt ?? at, touchedAt: at },
    entry: { hash: '', published: null, dateSource: 'none', summary: null, changedAt: at },
    ...(isAlias ? {} : opened('collected', at)),
  };
  const isInTagging = row.state === 'collected' || row.state === 'tagged';
  const unchanged = {
    text: '#state = :state AND #touchedAt = :touchedAt',
    names: { '#state': 'state', '#touchedAt': 'touchedAt' },
    values: { ':state': row.state, ':touchedAt': row.touchedAt },
  };
  if ((isInTagging && !row.erasedAt) || !(await store.articles.updateIf({ id: row.id }, changes, unchanged)))
    throw new SettingError(`The article ${row.id} is being worked on.`, 'Run the command again in a minute.');
}

async function eraseTexts(id: string, store: Pick<Store, 'texts'>): Promise<number> {
  let count = 0;
  for await (const { revision } of store.texts.query({ id }, 'revision', { consistent: true })) {
    await store.texts.delete({ id, revision });
    count += 1;
  }
  return count;
}

/** By a scan, since bands of older texts and headlines can't be told from what is left. */
async function eraseSignatures(articles: ArticleRow[], store: Pick<Store, 'signatures'>): Promise<number> {
  const ids = new Set(articles.map(({ id }) => id));
  let count = 0;
  for await (const { band, at, articleId } of store.signatures.scan()) {
    if (!ids.has(articleId)) continue;
    await store.signatures.delete({ band, at });
    count += 1;
  }
  return count;
}

async function eraseMarks({ id, disputes }: ArticleRow, store: Pick<Store, 'marks'>): Promise<number> {
  let count = 0;
  for (const dispute of disputes) {
    for await (const { mark, articleId } of store.marks.query({ dispute }, 'mark')) {
      if (articleId !== id) continue;
      await store.marks.delete({ dispute, mark });
      count += 1;
    }
  }
  return count;
}

/** The earliest copy that is left becomes the head of the others, so that copies to come still find one text. */
async function repointCopies(article: ArticleRow, copies: ArticleRow[], ports: ErasePorts): Promise<number> {
  const [head] = copies;
  if (!head) return 0;
  const cluster = { clusterId: head.id, clusterAt: placeOf(head), originOutlet: head.outlet };
  const at = new Date(ports.now()).toISOString();
  for (const { id } of copies) {
    const still = { text: '#c = :erased', names: { '#c': 'clusterId' }, values: { ':erased': article.id } };
    if (await ports.store.articles.updateIf({ id }, { ...cluster, ...opened('collected', at) }, still))
      await ports.queues.send('tag', [{ v: 1, articleId: id }]);
  }
  return copies.length;
}
