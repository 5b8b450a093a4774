import { Parser } from 'htmlparser2';
import { Capture } from './capture.ts';
import { formatByRoot, itemByFormat } from './document-format.ts';
import { type Home, type Namespaces, namespaceOf, ourName, withDeclarations } from './element-names.ts';
import { FeedError } from './feed-error.ts';
import { feedFields, groups, itemFields, neverInText } from './field-names.ts';
import { innerBase } from './resolve-address.ts';
import type { FeedFormat, Field, TidiedFeed } from './tidied-feed.ts';

const maximumItems = 2_000;
/** Deep enough for a feed whose every item was left open. The parser shifts its open elements in an array: deeper is slow. */
const maximumDepth = 4_096;
const maximumAttributes = 500;
/** Of one item or the feed itself: room for every field several times over, and none for a flood of them. */
const maximumFields = 200;

/**
 * Where an open element stands. `feed`, `item`: its children are fields of these; `ignored`: with all it holds. What is
 * inside a field stands where the field does.
 */
interface Frame {
  place: 'feed' | 'item' | 'ignored';
  /** The item its fields belong to; null outside of items. */
  item: Field[] | null;
  namespaces: Namespaces;
  base: string;
}

/**
 * Reads a feed document of any XML format, well-formed or not, and keeps what we know the meaning of: markup within
 * texts is kept as text, elements of other namespaces are out of the way, addresses are absolute.
 * @param base the address relative links are relative to, or empty
 * @throws FeedError when the document is something else, or nested absurdly deep
 */
export function tidy(text: string, base: string): TidiedFeed {
  const tidier = new Tidier(base);
  const parser = new Parser(tidier, { xmlMode: true, lowerCaseTags: false, lowerCaseAttributeNames: false });
  parser.end(text);
  return tidier.result();
}

class Tidier {
  readonly #fields: Field[] = [];
  readonly #items: Field[][] = [];
  readonly #stack: Frame[] = [];
  readonly #base: string;
  #dropped = 0;
  #siteBase: string | null = null;
  #format: FeedFormat | null = null;
  #home: Home = { namespace: undefined, prefix: '' };
  #firstRoot: string | null = null;
  #capture: { capture: Capture; depth: number } | null = null;
  #attributes = 0;

  constructor(base: string) {
    this.#base = base;
  }

  onopentagname(): void {
    this.#attributes = 0;
    if (this.#stack.length >= maximumDepth) throw tooComplex(`nested more than ${maximumDepth} elements deep`);
  }

  onattribute(): void {
    this.#attributes += 1;
    if (this.#attributes > maximumAttributes)
      throw tooComplex(`an element has more than ${maximumAttributes} attributes`);
  }

  onopentag(rawName: string, attributes: Record<string, string>): void {
    this.#stack.push(this.#enter(rawName, attributes));
  }

  ontext(piece: string): void {
    this.#capture?.capture.text(piece);
  }

  onclosetag(rawName: string): void {
    this.#stack.pop();
    if (this.#capture === null) return;
    if (this.#capture.depth === this.#stack.length) this.#finishCapture();
    else this.#capture.capture.close(rawName);
  }

  result(): TidiedFeed {
    if (this.#format === null) throw notAFeed(this.#firstRoot);
    return { format: this.#format, fields: this.#fields, items: this.#items, dropped: this.#dropped };
  }

  #enter(rawName: string, attributes: Record<string, string>): Frame {
    const outer = this.#stack.at(-1);
    const namespaces = withDeclarations(outer?.namespaces ?? {}, attributes);
    if (outer === undefined) return this.#enterRoot(rawName, attributes, namespaces);
    const name = ourName(rawName, namespaces, this.#home);
    if (this.#capture !== null && !this.#breaksOff(name)) {
      this.#capture.capture.open(rawName, attributes);
      return outer;
    }
    if (this.#capture !== null) this.#finishCapture();
    const xmlBase = attributes['xml:base'];
    const base = xmlBase === undefined ? outer.base : innerBase(xmlBase, outer.base);
    return this.#enterElement(name, attributes, { ...outer, namespaces, base });
  }

  #enterRoot(rawName: string, attributes: Record<string, string>, namespaces: Namespaces): Frame {
    const local = rawName.slice(rawName.indexOf(':') + 1).toLowerCase();
    this.#firstRoot ??= local;
    const frame: Frame = {
      place: 'ignored',
      item: null,
      namespaces,
      base: innerBase(attributes['xml:base'], this.#base),
    };
    const format = formatByRoot.get(local);
    if (this.#format !== null || format === undefined) return frame;
    this.#format = format;
    this.#home = { namespace: namespaceOf(rawName, namespaces), prefix: format === 'atom' ? 'atom' : '' };
    // The elements of RSS 1.0 stand in the default namespace, its root in RDF's.
    if (format === 'rdf') this.#home = { namespace: namespaces[''], prefix: '' };
    if (local === 'entry') return this.#enterItem(attributes, frame);
    this.#noteAttributes(this.#fields, attributes, frame.base);
    return { ...frame, place: 'feed' };
  }

  #enterElement(name: string, attributes: Record<string, string>, frame: Frame): Frame {
    if (this.#format !== null && name === itemByFormat[this.#format]) return this.#enterItem(attributes, frame);
    if (frame.place === 'ignored') return frame;
    if (name === 'channel' && frame.item === null) {
      this.#noteAttributes(this.#fields, attributes, frame.base);
      return frame;
    }
    const fieldName = (frame.place === 'item' ? itemFields : feedFields).get(name);
    const isGroup = groups.has(name);
    if (fieldName === undefined || this.#fieldsOf(frame).length >= maximumFields)
      return isGroup ? frame : { ...frame, place: 'ignored' };
    this.#capture = {
      capture: new Capture(fieldName, name, lowerCaseNames(attributes), this.#baseFor(frame)),
      depth: this.#stack.length,
    };
    // A group's own attributes are a field; its children are fields too, so nothing may capture them.
    if (isGroup) this.#finishCapture();
    return frame;
  }

  #enterItem(attributes: Record<string, string>, frame: Frame): Frame {
    if (this.#items.length >= maximumItems) {
      this.#dropped += 1;
      return { ...frame, place: 'ignored' };
    }
    const item: Field[] = [];
    this.#items.push(item);
    this.#noteAttributes(item, attributes, frame.base);
    return { ...frame, place: 'item', item };
  }

  /** RSS 1.0 names a thing by `rdf:about`; CDF gives address and date in attributes. */
  #noteAttributes(fields: Field[], attributes: Record<string, string>, base: string): void {
    if (this.#format !== 'rdf' && this.#format !== 'cdf') return;
    const lower = lowerCaseNames(attributes);
    const about = this.#format === 'rdf' ? (lower['rdf:about'] ?? lower.about) : undefined;
    if (about) fields.push({ name: 'about', value: about.trim() });
    if (this.#format !== 'cdf') return;
    const link = new Capture('link', 'link', lower, base).finish();
    if (link !== null) fields.push(link);
    if (lower.lastmod) fields.push({ name: 'updated', value: lower.lastmod });
  }

  #finishCapture(): void {
    const holder = this.#stack.at(-1);
    const field = this.#capture?.capture.finish();
    this.#capture = null;
    if (!field || !holder) return;
    this.#fieldsOf(holder).push(field);
    const isSite = field.name === 'link' && holder.item === null && (field.rel ?? 'alternate') === 'alternate';
    if (isSite) this.#siteBase ??= field.value;
  }

  #fieldsOf({ item }: Frame): Field[] {
    return item ?? this.#fields;
  }

  /** A feed served from another host than its site's (FeedBurner, a CDN) means its relative links to be the site's. */
  #baseFor(frame: Frame): string {
    const elsewhere =
      frame.item !== null &&
      frame.base === this.#base &&
      this.#siteBase !== null &&
      hostOf(this.#siteBase) !== hostOf(this.#base);
    return elsewhere ? (this.#siteBase ?? '') : frame.base;
  }

  /** A text, link or date that was never closed ends where the next field or item begins. */
  #breaksOff(name: string): boolean {
    if (this.#format !== null && name === itemByFormat[this.#format]) return true;
    if (neverInText.has(name)) return true;
    const capturing = this.#capture?.capture;
    if (capturing === undefined || !(itemFields.has(name) || feedFields.has(name))) return false;
    return !capturing.keepsMarkup || (capturing.name === 'title' && name !== 'title' && !name.startsWith('xhtml:'));
  }
}

/** Without `www.`; null when the address is relative or empty. */
function hostOf(address: string): string | null {
  return URL.canParse(address) ? new URL(address).hostname.replace(/^www\./, '') : null;
}

function lowerCaseNames(attributes: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(attributes).map(([name, value]) => [name.toLowerCase(), value]));
}

function tooComplex(reason: string): FeedError {
  return new FeedError('too-complex', `The document is too complex: ${reason}.`);
}

function notAFeed(root: string | null): FeedError {
  if (root === 'html') return new FeedError('html', 'The document is a web page, not a feed.');
  return new FeedError(
    'not-a-feed',
    root === null ? 'The document is not XML or JSON.' : `The document is <${root.slice(0, 40)}>, not a feed.`,
  );
}
