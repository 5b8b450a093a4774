import { escapeMarkup } from '../escape-markup.ts';
import type { FeedItem, FeedView } from './feed-view.ts';

/** A feed as Atom 1.0; an edited story keeps its id and gets a later `updated`. */
export function atom(view: FeedView): string {
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en-GB">
<title type="text">${escapeMarkup(view.outlet.name)}</title>
<id>tag:${view.outlet.host},2015:feed</id>
<link rel="alternate" type="text/html" href="${escapeMarkup(view.home)}"/>
<link rel="self" type="application/atom+xml" href="${escapeMarkup(view.self)}"/>
<updated>${view.updated}</updated>
<author><name>${escapeMarkup(view.outlet.name)}</name></author>
<rights>Invented for testing Picketline</rights>
${view.items.map(entry).join('\n')}
</feed>
`;
}

function entry({ story, link, id, summary, source }: FeedItem): string {
  return `<entry>
<title type="html">${escapeMarkup(escapeMarkup(story.title))}</title>
<id>${escapeMarkup(id)}</id>
<link rel="alternate" type="text/html" href="${escapeMarkup(link)}"/>
<published>${story.published}</published>
<updated>${story.modified ?? story.published}</updated>${author(story.byline)}${sourceOf(source)}
<category term="${escapeMarkup(story.section)}"/>
<summary type="text">${escapeMarkup(summary)}</summary>
</entry>`;
}

function author(byline: string | undefined): string {
  return byline ? `\n<author><name>${escapeMarkup(byline)}</name></author>` : '';
}

/** An aggregator names where an entry comes from. */
function sourceOf(source: FeedItem['source']): string {
  if (!source) return '';
  return `\n<source><id>http://${source.host}/</id><title>${escapeMarkup(source.name)}</title></source>`;
}
