import { longDate } from '../dates.ts';
import { escapeMarkup } from '../escape-markup.ts';
import { body } from './body.ts';
import { comments, cookieNotice, figure, footer, nav, newsletter, related, shareBar } from './clutter.ts';
import type { PageView } from './page-view.ts';

/** A page of about 2015: OpenGraph tags for the social networks, nested divs, a side column. */
export function opengraph(view: PageView): string {
  const { story, outlet, url } = view;
  return `<!DOCTYPE html>
<html xmlns:og="http://ogp.me/ns#" lang="${story.language}">
<head>
<meta charset="utf-8">
<title>${escapeMarkup(story.title)} - ${escapeMarkup(outlet.name)}</title>
<link rel="canonical" href="${url}">
<meta property="og:type" content="article">
<meta property="og:title" content="${escapeMarkup(story.title)}">
<meta property="og:url" content="${url}">
<meta property="og:site_name" content="${escapeMarkup(outlet.name)}">
<meta property="article:published_time" content="${story.published}">
<meta property="article:modified_time" content="${story.modified ?? story.published}">
<meta property="article:section" content="${escapeMarkup(story.section)}">
<meta name="author" content="${escapeMarkup(story.byline ?? '')}">
<!--[if lt IE 9]><script src="/js/html5shiv.js"></script><![endif]-->
</head>
<body class="page-article">
<div id="wrapper">
<div id="header"><div class="logo"><a href="${view.home}">${escapeMarkup(outlet.name)}</a></div>${nav(view)}</div>
${cookieNotice(view)}
<div id="content" class="col-8">
<h1 class="headline">${escapeMarkup(story.title)}</h1>
<div class="byline-block"><span class="author">${escapeMarkup(story.byline ?? '')}</span> <span class="date">${longDate(story.published)}</span></div>
${shareBar(view)}
${figure(view)}
<div class="story-text">
${body(view, related(view, 'READ MORE'))}
</div>
${comments()}
</div>
<div id="sidebar" class="col-4">
<div class="ad" id="mpu-1"><span>Advertisement</span></div>
${mostRead(view)}
${newsletter(view)}
</div>
${footer(view)}
</div>
</body>
</html>
`;
}

function mostRead({ related: stories }: PageView): string {
  const items = stories.map(
    ({ title, url }, rank) => `<li><span>${rank + 1}</span> <a href="${url}">${escapeMarkup(title)}</a></li>`,
  );
  return `<div class="most-read"><h4>Most read</h4><ol>${items.join('')}</ol></div>`;
}
