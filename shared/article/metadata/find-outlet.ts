import { textContent } from 'domutils';
import { fold } from '../page/fold.ts';
import { oneLine } from '../page/one-line.ts';
import { printedDateIn } from './find-dates.ts';
import { type JsonLdObject, metaOf, type PageFacts } from './page-facts.ts';
import { nameOf, typesOf } from './parse-json-ld.ts';

const publisherMetas = [
  'publisher',
  'dc.publisher',
  'dcterms.publisher',
  'application-name',
  'article:publisher_name',
  'cre',
  'copyright',
];
const publisherTypes = /^(?:NewsMediaOrganization|WebSite)$/;

/**
 * Whose page it is, as the page says it: the site's name, the publisher, what stands beside the headline in the window's
 * title, or before the date in a line under the headline.
 */
export function findOutlet(facts: PageFacts, article: JsonLdObject | null, lines: readonly string[]): string | null {
  for (const name of candidates(facts, article, lines)) {
    const tidied = name === null ? null : tidy(name);
    if (tidied !== null) return tidied;
  }
  return null;
}

/** From the most to the least trusted, each found only if those before it gave nothing. */
function* candidates(
  facts: PageFacts,
  article: JsonLdObject | null,
  lines: readonly string[],
): Generator<string | null> {
  yield metaOf(facts, 'og:site_name');
  yield nameOf(article?.publisher);
  yield publisherProperty(facts);
  yield metaOf(facts, ...publisherMetas);
  yield nameOf(facts.jsonLd.find((object) => typesOf(object).some((type) => publisherTypes.test(type))));
  yield besideHeadline(facts);
  yield beforeDate(lines);
}

/** Without a sign of copyright, or a list of what the site is about; an address or an account is no name. */
function tidy(name: string): string | null {
  const text = oneLine(name.replace(/^(?:©|\(c\)|copyright)\s*(?:\d{4})?\s*/i, '').split(/ [|] /)[0]!);
  return text === '' || text.length > 80 || /^(?:@|https?:)/.test(text) ? null : text;
}

function publisherProperty(facts: PageFacts): string | null {
  const [publisher] = facts.properties.get('publisher') ?? [];
  if (!publisher) return null;
  const own = facts.properties.get('name')?.find((element) => isWithin(element, publisher)) ?? publisher;
  const name = oneLine(own.attribs.content ?? textContent(own));
  return name.length > 0 && name.length < 80 ? name : null;
}

function isWithin(element: { parent: unknown }, ancestor: unknown): boolean {
  for (let at = element.parent; at; at = (at as { parent: unknown }).parent) if (at === ancestor) return true;
  return false;
}

/** The part of the window's title that the headline leaves over. */
function besideHeadline(facts: PageFacts): string | null {
  if (facts.titleText === null) return null;
  const headings = facts.headings.slice(0, 12).map((heading) => oneLine(textContent(heading)));
  for (const heading of headings) {
    const at = heading.length > 8 ? facts.titleText.indexOf(heading) : -1;
    if (at < 0) continue;
    const rest = `${facts.titleText.slice(0, at)}${facts.titleText.slice(at + heading.length)}`;
    const name = rest
      .split(/\s[|–—»·-]\s|[|»:]/)
      .map((part) => part.replace(/^[\s|–—:»·-]+|[\s|–—:»·-]+$/g, ''))
      .filter(Boolean)
      .at(-1);
    return name && name.length < 60 ? name : null;
  }
  return null;
}

/** `Crown Wire, Tuesday 12 January 2016`: a wire's line. */
function beforeDate(lines: readonly string[]): string | null {
  for (const line of lines) {
    const date = printedDateIn(line);
    if (date === null) continue;
    const before = line
      .slice(0, line.indexOf(date))
      .replace(/(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|published|posted|on|:)\s*$/i, '');
    const name = before.replace(/[\s,|·–—-]+$/, '');
    if (/^\p{Lu}[\p{L}'’&. -]{2,50}$/u.test(name) && !/^by\b/i.test(name) && fold(name) !== '') return name;
  }
  return null;
}
