import { fromC1 } from './decode-as.ts';
import { decodeEntities } from './plain-text.ts';

/** Entities every XML reader knows; the rest of HTML's are not XML. */
const xmlEntities = new Set(['amp', 'lt', 'gt', 'quot', 'apos']);
const maximumDeclarations = 500;
/** Signs that are repaired, twice over; a document with more of them is not worth the time. */
const maximumStray = 20_000;
/** HTML has 2,231 names. */
const maximumNames = 2_500;
const maximumEntityLength = 200;
/** Characters that entities may stand for, all together. */
const maximumExpansion = 1_000_000;

/**
 * Makes decoded text fit to be read as XML: drops characters XML forbids, what stands before the prolog (blank lines,
 * PHP warnings), and the document type; turns HTML's and the document's own entities into characters. An entity that
 * mentions another is dropped, never expanded ("billion laughs").
 */
export function cleanText(text: string): string {
  const { body, entities } = takeDocumentType(dropPreamble(dropForbidden(text)));
  return replaceEntities(escapeStray(body), entities);
}

/** Removes characters outside XML 1.0's `Char`, lone surrogates included, and maps the C1 range to what windows-1252 meant. */
function dropForbidden(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to drop
  const allowed = text.replace(/[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]|\p{Surrogate}/gu, '');
  return fromC1(allowed);
}

/** "Pay <5% rise": no name of an element begins with a digit, so this is no tag but a sign. */
function escapeStray(text: string): string {
  const pieces: string[] = [];
  const pattern = /<(?=[\d\s=&%$£€,;.-])/g;
  let from = 0;
  for (let match = pattern.exec(text); match !== null && pieces.length < maximumStray; match = pattern.exec(text)) {
    pieces.push(text.slice(from, match.index), '&lt;');
    from = pattern.lastIndex;
  }
  return pieces.length === 0 ? text : [...pieces, text.slice(from)].join('');
}

function dropPreamble(text: string): string {
  const head = text.slice(0, 4_096);
  const declaration = head.search(/<\?xml\s/);
  const root = head.search(/<(?:\w+:)?(?:rss|rdf|feed|channel|urlset|html|!doctype)\b/i);
  const start = declaration >= 0 && (root < 0 || declaration < root) ? declaration : root;
  // Anything but stray text and inline tags before the root means this is some other document.
  return start > 0 && /^(?:[^<]|<\/?(?:br|b|i|p|font|strong|hr)\b[^<>]*>)*$/i.test(head.slice(0, start))
    ? text.slice(start)
    : text;
}

/** Cuts out `<!DOCTYPE ... [...]>` and reads the plain entities it declares. */
function takeDocumentType(text: string): { body: string; entities: Map<string, string> } {
  const entities = new Map<string, string>();
  const start = /<!doctype(?!\s*html)\s/i.exec(text.slice(0, 65_536));
  if (start === null) return { body: text, entities };
  const end = documentTypeEnd(text, start.index);
  const subset = text.slice(start.index, end);
  for (const [, name, value] of subset.matchAll(/<!ENTITY\s+([\w.-]+)\s+["']([^"'<%]*)["']\s*>/g)) {
    if (entities.size >= maximumDeclarations) break;
    if (name && value !== undefined && value.length <= maximumEntityLength && !/&(?!#)/.test(value))
      entities.set(name, value);
  }
  return { body: text.slice(0, start.index) + text.slice(end), entities };
}

function documentTypeEnd(text: string, start: number): number {
  const close = text.indexOf('>', start);
  const subset = text.indexOf('[', start);
  if (subset < 0 || (close >= 0 && close < subset)) return close < 0 ? text.length : close + 1;
  const end = /\]\s*>/g;
  end.lastIndex = subset;
  const found = end.exec(text);
  return found === null ? text.length : found.index + found[0].length;
}

function replaceEntities(text: string, declared: Map<string, string>): string {
  const known = new Map<string, string>();
  const pieces: string[] = [];
  let expansion = 0;
  let from = 0;
  // Not `replace` with a function: it first collects all matches, a million of them in a hostile document.
  const pattern = /&([a-zA-Z][\w.-]{1,31});/g;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    const [reference, name = ''] = match;
    if (xmlEntities.has(name)) continue;
    const value =
      known.get(name) ?? declared.get(name) ?? (known.size < maximumNames ? htmlEntity(reference) : reference);
    if (known.size < maximumNames) known.set(name, value);
    if (value === reference) continue;
    expansion += value.length;
    pieces.push(text.slice(from, match.index), expansion > maximumExpansion ? '' : value);
    from = pattern.lastIndex;
  }
  return pieces.length === 0 ? text : [...pieces, text.slice(from)].join('');
}

/** The character an HTML entity stands for, safe to stand in XML; the reference itself, which the parser leaves alone, when HTML does not know it. */
function htmlEntity(reference: string): string {
  return decodeEntities(reference).replace(/[<>]|&(?!\w+;)/g, (character) => `&#${character.charCodeAt(0)};`);
}
