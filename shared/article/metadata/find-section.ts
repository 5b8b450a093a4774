import { textContent } from 'domutils';
import { oneLine } from '../page/one-line.ts';
import { type JsonLdObject, metaOf, type PageFacts } from './page-facts.ts';
import { nameOf } from './parse-json-ld.ts';

/** The part of the outlet that the article stands in, as the page says it. */
export function findSection(facts: PageFacts, article: JsonLdObject | null): string | null {
  const [property] = facts.properties.get('articleSection') ?? [];
  const section =
    metaOf(facts, 'article:section', 'og:article:section') ??
    nameOf(article?.articleSection) ??
    (property ? oneLine(property.attribs.content ?? textContent(property)) : null) ??
    metaOf(facts, 'section', 'parsely-section', 'cxenseparse:section', 'dc.subject', 'lp.section');
  // Some list every keyword here, the widest first.
  return section === null ? null : oneLine(section.length > 60 ? section.split(/[,;|]/)[0]! : section) || null;
}
