/** A document made to hurt a parser, by what it does. All but the last group are well under the 5 MB that are read at all. */
export interface HostileDocument {
  name: string;
  make(): string | Uint8Array;
  /** Whether it must be refused, must be read, or may be either. */
  outcome: 'refused' | 'read' | 'either';
}

const megabyte = 1024 * 1024;
const item = (content: string) =>
  `<rss version="2.0"><channel><title>t</title><item><title>Strike</title><link>https://courier.example/a</link>${content}</item></channel></rss>`;
const described = (html: string) => item(`<description>${html}</description>`);
const fill = (piece: string, bytes: number) => piece.repeat(Math.floor(bytes / piece.length));

function billionLaughs(): string {
  const levels = Array.from({ length: 9 }, (_, level) => `<!ENTITY l${level + 1} "${`&l${level};`.repeat(10)}">`);
  return `<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY l0 "lol">${levels.join('')}]>${described('&l9;')}`;
}

/** A feed of about 4 MB that nobody made to hurt: what the others cost is told beside it. */
export const ordinaryDocument: HostileDocument = {
  name: 'an ordinary feed of 4 MB',
  make: () => {
    const entry = (n: number) =>
      `<item><title>Story ${n}</title><link>https://courier.example/${n}</link><description>${'The talks went on. '.repeat(200)}</description></item>`;
    const items = Array.from({ length: 1000 }, (_, n) => entry(n));
    return `<rss version="2.0"><channel><title>t</title>${items.join('')}</channel></rss>`;
  },
  outcome: 'read',
};

export const hostileDocuments: readonly HostileDocument[] = [
  // What made rss-parser's snippets quadratic.
  { name: '1 MB of escaped "<p"', make: () => described(fill('&lt;p', megabyte)), outcome: 'read' },
  { name: '4 MB of escaped "<p"', make: () => described(fill('&lt;p', 4 * megabyte)), outcome: 'read' },
  {
    name: '4 MB of escaped "<" in content:encoded',
    make: () => item(`<content:encoded>${fill('&lt;', 4 * megabyte)}</content:encoded>`),
    outcome: 'read',
  },
  { name: '4 MB of "<p" in CDATA', make: () => described(`<![CDATA[${fill('<p', 4 * megabyte)}]]>`), outcome: 'read' },
  { name: '4 MB of escaped <div>', make: () => described(fill('&lt;div&gt;', 4 * megabyte)), outcome: 'read' },
  {
    name: '4 MB of escaped <div> in a title',
    make: () => item(`<title>${fill('&lt;div&gt;', 4 * megabyte)}</title>`),
    outcome: 'read',
  },
  { name: '4 MB of escaped comments', make: () => described(fill('&lt;!--', 4 * megabyte)), outcome: 'read' },
  // Entities.
  { name: 'billion laughs', make: billionLaughs, outcome: 'read' },
  {
    name: 'a quadratic blow-up of one long entity',
    make: () => `<!DOCTYPE rss [<!ENTITY a "${'x'.repeat(100_000)}">]>${described('&a;'.repeat(50_000))}`,
    outcome: 'read',
  },
  {
    name: 'many short entities',
    make: () => `<!DOCTYPE rss [<!ENTITY a "${'x'.repeat(200)}">]>${described('&a;'.repeat(1_000_000))}`,
    outcome: 'either',
  },
  {
    name: 'an entity that is a file',
    make: () => `<!DOCTYPE rss [<!ENTITY a SYSTEM "file:///etc/passwd">]>${described('&a;')}`,
    outcome: 'read',
  },
  {
    name: '100,000 entity declarations',
    make: () =>
      `<!DOCTYPE rss [${Array.from({ length: 100_000 }, (_, n) => `<!ENTITY e${n} "x">`).join('')}]>${described('&e1;')}`,
    outcome: 'read',
  },
  {
    name: 'a document type that never ends',
    make: () => `<!DOCTYPE rss [${fill('<!ENTITY a "', 4 * megabyte)}`,
    outcome: 'refused',
  },
  { name: '4 MB of unknown entities', make: () => described(fill('&nope;', 4 * megabyte)), outcome: 'read' },
  {
    name: '4 MB of different unknown entities',
    make: () => described(Array.from({ length: 400_000 }, (_, n) => `&q${n};`).join('')),
    outcome: 'read',
  },
  { name: '4 MB of ampersands', make: () => described(fill('&', 4 * megabyte)), outcome: 'read' },
  { name: '4 MB of "&#x"', make: () => described(fill('&#x', 4 * megabyte)), outcome: 'read' },
  // Depth and breadth.
  {
    name: 'a million open elements',
    make: () => `<rss version="2.0"><channel><item>${fill('<a>', 3 * megabyte)}`,
    outcome: 'refused',
  },
  {
    name: 'a million open elements in a description',
    make: () => described(fill('<b>', 3 * megabyte)),
    outcome: 'refused',
  },
  { name: 'a million open elements before any feed', make: () => fill('<a>', 3 * megabyte), outcome: 'refused' },
  {
    name: '400,000 items',
    make: () => `<rss version="2.0"><channel>${fill('<item/>', 3 * megabyte)}</channel></rss>`,
    outcome: 'read',
  },
  { name: '400,000 titles in one item', make: () => item(fill('<title>x</title>', 4 * megabyte)), outcome: 'read' },
  { name: '400,000 unclosed titles in one item', make: () => item(fill('<title>x', 4 * megabyte)), outcome: 'refused' },
  {
    name: '400,000 empty links in the feed',
    make: () => `<feed xmlns="http://www.w3.org/2005/Atom">${fill('<link/>', 4 * megabyte)}</feed>`,
    outcome: 'read',
  },
  {
    name: '300,000 attributes on one element',
    make: () =>
      `<rss version="2.0" ${Array.from({ length: 300_000 }, (_, n) => `a${n}="x"`).join(' ')}>${item('')}</rss>`,
    outcome: 'either',
  },
  {
    name: '100,000 namespace declarations on every one of 20 levels',
    make: () =>
      `<rss version="2.0" ${Array.from({ length: 100_000 }, (_, n) => `xmlns:n${n}="u"`).join(' ')}><channel>${'<a xmlns:z="y">'.repeat(20)}`,
    outcome: 'either',
  },
  {
    name: '20,000 elements that each declare a namespace under 5,000 others',
    make: () =>
      `<rss version="2.0" ${Array.from({ length: 5_000 }, (_, n) => `xmlns:n${n}="u"`).join(' ')}><channel>${fill('<a xmlns:z="y"/>', 2 * megabyte)}`,
    outcome: 'either',
  },
  {
    name: 'an attribute of 4 MB',
    make: () => `<rss version="2.0"><channel><link href="${fill('x', 4 * megabyte)}"/></channel></rss>`,
    outcome: 'read',
  },
  {
    name: 'an element name of 4 MB',
    make: () => `<rss version="2.0"><${fill('x', 4 * megabyte)}/></rss>`,
    outcome: 'either',
  },
  // Broken ends.
  { name: '4 MB of "<"', make: () => `<rss version="2.0">${fill('<', 4 * megabyte)}`, outcome: 'either' },
  { name: '4 MB of "< "', make: () => `<rss version="2.0">${fill('< ', 4 * megabyte)}`, outcome: 'either' },
  { name: '4 MB of "<!"', make: () => `<rss version="2.0">${fill('<!', 4 * megabyte)}`, outcome: 'either' },
  { name: '4 MB of "<?"', make: () => `<rss version="2.0">${fill('<?', 4 * megabyte)}`, outcome: 'either' },
  {
    name: '4 MB of "<![CDATA["',
    make: () => `<rss version="2.0"><channel>${fill('<![CDATA[', 4 * megabyte)}`,
    outcome: 'either',
  },
  {
    name: '4 MB of "</a>"',
    make: () => `<rss version="2.0"><channel>${fill('</a>', 4 * megabyte)}`,
    outcome: 'either',
  },
  {
    name: 'a comment that never ends',
    make: () => `<rss version="2.0"><!-- ${fill('- ', 4 * megabyte)}`,
    outcome: 'either',
  },
  { name: '4 MB of white space before anything', make: () => `${fill(' ', 4 * megabyte)}${item('')}`, outcome: 'read' },
  {
    name: '4 MB of white space in a title',
    make: () => item(`<title>${fill(' ', 4 * megabyte)}x</title>`),
    outcome: 'read',
  },
  {
    name: '4 MB of white space in a date',
    make: () => item(`<pubDate>${fill(' ', 4 * megabyte)}x</pubDate>`),
    outcome: 'read',
  },
  {
    name: '4 MB of white space in an address',
    make: () => `<rss version="2.0"><channel><item><link>a${fill('\n ', 4 * megabyte)}b</link></item></channel></rss>`,
    outcome: 'read',
  },
  {
    name: 'dates of 100,000 digits',
    make: () => item(`<pubDate>${'1'.repeat(100_000)}</pubDate>`.repeat(20)),
    outcome: 'read',
  },
  {
    name: '4 MB of brackets in a date',
    make: () => item(`<pubDate>${fill('(', 4 * megabyte)}</pubDate>`),
    outcome: 'read',
  },
  // Bytes.
  { name: '4 MB of zeros', make: () => Buffer.alloc(4 * megabyte), outcome: 'refused' },
  { name: '4 MB of 0xFF', make: () => Buffer.alloc(4 * megabyte, 0xff), outcome: 'refused' },
  {
    name: '4 MB that are half UTF-8',
    make: () =>
      Buffer.concat([Buffer.from(described('')), Buffer.from('é'.repeat(700_000)), Buffer.alloc(700_000, 0xe9)]),
    outcome: 'read',
  },
  {
    name: '4 MB of curly quotes in windows-1252',
    make: () =>
      Buffer.concat([
        Buffer.from('<?xml version="1.0" encoding="windows-1252"?><rss version="2.0"><channel><title>'),
        Buffer.alloc(4 * megabyte, 0x92),
      ]),
    outcome: 'read',
  },
  {
    name: 'every other byte stray',
    make: () =>
      Buffer.concat([
        Buffer.from('<rss version="2.0"><channel><title>'),
        Buffer.from(Array.from({ length: 300_000 }, () => [0xc3, 0xa9, 0xe9]).flat()),
      ]),
    outcome: 'read',
  },
  { name: 'an unclosed XML declaration', make: () => `<?xml ${fill('encoding="', 4 * megabyte)}`, outcome: 'refused' },
  // JSON.
  {
    name: 'JSON a million arrays deep',
    make: () => `{"version":"https://jsonfeed.org/version/1.1","items":${fill('[', megabyte)}`,
    outcome: 'refused',
  },
  {
    name: 'JSON well-formed and 100,000 arrays deep',
    make: () => `{"version":"https://jsonfeed.org/version/1.1","items":[${'['.repeat(100_000)}${']'.repeat(100_000)}]}`,
    outcome: 'either',
  },
  {
    name: 'JSON with 500,000 items',
    make: () => `{"items":[${Array.from({ length: 500_000 }, () => '{}').join()}]}`,
    outcome: 'read',
  },
  {
    name: 'JSON with a prototype',
    make: () => '{"items":[{"__proto__":{"title":"x"},"constructor":1,"id":"1"}]}',
    outcome: 'read',
  },
  // Over the limit.
  { name: '5 MB and a byte', make: () => Buffer.alloc(5 * megabyte + 1, 0x20), outcome: 'refused' },
];
