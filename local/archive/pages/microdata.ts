import { longDate } from '../dates.ts';
import { escapeMarkup } from '../escape-markup.ts';
import { body } from './body.ts';
import { authorBio, cookieNotice, figure, footer, nav, newsletter, related, shareBar } from './clutter.ts';
import type { PageView } from './page-view.ts';

/** A page that marks its parts with schema.org microdata. */
export function microdata(view: PageView): string {
  const { story, outlet, url } = view;
  return `<!DOCTYPE html>
<html lang="${story.language}">
<head>
<meta charset="utf-8">
<title>${escapeMarkup(story.title)} – ${escapeMarkup(outlet.name)}</title>
<link rel="canonical" href="${url}">
<meta name="twitter:card" content="summary">
<meta name="twitter:title" content="${escapeMarkup(story.title)}">
</head>
<body>
${nav(view)}
<div class="page" itemscope itemtype="http://schema.org/NewsArticle">
<meta itemprop="mainEntityOfPage" content="${url}">
<h1 itemprop="headline">${escapeMarkup(story.title)}</h1>
<p class="standfirst-meta"><span itemprop="author" itemscope itemtype="http://schema.org/Person"><span itemprop="name">${escapeMarkup(story.byline ?? outlet.name)}</span></span>,
<time itemprop="datePublished" datetime="${story.published}">${longDate(story.published)}</time>${modified(view)}</p>
${shareBar(view)}
${figure(view)}
<div itemprop="articleBody">
${body(view, pullQuote())}
</div>
${authorBio(view)}
<div itemprop="publisher" itemscope itemtype="http://schema.org/Organization"><meta itemprop="name" content="${escapeMarkup(outlet.name)}"></div>
</div>
${related(view, 'Related articles')}
${newsletter(view)}
${cookieNotice(view)}
${footer(view)}
</body>
</html>
`;
}

function modified({ story }: PageView): string {
  if (!story.modified) return '';
  return ` · Updated <time itemprop="dateModified" datetime="${story.modified}">${longDate(story.modified)}</time>`;
}

function pullQuote(): string {
  return '<aside class="promo-inline"><p>Support independent journalism: <a href="/membership">become a member today</a>.</p></aside>';
}
