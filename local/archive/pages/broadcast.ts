import { longDate } from '../dates.ts';
import { escapeMarkup } from '../escape-markup.ts';
import { body } from './body.ts';
import { cookieNotice, footer, nav, related, shareBar } from './clutter.ts';
import type { PageView } from './page-view.ts';

/** A broadcaster's page: its own old meta names, a player above the text, links between the paragraphs. */
export function broadcast(view: PageView): string {
  const { story, outlet, url } = view;
  return `<!DOCTYPE html>
<html lang="${story.language}">
<head>
<meta charset="utf-8">
<title>${escapeMarkup(outlet.name)} - ${escapeMarkup(story.title)}</title>
<meta name="Headline" content="${escapeMarkup(story.title)}">
<meta name="OriginalPublicationDate" content="${story.published}">
<meta name="Section" content="${escapeMarkup(story.section)}">
<link rel="canonical" href="${url}">
</head>
<body>
<div id="blq-mast">${nav(view)}</div>
<div class="story">
<h1 class="story-header">${escapeMarkup(story.title)}</h1>
<span class="story-date">${longDate(story.published)}</span>
<p class="correspondent">${escapeMarkup(story.byline ?? '')}</p>
<div class="media-teaser"><a href="${view.home}watch">Watch again: the latest bulletin</a><span class="duration">02:14</span></div>
<div class="story-body">
${body(view, related(view, 'See also'))}
</div>
${shareBar(view)}
</div>
<div class="programme-promo"><p>${escapeMarkup(outlet.name)} is on air every weekday. Find out how to listen and watch.</p></div>
${cookieNotice(view)}
${footer(view)}
</body>
</html>
`;
}
