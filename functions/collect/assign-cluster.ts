import { type Signature, sameText } from '../../shared/article/signature.ts';
import { opened } from '../../shared/store/article-states.ts';
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

/** An article as its bands know it. */
export interface Filed {
  id: string;
  outlet: string;
  /** `seriesAt#articleId`. */
  at: string;
}

/** Files the article under its bands, where later copies find it. */
export async function fileUnderBands(
  article: Filed,
  signature: Signature,
  store: Pick<Store, 'signatures'>,
): Promise<void> {
  const row = rowOf(article, signature);
  await Promise.all(signature.bands.map((band) => store.signatures.put({ band, ...row })));
}

/** Finds the article's cluster, and the later copies, which must point to this article or to an earlier one. */
export async function findCluster(
  article: Filed,
  signature: Signature,
  store: Pick<Store, 'signatures'>,
): Promise<{ cluster: Cluster; followers: string[] }> {
  const row = rowOf(article, signature);
  const copies = await findCopies(row, signature, store);
  const head = copies.reduce((earliest, copy) => (copy.at < earliest.at ? copy : earliest), row);
  return {
    cluster: { clusterId: head.articleId, clusterAt: head.at, originOutlet: head.outlet },
    followers: copies.filter((copy) => copy.at > article.at).map((copy) => copy.articleId),
  };
}

const rowOf = ({ id, outlet, at }: Filed, { value }: Signature) => ({ at, articleId: id, outlet, signature: value });

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
  const change: Partial<ArticleRow> = { ...head, ...opened('collected', now) };
  return store.articles.updateIf({ id: follower }, change, {
    text: '#clusterAt > :at AND #state IN (:collected, :tagged, :counted)',
    names: { '#clusterAt': 'clusterAt', '#state': 'state' },
    values: { ':at': head.clusterAt, ':collected': 'collected', ':tagged': 'tagged', ':counted': 'counted' },
  });
}
