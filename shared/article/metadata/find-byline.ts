import type { Element } from 'domhandler';
import { textContent } from 'domutils';
import { fold } from '../page/fold.ts';
import { oneLine } from '../page/one-line.ts';
import { printedDateIn } from './find-dates.ts';
import type { JsonLdObject, PageFacts } from './page-facts.ts';
import { nameOf } from './parse-json-ld.ts';

const writerMetas = [
  'author',
  'article:author',
  'article:author_name',
  'parsely-author',
  'sailthru.author',
  'byl',
  'dc.creator',
  'dcterms.creator',
  'dc.contributor',
  'citation_author',
  'cxenseparse:author',
  'twitter:data1',
];
const nobody =
  /^(?:(?:a |our |the )?(?:staff|own)(?: (?:reporters?|writers?|correspondents?))?|admin(?:istrator)?|editors?|null|undefined|none|n\/a|unknown|anonymous|by)$/i;
const longest = 120;

/**
 * Who wrote the article, as the page says it, several joined by commas. Null for "staff", an address, or the outlet
 * itself.
 * @param lines short lines near the headline
 */
export function findByline(
  facts: PageFacts,
  article: JsonLdObject | null,
  outlet: string | null,
  lines: readonly string[],
): string | null {
  for (const candidate of candidates(facts, article, lines)) {
    const name = candidate === null ? null : tidyName(candidate);
    if (name !== null && isName(name, outlet)) return name;
  }
  return null;
}

/** From the most to the least trusted, each found only if those before it gave nothing. */
function* candidates(
  facts: PageFacts,
  article: JsonLdObject | null,
  lines: readonly string[],
): Generator<string | null> {
  yield namesOf(article?.author ?? article?.creator);
  for (const name of writerMetas) yield joined(facts.metas.get(name) ?? []);
  yield joined((facts.properties.get('author') ?? []).slice(0, 4).map(nameIn));
  for (const element of facts.writers) yield oneLine(textContent(element)).slice(0, longest + 1);
  for (const line of lines) yield /^(?:words )?by\b:? (.{3,100})$/i.exec(line)?.[1] ?? null;
  for (const line of lines) yield afterDate(line);
}

function namesOf(author: unknown): string | null {
  if (!Array.isArray(author)) return nameOf(author);
  return joined(author.map(nameOf).filter((name) => name !== null));
}

const joined = (names: readonly string[]): string | null =>
  [...new Set(names.filter((name) => name !== ''))].join(', ') || null;

function nameIn(element: Element): string {
  const { content } = element.attribs;
  if (content) return oneLine(content);
  const text = oneLine(textContent(element));
  return text.length <= longest ? text : '';
}

/** `The Wire, 12 January 2016, 09:10. Ann Other`. */
function afterDate(line: string): string | null {
  const date = printedDateIn(line);
  if (date === null || !line.includes(date)) return null;
  const rest = line.slice(line.indexOf(date) + date.length).replace(/^[\s.,|·•–—-]+/, '');
  return /^\p{Lu}[\p{L}.'’-]*(?: [\p{L}\d.'’,-]+){1,7}$/u.test(rest) ? rest : null;
}

function tidyName(text: string): string {
  const date = printedDateIn(text);
  return oneLine(date === null ? text : text.slice(0, text.indexOf(date.slice(0, 6))))
    .replace(/^(?:(?:words|written|posted|published|report(?:ed)?|story|analysis|exclusive) )?by:? /i, '')
    .replace(/^(?:author|reporter|writer|correspondent)s?: ?/i, '')
    .replace(/[\s,|]+(?:first |last )?(?:published|updated|posted)\b.*$/i, '')
    .replace(/[\s,|·•–—-]*\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|on)?[\s,:|·•–—-]*$/i, '')
    .replace(/\s+@\w+$/, '')
    .trim();
}

function isName(name: string, outlet: string | null): boolean {
  if (name.length < 3 || name.length > longest || nobody.test(name)) return false;
  if (/https?:|www\.|[<>{}=]|\.(?:com|co\.uk|example)\b/i.test(name) || !/\p{L}{2}/u.test(name)) return false;
  if (/^(?:share|follow|read|more|comments?|view|see|sign|about|contact)\b/i.test(name)) return false;
  return outlet === null || fold(name) !== fold(outlet);
}
