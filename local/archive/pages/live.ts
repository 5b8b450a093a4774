import { longDate } from '../dates.ts';
import { escapeMarkup } from '../escape-markup.ts';
import { body } from './body.ts';
import { cookieNotice, footer, nav, newsletter, related, shareBar } from './clutter.ts';
import type { PageView } from './page-view.ts';

const TIME = /^(\d{1,2})[.:](\d\d)(am|pm)?:?\s/;

/** A live blog: a JSON-LD LiveBlogPosting and one block for each timed entry. */
export function live(view: PageView): string {
  const { story, outlet, url } = view;
  const text = story.kind === 'live-blog' ? story.paragraphs.map(post).join('\n') : body(view, newsletter(view));
  return `<!DOCTYPE html>
<html lang="${story.language}">
<head>
<meta charset="utf-8">
<title>${escapeMarkup(story.title)} | ${escapeMarkup(outlet.name)}</title>
<link rel="canonical" href="${url}">
<meta property="og:site_name" content="${escapeMarkup(outlet.name)}">
<meta property="og:title" content="${escapeMarkup(story.title)}">
<script type="application/ld+json">${structuredData(view)}</script>
</head>
<body class="liveblog">
${cookieNotice(view)}
${nav(view)}
<div class="live-header"><span class="badge">Live</span><h1>${escapeMarkup(story.title)}</h1>
<p class="byline">${escapeMarkup(story.byline ?? outlet.name)}</p><time datetime="${story.published}">${longDate(story.published)}</time>${shareBar(view)}</div>
<p class="live-status">This page updates automatically. <a href="#top">Show newest first</a></p>
<main class="live-posts">
${text}
</main>
${related(view, 'Key stories')}
${footer(view)}
</body>
</html>
`;
}

function post(text: string): string {
  const time = TIME.exec(text);
  if (!time) return `<div class="post"><p>${escapeMarkup(text)}</p></div>`;
  const anchor = `${time[1]}${time[2]}`;
  return `<div class="post" id="post-${anchor}"><p>${escapeMarkup(text)}</p><a class="post-link" href="#post-${anchor}">Link to this update</a></div>`;
}

function structuredData({ story, outlet, url }: PageView): string {
  const data = {
    '@context': 'https://schema.org',
    '@type': story.kind === 'live-blog' ? 'LiveBlogPosting' : 'NewsArticle',
    url,
    headline: story.title,
    datePublished: story.published,
    dateModified: story.modified ?? story.published,
    author: [{ '@type': 'Person', name: story.byline ?? outlet.name }],
  };
  return JSON.stringify(data).replaceAll('<', '\\u003c');
}
