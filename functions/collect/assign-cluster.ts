import { type Signature, sameText } from '../../shared/article/signature.ts';
import type { ArticleRow, SignatureRow } from '../../shared/store/rows.ts';
import type { Store } from '../../shared/store/store.ts';

/** The head of an article's cluster: the earliest article with the same text, itself if there is none. */
export interface Cluster {
  clusterId: string;
  clusterAt: string;
  originOutlet: string;
}

/** Oldest rows of a band that are looked at: bounds the reads however often a text is copied. */
const bandLimit = 25;

/**
 * Files the article under its bands and finds its cluster. Bands are written before they are read, so that of two copies
 * collected at once at least one sees the other: the order of arrival doesn't change which article becomes the head.
 * @returns the cluster, and the ids of articles that must now point to this one as their head
 */
export async function assignCluster(
  article: { id: string; outlet: string; at: string },
  signature: Signature,
  store: Pick<Store, 'signatures'>,
): Promise<{ cluster: Cluster; followers: string[] }> {
  const row = { at: article.at, articleId: article.id, outlet: article.outlet, signature: signature.value };
  await Promise.all(signature.bands.map((band) => store.signatures.put({ band, ...row })));
  const copies = await findCopies(row, signature, store);
  const head = copies.reduce((earliest, copy) => (copy.at < earliest.at ? copy : earliest), row);
  return {
    cluster: { clusterId: head.articleId, clusterAt: head.at, originOutlet: head.outlet },
    followers: copies.filter((copy) => copy.at > article.at).map((copy) => copy.articleId),
  };
}

async function findCopies(
  row: Omit<SignatureRow, 'band'>,
  signature: Signature,
  store: Pick<Store, 'signatures'>,
): Promise<SignatureRow[]> {
  const copies = new Map<string, SignatureRow>();
  await Promise.all(
    signature.bands.map(async (band) => {
      for await (const other of store.signatures.query({ band }, 'at', { consistent: true, limit: bandLimit })) {
        const isCopy = other.articleId !== row.articleId && sameText(row.signature, other.signature);
        if (isCopy) copies.set(other.articleId, other);
      }
    }),
  );
  return [...copies.values()].sort((a, b) => (a.at < b.at ? -1 : 1));
}

/** Takes the article out of the bands that its older text stood in and its new one doesn't. */
export async function leaveBands(at: string, bands: string[], store: Pick<Store, 'signatures'>): Promise<void> {
  await Promise.all(bands.map((band) => store.signatures.delete({ band, at })));
}

/** Points a later copy to an earlier head and opens it for tagging again. Says whether anything changed. */
export async function repoint(
  follower: string,
  head: Cluster,
  now: string,
  store: Pick<Store, 'articles'>,
): Promise<boolean> {
  const change: Partial<ArticleRow> = { ...head, state: 'collected', unfinished: 'collected', touchedAt: now };
  return store.articles.updateIf({ id: follower }, change, {
    text: '#clusterAt > :at AND #state IN (:collected, :tagged, :counted)',
    names: { '#clusterAt': 'clusterAt', '#state': 'state' },
    values: { ':at': head.clusterAt, ':collected': 'collected', ':tagged': 'tagged', ':counted': 'counted' },
  });
}
