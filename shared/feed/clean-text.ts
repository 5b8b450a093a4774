import { decodeEntities } from './plain-text.ts';

/** Entities every XML reader knows; the rest of HTML's are not XML. */
const xmlEntities = new Set(['amp', 'lt', 'gt', 'quot', 'apos']);
const maximumDeclarations = 500;
const maximumEntityLength = 200;

/**
 * Makes decoded text fit to be read as XML: drops characters XML forbids, what stands before the prolog (blank lines,
 * PHP warnings), and the document type; turns HTML's and the document's own entities into characters. An entity that
 * mentions another is dropped, never expanded ("billion laughs").
 */
export function cleanText(text: string): string {
  const { body, entities } = takeDocumentType(dropPreamble(dropForbidden(text)));
  return replaceEntities(body, entities);
}

/** Removes characters outside XML 1.0's `Char`, lone surrogates included, and maps the C1 range to what windows-1252 meant. */
function dropForbidden(text: string): string {
  return (
    text
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to drop
      .replace(/[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]|\p{Surrogate}/gu, '')
      .replace(/[\x80-\x9f]/g, (character) => windows1252[character.charCodeAt(0) - 0x80] ?? '')
  );
}

// 0x80-0x9f; an empty place is a code windows-1252 leaves undefined.
const windows1252 = [...'€\0‚ƒ„…†‡ˆ‰Š‹Œ\0Ž\0\0‘’“”•–—˜™š›œ\0žŸ'].map((character) =>
  character === '\0' ? '' : character,
);

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
  return text.replace(/&([a-zA-Z][\w.-]{1,31});/g, (reference, name: string) => {
    if (xmlEntities.has(name)) return reference;
    const value = known.get(name) ?? declared.get(name) ?? htmlEntity(reference);
    known.set(name, value);
    return value;
  });
}

/** The character an HTML entity stands for, safe to stand in XML; the reference itself when HTML does not know it. */
function htmlEntity(reference: string): string {
  const decoded = decodeEntities(reference);
  if (decoded === reference) return `&amp;${reference.slice(1)}`;
  return decoded.replace(/[&<>]/g, (character) => `&#${character.charCodeAt(0)};`);
}
