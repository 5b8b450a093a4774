import { escapeMarkup } from '../escape-markup.ts';
import type { FeedItem, FeedView } from './feed-view.ts';

/** A feed as RSS 1.0 (RDF), which some trade papers still gave out in 2016: items stand beside the channel. */
export function rss1(view: FeedView): string {
  const order = view.items.map(({ link }) => `<rdf:li rdf:resource="${escapeMarkup(link)}"/>`).join('\n');
  return `<?xml version="1.0" encoding="UTF-8"?>
<rdf:RDF xmlns="http://purl.org/rss/1.0/" xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel rdf:about="${escapeMarkup(view.self)}">
<title>${escapeMarkup(view.outlet.name)}</title>
<link>${escapeMarkup(view.home)}</link>
<description>${escapeMarkup(view.outlet.name)}: headlines</description>
<dc:rights>Invented for testing Picketline</dc:rights>
<dc:date>${view.updated}</dc:date>
<items><rdf:Seq>
${order}
</rdf:Seq></items>
</channel>
${view.items.map(item).join('\n')}
</rdf:RDF>
`;
}

function item({ story, link, summary }: FeedItem): string {
  const creator = story.byline ? `\n<dc:creator>${escapeMarkup(story.byline)}</dc:creator>` : '';
  return `<item rdf:about="${escapeMarkup(link)}">
<title>${escapeMarkup(story.title)}</title>
<link>${escapeMarkup(link)}</link>
<description>${escapeMarkup(summary)}</description>
<dc:date>${story.published}</dc:date>
<dc:subject>${escapeMarkup(story.section)}</dc:subject>${creator}
</item>`;
}
