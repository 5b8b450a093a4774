import { join } from 'node:path';
import { articlePath } from '../../local/archive/links.ts';
import type { Archive } from '../../local/archive/schema.ts';
import { readCodebook } from '../../local/read-codebook.ts';
import { feedsOf } from '../../local/replay-archive.ts';
import { articleId } from '../../shared/article/article-id.ts';
import { canonicalUrl } from '../../shared/article/canonical-url.ts';
import type { StageName } from '../../shared/stages.ts';
import { opened } from '../../shared/store/article-states.ts';
import { publishCodebook } from '../../shared/store/published-codebooks.ts';
import type { ArticleRow } from '../../shared/store/rows.ts';
import type { Store } from '../../shared/store/store.ts';

/** What wakes a function first, and how the tables are put back before it does. */
export interface FirstEvent {
  stage: StageName;
  event: object;
  prepare(): Promise<void>;
}

/** Host under which the archive's site is asked: its addresses are led to this machine after the guard has seen them. */
const base = 'http://archive.example';
const root = join(import.meta.dirname, '..', '..');

const record = (body: object) => ({
  Records: [{ messageId: 'm1', body: JSON.stringify(body), attributes: { ApproximateReceiveCount: '1' } }],
});

/** One real event for each stage (`authorization`: of the request to `query`), about one article of the archive: its feed, its page, its text, its day. */
export async function firstEvents(store: Store, archive: Archive, authorization: string): Promise<FirstEvent[]> {
  const codebook = await readCodebook(join(root, 'codebooks/junior-doctors-2016.yaml'));
  const [feed] = feedsOf(archive, base);
  const article = archive.articles.find(({ outlet }) => feed!.url.includes(`/${outlet}/`))!;
  await publishCodebook(store, { ...codebook, feeds: [feed!] }, article.published);
  const url = `${base}/${article.outlet}${articlePath(article)}`;
  const published = new Date(article.published).toISOString();
  const row = discovered(url, feed!, codebook.id, published);
  const day = published.slice(0, 10);
  const again = (changes: Pick<ArticleRow, 'state'> & Partial<ArticleRow>) => async () => {
    const standing = await store.articles.get({ id: row.id });
    if (changes.state !== 'discovered' && !standing?.rows && !standing?.textRevision)
      throw new Error(`the first event of collect read no text: ${JSON.stringify(standing)}`);
    await store.articles.put({ ...row, ...standing, ...changes });
  };
  const forgetFeed = () => store.feeds.delete({ url: feed!.url });
  const forgetHost = () => store.hosts.delete({ host: new URL(base).host });
  const message = { v: 1, articleId: row.id };
  const buckets = ['*', 'hunt'].map((actor) => ({ series: `${codebook.id}#${actor}`, day }));
  return [
    { stage: 'poll', event: {}, prepare: async () => void (await Promise.all([forgetHost(), forgetFeed()])) },
    {
      stage: 'collect',
      event: record(message),
      async prepare() {
        await forgetHost();
        await again(opened('discovered', row.touchedAt))();
      },
    },
    { stage: 'tag', event: record(message), prepare: again(opened('collected', row.touchedAt)) },
    {
      stage: 'trend',
      event: record({ ...message, tagging: 'first', outcome: 'counted', buckets }),
      async prepare() {
        await again({ ...opened('collected', row.touchedAt), state: 'tagged', tagging: 'first' })();
        await Promise.all(buckets.map((key) => store.trends.delete(key)));
      },
    },
    {
      stage: 'digest',
      event: { day },
      prepare: () => store.deliveries.delete({ dispute: codebook.id, message: `digest#${day}#slack` }),
    },
    { stage: 'alert', event: {}, prepare: async () => {} },
    {
      stage: 'query',
      event: gatewayRequest(`/api/disputes/${codebook.id}/series`, authorization),
      prepare: async () => {},
    },
  ];
}

const discovered = (url: string, feed: { url: string; outlet: string }, dispute: string, at: string): ArticleRow => ({
  ...{
    id: articleId(canonicalUrl(url)!),
    url,
    outlet: feed.outlet,
    feedUrl: feed.url,
    disputes: [dispute],
    title: null,
  },
  ...{ ...opened('discovered', at), firstSeenAt: at },
  entry: { hash: 'first', published: at, dateSource: 'published', summary: null, changedAt: at },
});

const gatewayRequest = (path: string, authorization: string) => ({
  version: '2.0',
  routeKey: 'GET /{proxy+}',
  rawPath: path,
  rawQueryString: '',
  headers: { host: 'api.example', authorization },
  requestContext: { http: { method: 'GET', path }, domainName: 'api.example' },
  isBase64Encoded: false,
});
