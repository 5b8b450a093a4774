import type { Article, ArticleKind, LivePost, PageContext } from './article.ts';
import { type Body, extractBody } from './body/extract-body.ts';
import { readLayouts } from './body/read-layout.ts';
import { findKind } from './kind/find-kind.ts';
import { findPaywall } from './kind/find-paywall.ts';
import { findPosts, isLiveBlog, statedPosts } from './kind/find-posts.ts';
import { articleObject } from './metadata/article-object.ts';
import { findCanonicalUrl, findLanguage } from './metadata/find-addresses.ts';
import { findByline } from './metadata/find-byline.ts';
import { findDates } from './metadata/find-dates.ts';
import { findOutlet } from './metadata/find-outlet.ts';
import { findSection } from './metadata/find-section.ts';
import { findTitle } from './metadata/find-title.ts';
import { headlineLines } from './metadata/headline-lines.ts';
import { type JsonLdObject, type PageFacts, pageFacts } from './metadata/page-facts.ts';
import { statedBody } from './metadata/stated-body.ts';
import { decodePage } from './page/decode-page.ts';
import { parsePage } from './page/parse-page.ts';
import { findLayouts } from './publishers/find-layouts.ts';

/** Share of the text found without it that a publisher's layout must find to be believed. */
const believedFrom = 0.5;
const londonTime = 'Europe/London';

/** Reads an article page: its text, its metadata and what kind of page it is. Never throws on a broken page. */
export function extractArticle(html: string | Uint8Array, context: PageContext): Article {
  const document = parsePage(decodePage(html, context.contentType));
  const facts = pageFacts(document);
  const article = articleObject(facts, context.url);
  const metadata = readMetadata(facts, article, context);
  const own = readLayouts(document, findLayouts(context.url, metadata.published?.instant ?? null), metadata.title);
  const generic = extractBody(document, metadata.title);
  const body = own && own.chars > generic.chars * believedFrom ? own : generic;
  const byline = metadata.byline ?? (body === own ? own.byline : null);
  const paywalled = findPaywall(facts, article, [...body.removed, body.root]);
  const posts = readPosts(facts, article, body, metadata.published?.instant ?? null, context);
  const live = posts.length > 1;
  const stated = live ? null : statedBody(article, body.chars);
  const chars = stated?.join('').length ?? body.chars;
  const kind = findKind(facts, { chars, paywalled, live, images: body.root.images });
  const paragraphs = stated ?? readParagraphs(kind, body, posts);
  return {
    ...metadata,
    byline,
    kind,
    paywalled,
    paragraphs,
    text: paragraphs.join('\n\n'),
    ...(kind === 'live-blog' && { posts }),
  };
}

function readMetadata(facts: PageFacts, article: JsonLdObject | null, { url, timeZone = londonTime }: PageContext) {
  const lines = headlineLines(facts);
  const outlet = findOutlet(facts, article, lines);
  return {
    title: findTitle(facts, article, outlet),
    byline: findByline(facts, article, outlet, lines),
    ...findDates({ facts, article, url, timeZone, lines }),
    outlet,
    section: findSection(facts, article),
    language: findLanguage(facts, article),
    canonicalUrl: findCanonicalUrl(facts, article, url),
  };
}

function readPosts(
  facts: PageFacts,
  article: JsonLdObject | null,
  body: Body,
  start: string | null,
  { timeZone = londonTime }: PageContext,
): LivePost[] {
  if (!isLiveBlog(article, facts.bodyClass)) return [];
  const posts = findPosts(body.runs, { start, timeZone });
  return posts.length > 1 ? posts : statedPosts(article, timeZone);
}

/** A film's page has a line or two about it, which is no text of an article. */
function readParagraphs(kind: ArticleKind, body: Body, posts: readonly LivePost[]): string[] {
  if (kind === 'video' && body.chars < shortestText) return [];
  const paragraphs = body.runs.map((run) => run.text);
  return kind === 'live-blog' && paragraphs.length === 0 ? posts.flatMap((post) => post.paragraphs) : paragraphs;
}

const shortestText = 140;
