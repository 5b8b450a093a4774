import { textContent } from 'domutils';
import { decodeEntities } from '../../feed/plain-text.ts';
import { fold } from '../page/fold.ts';
import { oneLine } from '../page/one-line.ts';
import type { PageDocument } from '../page/page-nodes.ts';
import { articleObject } from './article-object.ts';
import { type JsonLdObject, metaOf, type PageFacts, pageFacts } from './page-facts.ts';
import { nameOf } from './parse-json-ld.ts';

/** The headline is among the first. */
const mostHeadings = 12;
const separators = /\s+[|–—:»·•-]+\s+|\s*\|\s*|:\s+/;

/** The article's headline: as machines are told it, in the words of the page's own heading where both agree. */
export function findTitle(facts: PageFacts, article: JsonLdObject | null, outlet: string | null): string | null {
  const stated =
    nameOf(article?.headline) ??
    metaOf(
      facts,
      'og:title',
      'headline',
      'itemprop:headline',
      'dc.title',
      'dcterms.title',
      'sailthru.title',
      'parsely-title',
      'twitter:title',
    ) ??
    textOf(facts, 'headline');
  const headings = facts.headings
    .slice(0, mostHeadings)
    .map((heading) => oneLine(textContent(heading)))
    .filter((text) => text !== '');
  if (stated !== null) return asPrinted(withoutOutlet(decodeOnce(stated), outlet), headings);
  return fromTitle(facts.titleText, headings, outlet) ?? headings[0] ?? null;
}

const textOf = (facts: PageFacts, property: string): string | null => {
  const [element] = facts.properties.get(property) ?? [];
  return element ? oneLine(element.attribs.content ?? textContent(element)) || null : null;
};

/** Many systems escape a headline twice. */
const decodeOnce = (text: string) => oneLine(decodeEntities(text));

/** `Headline - The Outlet` without the outlet. */
function withoutOutlet(title: string, outlet: string | null): string {
  const parts = title.split(/(\s+[|–—»·-]+\s+)/);
  if (parts.length < 3 || outlet === null) return title;
  const last = fold(parts.at(-1)!);
  const isOutlet = last !== '' && (fold(outlet).includes(last) || last.includes(fold(outlet)));
  return isOutlet ? parts.slice(0, -2).join('').trim() : title;
}

function asPrinted(title: string, headings: readonly string[]): string {
  const folded = fold(title);
  const same = headings.find((heading) => {
    const other = fold(heading);
    return other === folded || (other.length > 20 && folded.startsWith(other));
  });
  return same ?? title;
}

/** The window's title without what stands there beside the headline. */
function fromTitle(titleText: string | null, headings: readonly string[], outlet: string | null): string | null {
  if (titleText === null) return null;
  const folded = fold(titleText);
  const printed = headings.find((heading) => fold(heading).length > 8 && folded.includes(fold(heading)));
  if (printed) return printed;
  const parts = titleText.split(separators).filter((part) => outlet === null || fold(part) !== fold(outlet));
  return parts.sort((a, b) => b.length - a.length)[0]?.trim() || titleText;
}

/** The title of a page whose other facts are not needed. */
export function pageTitle(document: PageDocument): string | null {
  const facts = pageFacts(document);
  return findTitle(facts, articleObject(facts, ''), null);
}
