import { rfc822 } from '../dates.ts';
import { escapeMarkup } from '../escape-markup.ts';
import type { FeedItem, FeedView } from './feed-view.ts';

/** A feed as RSS 2.0, with the Dublin Core and Atom extensions that papers' systems add. */
export function rss2(view: FeedView): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:atom="http://www.w3.org/2005/Atom">
<channel>
<title>${escapeMarkup(view.outlet.name)}</title>
<link>${escapeMarkup(view.home)}</link>
<atom:link href="${escapeMarkup(view.self)}" rel="self" type="application/rss+xml"/>
<description>${escapeMarkup(view.outlet.name)}: the latest stories</description>
<language>en-gb</language>
<copyright>Invented for testing Picketline</copyright>
<lastBuildDate>${rfc822(view.updated)}</lastBuildDate>
<ttl>30</ttl>
${view.items.map(item).join('\n')}
</channel>
</rss>
`;
}

function item({ story, link, id, summary, source }: FeedItem): string {
  const teaser = `<p>${escapeMarkup(summary)}</p><p><a href="${escapeMarkup(link)}">Read more</a></p>`;
  return `<item>
<title>${escapeMarkup(story.title)}</title>
<link>${escapeMarkup(link)}</link>
<guid isPermaLink="false">${escapeMarkup(id)}</guid>
<description><![CDATA[${teaser}]]></description>
<category>${escapeMarkup(story.section)}</category>
<pubDate>${rfc822(story.published)}</pubDate>${creator(story.byline)}${sourceOf(source)}
</item>`;
}

function creator(byline: string | undefined): string {
  return byline ? `\n<dc:creator>${escapeMarkup(byline)}</dc:creator>` : '';
}

/** An aggregator names where an item comes from. */
function sourceOf(source: FeedItem['source']): string {
  return source ? `\n<source url="http://${source.host}/">${escapeMarkup(source.name)}</source>` : '';
}
