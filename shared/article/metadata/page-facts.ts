import { textContent } from 'domutils';
import { oneLine } from '../page/one-line.ts';
import type { PageDocument, PageElement } from '../page/page-nodes.ts';
import { parseJsonLd } from './parse-json-ld.ts';

/** All of a page that speaks of it rather than being its text, gathered from its marked elements. */
export interface PageFacts {
  /** Contents of `meta` by lower-case name or property, in order. */
  metas: Map<string, string[]>;
  /** `link` targets by lower-case rel. */
  links: Map<string, string>;
  baseHref: string | null;
  titleText: string | null;
  lang: string | null;
  /** Objects of all JSON-LD scripts, graphs laid flat. */
  jsonLd: JsonLdObject[];
  /** Elements with an `itemprop`, by its words. */
  properties: Map<string, PageElement[]>;
  times: PageElement[];
  headings: PageElement[];
  /** Short elements whose class or rel speaks of a writer. */
  writers: PageElement[];
  /** Short elements whose class says that they print the date. */
  dated: PageElement[];
  videos: PageElement[];
  bodyClass: string;
}

const mostMarks = 20;

export type JsonLdObject = Record<string, unknown>;

/** Gathers a page's facts. */
export function pageFacts(document: PageDocument): PageFacts {
  const facts: PageFacts = {
    metas: new Map(),
    links: new Map(),
    baseHref: null,
    titleText: null,
    lang: null,
    jsonLd: [],
    properties: new Map(),
    times: [],
    headings: [],
    writers: [],
    dated: [],
    videos: [],
    bodyClass: '',
  };
  for (const element of document.marked) {
    readers.get(element.name)?.(element, facts);
    gatherMarks(element, facts);
  }
  return facts;
}

type Reader = (element: PageElement, facts: PageFacts) => void;

const heading: Reader = (element, facts) => void facts.headings.push(element);
const video: Reader = (element, facts) => void facts.videos.push(element);

const readers = new Map<string, Reader>(
  Object.entries<Reader>({
    html: (element, facts) => {
      facts.lang ??= element.attribs.lang ?? element.attribs['xml:lang'] ?? null;
    },
    body: (element, facts) => {
      facts.bodyClass = `${element.attribs.class ?? ''} ${element.attribs.id ?? ''}`;
    },
    base: (element, facts) => {
      facts.baseHref ??= element.attribs.href ?? null;
    },
    title: (element, facts) => {
      facts.titleText ??= oneLine(textContent(element)) || null;
    },
    meta: readMeta,
    link: (element, facts) => {
      const { rel, href } = element.attribs;
      if (rel && href && !facts.links.has(rel.toLowerCase())) facts.links.set(rel.toLowerCase(), href);
    },
    script: (element, facts) => void facts.jsonLd.push(...parseJsonLd(textContent(element))),
    time: (element, facts) => void facts.times.push(element),
    h1: heading,
    h2: heading,
    video,
  }),
);

function readMeta(element: PageElement, facts: PageFacts): void {
  const { name, property, itemprop, content } = element.attribs;
  if (content === undefined || content.trim() === '') return;
  for (const key of new Set([property, name, itemprop && `itemprop:${itemprop}`, element.attribs['http-equiv']])) {
    if (!key) continue;
    const known = facts.metas.get(key.toLowerCase());
    if (known) known.push(oneLine(content));
    else facts.metas.set(key.toLowerCase(), [oneLine(content)]);
  }
}

function gatherMarks(element: PageElement, facts: PageFacts): void {
  const { itemprop, rel } = element.attribs;
  for (const word of itemprop ? itemprop.split(/\s+/) : []) {
    const known = facts.properties.get(word);
    if (known) known.push(element);
    else facts.properties.set(word, [element]);
  }
  const { names } = element;
  if (names.date && facts.dated.length < mostMarks) facts.dated.push(element);
  if ((names.writer || rel === 'author') && facts.writers.length < mostMarks) facts.writers.push(element);
}

/** First content of the first of these `meta` names that the page has. */
export function metaOf(facts: PageFacts, ...names: string[]): string | null {
  for (const name of names) {
    const content = facts.metas.get(name)?.[0];
    if (content) return content;
  }
  return null;
}
