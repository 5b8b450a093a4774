/** Prefix we use for a namespace; the empty one is RSS's own, and whatever has none. Compared in lower case, without a slash at the end. */
const prefixByNamespace: Record<string, string> = {
  '': '',
  'http://backend.userland.com/rss': '',
  'http://backend.userland.com/rss2': '',
  'http://backend.userland.com/rss091': '',
  'http://backend.userland.com/rss2.0': '',
  'http://blogs.law.harvard.edu/tech/rss': '',
  'http://cyber.law.harvard.edu/rss': '',
  'http://purl.org/rss/1.0': '',
  'http://purl.org/net/rss1.1#': '',
  'http://my.netscape.com/rdf/simple/0.9': '',
  'http://channel.netscape.com/rdf/simple/0.9': '',
  'http://my.netscape.com/publish/formats/rss-0.91.dtd': '',
  'http://www.w3.org/2005/atom': 'atom',
  'http://purl.org/atom/ns#': 'atom',
  'http://purl.org/dc/elements/1.0': 'dc',
  'http://purl.org/dc/elements/1.1': 'dc',
  'http://purl.org/dc/terms': 'dcterms',
  'http://purl.org/rss/1.0/modules/content': 'content',
  'http://purl.org/rss/1.0/modules/syndication': 'sy',
  'http://rssnamespace.org/feedburner/ext/1.0': 'feedburner',
  'http://www.pheedo.com/namespace/pheedo': 'pheedo',
  'http://search.yahoo.com/mrss': 'media',
  'http://search.yahoo.com/rss': 'media',
  'http://www.itunes.com/dtds/podcast-1.0.dtd': 'itunes',
  'http://www.google.com/schemas/sitemap-news/0.9': 'news',
  'http://www.sitemaps.org/schemas/sitemap/0.9': '',
  'http://www.google.com/schemas/sitemap/0.84': '',
  'http://www.w3.org/1999/02/22-rdf-syntax-ns#': 'rdf',
  'http://www.w3.org/1999/xhtml': 'xhtml',
};

const customaryPrefixes = new Set(Object.values(prefixByNamespace).filter((prefix) => prefix !== ''));

/** The declarations in force at some element: prefix (empty for the default) to namespace. */
export type Namespaces = Readonly<Record<string, string>>;

/** More than any feed declares; beyond it declarations are ignored, as each element that declares copies them all. */
const maximumDeclarations = 64;

/** The declarations in force inside an element. */
export function withDeclarations(outer: Namespaces, attributes: Record<string, string>): Namespaces {
  const names = Object.keys(attributes).filter((name) => name === 'xmlns' || name.startsWith('xmlns:'));
  if (names.length === 0 || Object.keys(outer).length + names.length > maximumDeclarations) return outer;
  return { ...outer, ...Object.fromEntries(names.map((name) => [name.slice(6), attributes[name] ?? ''])) };
}

/**
 * The namespace a document's own elements stand in, and how we name them: `atom` under a `<feed>`, bare under any other
 * root. So a feed in a namespace nobody has heard of, or in none, is still read.
 */
export interface Home {
  namespace: string | undefined;
  prefix: 'atom' | '';
}

/** The namespace of an element's name; undefined when its prefix (or the default) is not declared. */
export function namespaceOf(name: string, namespaces: Namespaces): string | undefined {
  const colon = name.indexOf(':');
  const prefix = colon < 0 ? '' : name.slice(0, colon);
  return Object.hasOwn(namespaces, prefix) ? namespaces[prefix] : undefined;
}

/**
 * An element's name under our own prefix, in lower case: `Atom:Title` becomes `atom:title`, an RSS element in any of
 * RSS's namespaces a bare `title`. A prefix that is not declared is taken at its word; an unknown namespace becomes
 * the prefix `other`, so that its `title` is not mistaken for the feed's (Namespaces in XML 1.0).
 */
export function ourName(name: string, namespaces: Namespaces, home: Home): string {
  const colon = name.indexOf(':');
  const prefix = colon < 0 ? '' : name.slice(0, colon).toLowerCase();
  const local = name.slice(colon + 1).toLowerCase();
  const namespace = namespaceOf(name, namespaces);
  const ours =
    namespace === home.namespace && (namespace !== undefined || prefix === '')
      ? home.prefix
      : prefixFor(namespace, prefix);
  return ours === '' ? local : `${ours}:${local}`;
}

function prefixFor(namespace: string | undefined, prefix: string): string {
  if (namespace === undefined) return prefix === 'a10' ? 'atom' : prefix === 'rss' ? '' : prefix;
  const key = namespace
    .trim()
    .toLowerCase()
    .replace(/^https:/, 'http:')
    .replace(/\/$/, '');
  if (Object.hasOwn(prefixByNamespace, key)) return prefixByNamespace[key] ?? '';
  // Outlets misspell namespaces; a prefix everyone uses for one thing is clearer than the address behind it.
  return customaryPrefixes.has(prefix) ? prefix : 'other';
}
