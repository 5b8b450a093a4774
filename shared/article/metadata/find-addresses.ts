import { type JsonLdObject, metaOf, type PageFacts } from './page-facts.ts';

/** The address that the page calls its own, absolute; null where it names none, or none of the web. */
export function findCanonicalUrl(facts: PageFacts, article: JsonLdObject | null, url: string): string | null {
  const base = facts.baseHref && URL.canParse(facts.baseHref, url) ? new URL(facts.baseHref, url).href : url;
  const candidates = [facts.links.get('canonical'), metaOf(facts, 'og:url'), article?.url];
  for (const candidate of candidates) {
    if (typeof candidate !== 'string' || !URL.canParse(candidate.trim(), base)) continue;
    const address = new URL(candidate.trim(), base);
    if (/^https?:$/.test(address.protocol)) return address.href;
  }
  return null;
}

/** The language that the page declares, lower-case: `en-gb`. */
export function findLanguage(facts: PageFacts, article: JsonLdObject | null): string | null {
  const stated =
    facts.lang ??
    metaOf(facts, 'content-language', 'language', 'og:locale', 'dc.language', 'dcterms.language') ??
    article?.inLanguage;
  if (typeof stated !== 'string') return null;
  const tag = stated
    .split(/[,;\s]/)[0]!
    .replaceAll('_', '-')
    .toLowerCase();
  return /^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/.test(tag) ? tag : null;
}
