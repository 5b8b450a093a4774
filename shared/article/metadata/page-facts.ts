import type { ChildNode, Document, Element } from 'domhandler';
import { textContent } from 'domutils';
import { parseJsonLd } from './parse-json-ld.ts';

/** All of a page that speaks of it rather than being its text, gathered in one pass. */
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
  properties: Map<string, Element[]>;
  times: Element[];
  headings: Element[];
  /** Short elements whose class or rel speaks of a writer. */
  writers: Element[];
  /** Short elements whose class says that they print the date. */
  dated: Element[];
  videos: Element[];
  bodyClass: string;
}

export type JsonLdObject = Record<string, unknown>;

const writerNames =
  /\b(?:by-?line\w*|authors?|author-?names?|article-?author\w*|correspondent|contributor-?names?|writer|reporter)\b/i;
const datedNames =
  /\b(?:(?:article|post|entry|story|publish(?:ed)?|pub|news)[-_]{0,2}(?:publish[-_]?)?(?:date|time|datetime)|date[-_]?(?:published|line)|timestamp|published)\b/i;
const notWriterNames = /bio|box|image|photo|avatar|social|follow|card|related|about|comment|email/i;

/** Gathers a page's facts. */
export function pageFacts(document: Document): PageFacts {
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
  for (const child of document.children) gather(child, facts);
  return facts;
}

function gather(node: ChildNode, facts: PageFacts): void {
  if (!('attribs' in node)) return;
  readers[node.name]?.(node, facts);
  gatherMarks(node, facts);
  for (const child of node.children) gather(child, facts);
}

type Reader = (element: Element, facts: PageFacts) => void;

const heading: Reader = (element, facts) => void facts.headings.push(element);
const video: Reader = (element, facts) => void facts.videos.push(element);

const readers: Record<string, Reader | undefined> = {
  __proto__: null as never,
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
};

function readMeta(element: Element, facts: PageFacts): void {
  const { name, property, itemprop, content } = element.attribs;
  if (content === undefined || content.trim() === '') return;
  for (const key of new Set([property, name, itemprop && `itemprop:${itemprop}`, element.attribs['http-equiv']])) {
    if (!key) continue;
    const known = facts.metas.get(key.toLowerCase());
    if (known) known.push(oneLine(content));
    else facts.metas.set(key.toLowerCase(), [oneLine(content)]);
  }
}

function gatherMarks(element: Element, facts: PageFacts): void {
  const { itemprop, rel } = element.attribs;
  for (const word of itemprop ? itemprop.split(/\s+/) : []) {
    const known = facts.properties.get(word);
    if (known) known.push(element);
    else facts.properties.set(word, [element]);
  }
  const names = element.attribs.class ?? '';
  const isWriter = rel === 'author' || (writerNames.test(names) && !notWriterNames.test(names));
  if (datedNames.test(names) && facts.dated.length < 10) facts.dated.push(element);
  if (isWriter && facts.writers.length < 20) facts.writers.push(element);
}

/** A text on one line, with single spaces. */
export const oneLine = (text: string): string => text.replace(/[\s\u00a0]+/g, ' ').trim();

/** First content of the first of these `meta` names that the page has. */
export function metaOf(facts: PageFacts, ...names: string[]): string | null {
  for (const name of names) {
    const content = facts.metas.get(name)?.[0];
    if (content) return content;
  }
  return null;
}
