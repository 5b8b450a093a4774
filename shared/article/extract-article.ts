import { load } from 'cheerio';
import type { Article, PageContext } from './article.ts';

/** Reads an article page: its text, its metadata and what kind of page it is. Never throws on a broken page. */
export function extractArticle(html: string | Uint8Array, context: PageContext): Article {
  const $ = load(typeof html === 'string' ? html : new TextDecoder().decode(html));
  const meta = (name: string) =>
    $(`meta[property="${name}"], meta[name="${name}"]`).first().attr('content')?.trim() || null;
  $('script, style, nav, header, footer, aside, figure, form').remove();
  const root = $('article').length > 0 ? $('article').first() : $('body');
  const paragraphs = root
    .find('p')
    .map((_, element) => $(element).text().replace(/\s+/g, ' ').trim())
    .get()
    .filter((paragraph) => paragraph !== '');
  const published = meta('article:published_time');
  return {
    kind: paragraphs.length > 0 ? 'article' : 'stub',
    title: meta('og:title') ?? ($('h1').first().text().trim() || null),
    byline: meta('author'),
    published: published ? { instant: new Date(published).toISOString(), source: 'meta', precision: 'second' } : null,
    modified: null,
    outlet: meta('og:site_name'),
    section: meta('article:section'),
    language: $('html').attr('lang')?.toLowerCase() ?? null,
    canonicalUrl: canonical($('link[rel=canonical]').attr('href'), context.url),
    paywalled: false,
    paragraphs,
    text: paragraphs.join('\n\n'),
  };
}

function canonical(href: string | undefined, base: string): string | null {
  return href && URL.canParse(href, base) ? new URL(href, base).href : null;
}
