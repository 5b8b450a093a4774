import { longDate } from '../dates.ts';
import { escapeMarkup } from '../escape-markup.ts';
import { body } from './body.ts';
import { authorBio, comments, cookieNotice, figure, footer, nav, newsletter, related, shareBar } from './clutter.ts';
import type { PageView } from './page-view.ts';

/** A modern page: JSON-LD for machines, semantic elements for readers. */
export function jsonld(view: PageView): string {
  const { story, outlet, url } = view;
  return `<!DOCTYPE html>
<html lang="${story.language}">
<head>
<meta charset="utf-8">
<title>${escapeMarkup(story.title)} | ${escapeMarkup(outlet.name)}</title>
<link rel="canonical" href="${url}">
<link rel="alternate" href="${view.feed}" title="${escapeMarkup(outlet.name)}">
<script type="application/ld+json">${structuredData(view)}</script>
<style>body{font:16px/1.5 Georgia,serif;max-width:44em;margin:auto}</style>
<script>window.dataLayer=window.dataLayer||[];dataLayer.push({section:"${escapeMarkup(story.section)}"});</script>
</head>
<body>
${cookieNotice(view)}
<header class="masthead"><a href="${view.home}">${escapeMarkup(outlet.name)}</a></header>
${nav(view)}
<main>
<article>
<header><h1>${escapeMarkup(story.title)}</h1>
<p class="meta">By <span class="byline">${escapeMarkup(story.byline ?? 'Staff')}</span> · <time datetime="${story.published}">${longDate(story.published)}</time></p>
${shareBar(view)}</header>
${figure(view)}
<div class="article-body">
${body(view, newsletter(view))}
</div>
${authorBio(view)}
</article>
${related(view, 'More on this story')}
${comments()}
</main>
${footer(view)}
</body>
</html>
`;
}

function structuredData({ story, outlet, url }: PageView): string {
  const data = {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    mainEntityOfPage: url,
    headline: story.title,
    datePublished: story.published,
    dateModified: story.modified ?? story.published,
    author: { '@type': 'Person', name: story.byline ?? outlet.name },
    publisher: { '@type': 'Organization', name: outlet.name },
    isAccessibleForFree: story.kind !== 'stub',
  };
  return JSON.stringify(data).replaceAll('<', '\\u003c');
}
