import Parser from 'rss-parser';
import { escapeMarkup } from './capture.ts';
import type { Field, FieldName, TextKind, TidiedFeed } from './tidied-feed.ts';

const names: readonly FieldName[] = [
  'title',
  'other-title',
  'link',
  'original-link',
  'id',
  'about',
  'published',
  'dc-date',
  'updated',
  'summary',
  'other-summary',
  'content',
  'author',
  'enclosed',
  'ttl',
  'skip-hour',
  'skip-day',
  'update-period',
  'update-frequency',
];

/** As rss-parser's XML reader gives an element: its text, or text and attributes. */
type Node = string | { _?: string; $?: Record<string, string> };
type Nodes = Partial<Record<FieldName, Node[]>>;

/** The fields of a feed or an item, by name, in the order of the document. */
export type FieldsByName = Partial<Record<FieldName, Field[]>>;

// `keepArray`: all values of a field, with their attributes. None of our names is one rss-parser interprets itself, so
// its quadratic snippets, its throwing date reader and its choice of links never come into play.
const asArrays = names.map((name) => [name, name, { keepArray: true }]);
const parser = new Parser<Nodes, Nodes>({
  customFields: { feed: asArrays as never, item: asArrays as never },
});

/** Reads a tidied feed through rss-parser. It sees one clean dialect of RSS 2.0, so nothing an outlet does makes it throw. */
export async function readTidied(tidied: TidiedFeed): Promise<{ feed: FieldsByName; items: FieldsByName[] }> {
  const parsed = await parser.parseString(toXml(tidied));
  return { feed: toFields(parsed), items: parsed.items.map(toFields) };
}

function toXml({ fields, items }: TidiedFeed): string {
  const written = items.map((item) => `<item>${item.map(toElement).join('')}</item>`);
  return `<rss version="2.0"><channel>${fields.map(toElement).join('')}${written.join('')}</channel></rss>`;
}

function toElement({ name, value, ...attributes }: Field): string {
  const written = Object.entries(attributes).map(([key, text]) => ` ${key}="${escapeMarkup(text)}"`);
  // CDATA, as rss-parser's XML reader is slow at entities.
  return `<${name}${written.join('')}><![CDATA[${value.replaceAll(']]>', ']]]]><![CDATA[>')}]]></${name}>`;
}

function toFields(nodes: Nodes): FieldsByName {
  // An empty element comes as a string, on which `link` is a method (String.prototype.link).
  const present = names.filter((name) => Array.isArray(nodes[name]));
  return Object.fromEntries(present.map((name) => [name, nodes[name]?.map((node) => toField(name, node))]));
}

function toField(name: FieldName, node: Node): Field {
  if (typeof node === 'string') return { name, value: node };
  return { name, value: node._ ?? '', ...(node.$ as { kind?: TextKind }) };
}
