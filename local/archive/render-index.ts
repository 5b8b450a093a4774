import { escapeMarkup } from './escape-markup.ts';
import type { Links } from './links.ts';
import type { Archive, Outlet } from './schema.ts';

/** An outlet's front page at an instant: its newest headlines and a link to its feed. */
export function renderIndex(outlet: Outlet, archive: Archive, now: Date, links: Links): string {
  const published = archive.articles.filter(
    (a) => a.outlet === outlet.slug && Date.parse(a.published) <= now.getTime(),
  );
  const items = published.slice(-30).reverse();
  const list = items.map((a) => `<li><a href="${links.article(a)}">${escapeMarkup(a.title)}</a></li>`).join('\n');
  const feed = outlet.feed ? `<link rel="alternate" type="application/xml" href="${links.feed(outlet)}">` : '';
  return `<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>${escapeMarkup(outlet.name)}</title>${feed}</head>
<body><h1>${escapeMarkup(outlet.name)}</h1><ul>
${list}
</ul><footer>Invented for testing Picketline.</footer></body></html>
`;
}
