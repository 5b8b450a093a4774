import { Parser } from 'htmlparser2';
import { Capture } from './capture.ts';
import { type Home, type Namespaces, namespaceOf, ourName, withDeclarations } from './element-names.ts';
import { FeedError } from './feed-error.ts';
import { feedFields, groups, itemFields } from './field-names.ts';
import { innerBase } from './resolve-address.ts';
import type { FeedFormat, Field, TidiedFeed } from './tidied-feed.ts';

const maximumItems = 2_000;
const maximumDepth = 256;
/** Of one item or the feed itself: room for every field several times over, and none for a flood of them. */
const maximumFields = 200;

const formatByRoot = new Map(
  Object.entries<FeedFormat>({
    rss: 'rss',
    rdf: 'rdf',
    feed: 'atom',
    entry: 'atom',
    channel: 'cdf',
    urlset: 'sitemap',
  }),
);
const itemByFormat: Record<FeedFormat, string> = {
  rss: 'item',
  rdf: 'item',
  cdf: 'item',
  atom: 'atom:entry',
  sitemap: 'url',
  json: '',
};

/** Where an open element stands. `feed`, `item`: its children are fields of these; `ignored`: with all it holds. */
interface Frame {
  place: 'feed' | 'item' | 'ignored' | 'captured';
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

  constructor(base: string) {
    this.#base = base;
  }

  onopentag(rawName: string, attributes: Record<string, string>): void {
    if (this.#stack.length >= maximumDepth)
      throw new FeedError('too-deep', `The document is nested more than ${maximumDepth} elements deep.`);
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
      return { ...outer, place: 'captured', namespaces };
    }
    if (this.#capture !== null) this.#finishCapture();
    return this.#enterElement(name, attributes, {
      ...this.#holder(),
      namespaces,
      base: innerBase(attributes['xml:base'], outer.base),
    });
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
    const field = (frame.place === 'item' ? itemFields : feedFields).get(name);
    if (field !== undefined)
      this.#startCapture(new Capture(field, name, lowerCaseNames(attributes), this.#baseFor(frame)));
    if (!groups.has(name)) return { ...frame, place: field === undefined ? 'ignored' : 'captured' };
    // A group's own attributes are a field; its children are fields too, so nothing may capture them.
    this.#finishCapture();
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
    const lower = lowerCaseNames(attributes);
    const about = this.#format === 'rdf' ? (lower['rdf:about'] ?? lower.about) : undefined;
    if (about) fields.push({ name: 'about', value: about.trim() });
    if (this.#format !== 'cdf') return;
    const link = new Capture('link', 'link', lower, base).finish();
    if (link !== null) fields.push(link);
    if (lower.lastmod) fields.push({ name: 'updated', value: lower.lastmod });
  }

  #startCapture(capture: Capture): void {
    this.#capture = { capture, depth: this.#stack.length };
  }

  #finishCapture(): void {
    const field = this.#capture?.capture.finish();
    const fields = this.#holder().item ?? this.#fields;
    if (field?.name === 'link' && fields === this.#fields && (field.rel ?? 'alternate') === 'alternate')
      this.#siteBase ??= field.value;
    if (field && fields.length < maximumFields) fields.push(field);
    this.#capture = null;
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

  /** The innermost element whose children are fields, or, failing that, the ignored one we are in. */
  #holder(): Frame {
    const inner = this.#stack.at(-1);
    const holder = this.#stack.findLast((frame) => frame.place !== 'captured');
    return holder ?? inner ?? { place: 'ignored', item: null, namespaces: {}, base: this.#base };
  }

  /** A title, link or date that was never closed ends where the next field or item begins. */
  #breaksOff(name: string): boolean {
    if (this.#format !== null && name === itemByFormat[this.#format]) return true;
    const known = itemFields.has(name) || feedFields.has(name);
    const capturing = this.#capture?.capture;
    if (!known || capturing === undefined) return false;
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

function notAFeed(root: string | null): FeedError {
  if (root === 'html') return new FeedError('html', 'The document is a web page, not a feed.');
  return new FeedError(
    'not-a-feed',
    root === null ? 'The document is not XML or JSON.' : `The document is <${root.slice(0, 40)}>, not a feed.`,
  );
}
