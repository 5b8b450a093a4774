/** Another extractor: the page's HTML and address in, its text out. */
export interface Peer {
  name: string;
  extract(html: string, url: string): Promise<string> | string;
}

/** Peers live in `bench/package.json` alone: their types are not the project's. */
const load = (name: string): Promise<Record<string, never>> => import(name);

type Readability = new (document: unknown) => { parse(): { textContent: string } | null };

/** All npm peers that are installed; none where `npm --prefix bench ci` was not run. */
export async function loadPeers(): Promise<Peer[]> {
  const peers = await Promise.allSettled([linkedom(), jsdom(), postlight(), extractus(), defuddle()]);
  return peers.flatMap((peer) => (peer.status === 'fulfilled' ? [peer.value] : []));
}

async function linkedom(): Promise<Peer> {
  const { Readability } = (await load('@mozilla/readability')) as unknown as { Readability: Readability };
  const { parseHTML } = (await load('linkedom')) as unknown as { parseHTML(html: string): { document: unknown } };
  return {
    name: 'Readability + linkedom',
    extract: (html) => new Readability(parseHTML(html).document).parse()?.textContent ?? '',
  };
}

async function jsdom(): Promise<Peer> {
  const { Readability } = (await load('@mozilla/readability')) as unknown as { Readability: Readability };
  const { JSDOM } = (await load('jsdom')) as unknown as {
    JSDOM: new (html: string, options: { url: string }) => { window: { document: unknown; close(): void } };
  };
  return {
    name: 'Readability + jsdom',
    extract: (html, url) => {
      const { window } = new JSDOM(html, { url });
      const text = new Readability(window.document).parse()?.textContent ?? '';
      window.close();
      return text;
    },
  };
}

async function postlight(): Promise<Peer> {
  const { default: parser } = (await load('@postlight/parser')) as unknown as {
    default: { parse(url: string, options: object): Promise<{ content: string | null }> };
  };
  return {
    name: '@postlight/parser',
    // A page that gives its next page's address would be fetched: offline it is read alone.
    extract: async (html, url) =>
      (await parser.parse(url, { html, contentType: 'text', fetchAllPages: false })).content ?? '',
  };
}

async function extractus(): Promise<Peer> {
  const { extractFromHtml } = (await load('@extractus/article-extractor')) as unknown as {
    extractFromHtml(html: string, url: string): Promise<{ content?: string } | null>;
  };
  return {
    name: '@extractus/article-extractor',
    extract: async (html, url) => plain((await extractFromHtml(html, url))?.content ?? ''),
  };
}

async function defuddle(): Promise<Peer> {
  const { Defuddle } = (await load('defuddle/node')) as unknown as {
    Defuddle(html: string, url: string): Promise<{ content: string }>;
  };
  return { name: 'defuddle', extract: async (html, url) => plain((await Defuddle(html, url)).content) };
}

const plain = (html: string) =>
  html
    .replace(/<[^>]*>/g, ' ')
    .replace(/&nbsp;/g, ' ')
    .replace(/&amp;/g, '&');
