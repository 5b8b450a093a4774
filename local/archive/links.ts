import type { ArchiveArticle, Outlet, Story } from './schema.ts';

/** The absolute addresses of an archive as served under one base. */
export type Links = {
  home(outlet: Outlet): string;
  feed(outlet: Outlet): string;
  /** Where readers subscribed in 2015: the former address of a feed that moved later; undefined without a feed. */
  subscription(outlet: Outlet): string | undefined;
  article(article: ArchiveArticle): string;
};

/** Addresses with the outlet as first path segment: `http://127.0.0.1:4000/northern-ledger/2016/01/12/...`. */
export function pathLinks(base: string): Links {
  const root = base.replace(/\/$/, '');
  return linksFrom((slug) => `${root}/${slug}`);
}

/** Addresses on the outlets' own (reserved) hosts, for requests that name one in their Host header. */
export function hostLinks(outlets: Outlet[], port: string): Links {
  const hosts = new Map(outlets.map((outlet) => [outlet.slug, outlet.host]));
  return linksFrom((slug) => `http://${hosts.get(slug)}${port === '' ? '' : `:${port}`}`);
}

function linksFrom(root: (slug: string) => string): Links {
  return {
    home: (outlet) => `${root(outlet.slug)}/`,
    feed: (outlet) => `${root(outlet.slug)}${outlet.feed?.path ?? '/'}`,
    subscription: ({ slug, feed }) => feed && `${root(slug)}${feed.formerPath ?? feed.path}`,
    article: (article) => `${root(article.outlet)}${articlePath(article)}`,
  };
}

/** `/2016/01/12/headline-in-lower-case`, from the story as first published: an edit never moves it. */
export function articlePath(article: Story): string {
  const day = article.published.slice(0, 10).replaceAll('-', '/');
  return `/${day}/${slugOf(article.title)}`;
}

function slugOf(title: string): string {
  const plain = title.normalize('NFKD').replace(/[^\w\s-]/g, '');
  const words = plain.toLowerCase().split(/[\s_-]+/);
  return words
    .filter((word) => word !== '')
    .slice(0, 10)
    .join('-');
}
