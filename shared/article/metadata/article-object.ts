import type { JsonLdObject, PageFacts } from './page-facts.ts';
import { nameOf, typesOf } from './parse-json-ld.ts';

const articleTypes = /^(?:\w*Article|NewsArticle|BlogPosting|LiveBlogPosting|Report|Review|SocialMediaPosting|Blog)$/;

/** The JSON-LD object that describes this page's article: of several, the one with its address, else with its headline. */
export function articleObject(facts: PageFacts, url: string): JsonLdObject | null {
  const articles = facts.jsonLd.filter((object) => typesOf(object).some((type) => articleTypes.test(type)));
  if (articles.length <= 1) return articles[0] ?? null;
  const canonical = facts.links.get('canonical') ?? url;
  const title = facts.titleText ?? '';
  return (
    articles.find((object) => addressesOf(object).some((address) => sameAddress(address, canonical, url))) ??
    articles.find((object) => title.includes(nameOf(object.headline) ?? '\0')) ??
    articles[0]!
  );
}

function addressesOf(object: JsonLdObject): string[] {
  const page = object.mainEntityOfPage;
  const id = typeof page === 'object' && page !== null ? (page as JsonLdObject)['@id'] : page;
  return [object.url, object['@id'], id].filter((address) => typeof address === 'string');
}

function sameAddress(address: string, ...others: string[]): boolean {
  const path = pathOf(address);
  return path !== null && path.length > 1 && others.some((other) => pathOf(other) === path);
}

function pathOf(address: string): string | null {
  return URL.canParse(address, 'https://page.example')
    ? new URL(address, 'https://page.example').pathname.replace(/\/$/, '')
    : null;
}
