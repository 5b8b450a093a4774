import type { Links } from './links.ts';
import { bare } from './pages/bare.ts';
import { broadcast } from './pages/broadcast.ts';
import { jsonld } from './pages/jsonld.ts';
import { live } from './pages/live.ts';
import { microdata } from './pages/microdata.ts';
import { opengraph } from './pages/opengraph.ts';
import { pageView } from './pages/page-view.ts';
import { table } from './pages/table.ts';
import type { Archive, ArchiveArticle, Outlet } from './schema.ts';

const LAYOUTS = { bare, broadcast, jsonld, live, microdata, opengraph, table };

/** The article's page at an instant, in its own or its outlet's layout; undefined before it is published. */
export function renderPage(
  article: ArchiveArticle,
  outlet: Outlet,
  archive: Archive,
  now: Date,
  links: Links,
): string | undefined {
  const view = pageView(article, outlet, archive, now, links);
  return view && LAYOUTS[view.story.layout ?? outlet.layout](view);
}
