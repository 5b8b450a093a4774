import type { JsonLdObject } from './page-facts.ts';

/** No description of an article is as long. */
const longestScript = 1_000_000;
const maximumObjects = 500;
const maximumDepth = 30;
/** Properties whose objects are not of the page itself but of what it lists. */
const listing = new Set([
  'itemListElement',
  'liveBlogUpdate',
  'comment',
  'relatedLink',
  'citation',
  'mentions',
  'hasPart',
]);

/**
 * Reads a JSON-LD script and lays arrays and graphs flat (JSON-LD 1.1, 4.9). What sites get wrong is put right where
 * it can be: comment or CDATA wrappers, raw line breaks in strings, commas before a closing bracket.
 */
export function parseJsonLd(script: string): JsonLdObject[] {
  const objects: JsonLdObject[] = [];
  if (script.length > longestScript) return objects;
  flatten(parseLeniently(script), objects, 0);
  return objects;
}

function parseLeniently(script: string): unknown {
  const text = script.replace(
    /^\s*(?:<!--|(?:\/\/|\/\*)?\s*<!\[CDATA\[\s*(?:\*\/)?)|(?:-->|(?:\/\/|\/\*)?\s*\]\]>\s*(?:\*\/)?)\s*;?\s*$/g,
    '',
  );
  for (const repaired of [text, repair(text)]) {
    try {
      return JSON.parse(repaired);
    } catch {
      // Tried again repaired, then given up: the page has other sources.
    }
  }
  return null;
}

function repair(text: string): string {
  return text
    .replace(/\p{Cc}+/gu, ' ')
    .replace(/,(\s*[}\]])/g, '$1')
    .replace(/;\s*$/, '');
}

function flatten(value: unknown, objects: JsonLdObject[], depth: number): void {
  if (depth > maximumDepth || objects.length >= maximumObjects || typeof value !== 'object' || value === null) return;
  if (Array.isArray(value)) {
    for (const item of value) flatten(item, objects, depth + 1);
    return;
  }
  const object = value as JsonLdObject;
  objects.push(object);
  flatten(object['@graph'], objects, depth + 1);
  for (const key of ['mainEntity', 'mainEntityOfPage', 'video'])
    if (!listing.has(key)) flatten(object[key], objects, depth + 1);
}

/** The types of an object, without the vocabulary's address. */
export function typesOf(object: JsonLdObject): string[] {
  return [object['@type']]
    .flat()
    .filter((type) => typeof type === 'string')
    .map((type) => type.replace(/^.*[/:#]/, ''));
}

/** A text, or the name of an object, or the first of a list of either. */
export function nameOf(value: unknown): string | null {
  if (typeof value === 'string') return value.trim() || null;
  if (Array.isArray(value)) return nameOf(value[0]);
  return typeof value === 'object' && value !== null ? nameOf((value as JsonLdObject).name) : null;
}
