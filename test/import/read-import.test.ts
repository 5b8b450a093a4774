import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { WARCRecord, WARCSerializer } from 'warcio';
import { ImportError, type ImportRecord } from '../../shared/import/import-record.ts';
import { type ImportFileKind, readImport } from '../../shared/import/read-import.ts';

/** The bytes in pieces of an awkward size, as a file stream gives them. */
async function* pieces(bytes: Uint8Array, size = 37): AsyncGenerator<Uint8Array> {
  for (let start = 0; start < bytes.length; start += size) yield bytes.subarray(start, start + size);
}

async function read(kind: ImportFileKind, content: string | Uint8Array, size?: number): Promise<ImportRecord[]> {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  const records: ImportRecord[] = [];
  for await (const record of readImport(kind, pieces(bytes, size))) records.push(record);
  return records;
}

const good = (records: ImportRecord[]) =>
  records.flatMap((record) => (record.kind === 'candidate' ? [record.candidate] : []));
const bad = (records: ImportRecord[]) =>
  records.flatMap((record) => (record.kind === 'bad' ? [[record.place, record.problem]] : []));

describe('a table of addresses', () => {
  const rows =
    'url,outlet,title,published\nhttps://courier.example/a,Northern Courier,"Strike off, for now",2016-02-10\nhttps://courier.example/b,Northern Courier,Talks,10/02/2016 08:00\n';

  test.each<[string, string | Uint8Array]>([
    ['with commas', rows],
    ['with a byte order mark and Windows line ends', `\uFEFF${rows.replaceAll('\n', '\r\n')}`],
    [
      'with semicolons',
      'URL;Outlet;Title;Published\nhttps://courier.example/a;Northern Courier;Strike off, for now;2016-02-10\nhttps://courier.example/b;Northern Courier;Talks;2016-02-10T08:00:00Z\n',
    ],
    [
      'with tabs, and other names',
      'id\tpublish_date\tmedia_name\ttitle\tlink\n1\t2016-02-10\tNorthern Courier\tStrike off, for now\thttps://courier.example/a\n2\t2016-02-10 08:00\tNorthern Courier\tTalks\thttps://courier.example/b\n',
    ],
    ['compressed', gzipSync(rows)],
  ])('%s', async (_name, table) => {
    const records = await read('csv', table);
    expect(bad(records)).toEqual([]);
    expect(good(records)).toMatchObject([
      {
        url: 'https://courier.example/a',
        canonicalUrl: 'https://courier.example/a',
        outlet: 'Northern Courier',
        title: 'Strike off, for now',
        published: '2016-02-10T00:00:00.000Z',
        page: null,
        text: null,
      },
      { url: 'https://courier.example/b', title: 'Talks', published: '2016-02-10T08:00:00.000Z' },
    ]);
  });

  test('of nothing but addresses', async () => {
    expect(good(await read('csv', 'url\nhttps://courier.example/a\n'))).toMatchObject([
      { url: 'https://courier.example/a', published: null },
    ]);
  });

  test('bad rows are counted with their lines, and the rest is kept', async () => {
    const table =
      'url,published\nhttps://courier.example/a,2016-02-10\n,2016-02-10\nnot an address,\nhttps://courier.example/,\nftp://courier.example/x,\nhttps://courier.example/b,some day\nhttps://courier.example/c\n';
    const records = await read('csv', table);
    expect(bad(records)).toEqual([
      ['line 3', 'no-address'],
      ['line 4', 'relative-address'],
      ['line 5', 'home-page'],
      ['line 6', 'not-http'],
      ['line 7', 'bad-date'],
    ]);
    expect(good(records).map(({ url }) => url)).toEqual(['https://courier.example/a', 'https://courier.example/c']);
  });

  test('without a column of addresses is refused, with its columns and what to do', async () => {
    await expect(read('csv', 'name,when\nA,2016\n')).rejects.toMatchObject({
      message: expect.stringContaining('"name", "when"'),
      remedy: expect.stringContaining('"url"'),
    });
    await expect(read('csv', 'name,when\nA,2016\n')).rejects.toBeInstanceOf(ImportError);
  });

  test('a source that fails while it is read fails the import', async () => {
    async function* failing() {
      yield Buffer.from('url\nhttps://courier.example/a\n');
      throw new Error('the disk is gone');
    }
    await expect(async () => {
      for await (const _ of readImport('csv', failing()));
    }).rejects.toThrow('the disk is gone');
  });
});

describe('JSONL', () => {
  test('lines are read, broken ones counted with their numbers', async () => {
    const lines = [
      '{"url":"https://courier.example/a","text":"Talks resumed.","published":"2016-02-10T08:00:00Z"}',
      '',
      '{"url":',
      '[1]',
      '{"title":"no address"}',
      '{"url":"https://courier.example/é"}',
    ];
    const records = await read('jsonl', lines.join('\r\n'), 5);
    expect(good(records)).toMatchObject([
      { url: 'https://courier.example/a', text: 'Talks resumed.' },
      { url: 'https://courier.example/é' },
    ]);
    expect(bad(records)).toEqual([
      ['line 3', 'bad-line'],
      ['line 4', 'bad-line'],
      ['line 5', 'no-address'],
    ]);
  });

  test('a line without end is not held in memory', async () => {
    const records = await read(
      'jsonl',
      Buffer.concat([Buffer.alloc(11 * 1024 * 1024, 'x'), Buffer.from('\n{"url":"https://courier.example/a"}\n')]),
      1 << 20,
    );
    expect(bad(records)).toEqual([['line 1', 'too-large']]);
    expect(good(records)).toHaveLength(1);
  });
});

describe('sitemaps', () => {
  const news = `<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9" xmlns:image="i">
    <url><loc>https://courier.example/a?x=1&amp;y=2</loc><news:news><news:publication><news:name>Northern Courier</news:name><news:language>en</news:language></news:publication><news:publication_date>2016-02-10T08:00:00Z</news:publication_date><news:title>Strike off</news:title></news:news><lastmod>2016-02-12</lastmod><image:image><image:loc>https://courier.example/a.jpg</image:loc><image:title>Photo</image:title></image:image></url>
    <url><loc>https://courier.example/b</loc><lastmod>2016-02-11</lastmod></url><url><loc/></url></urlset>`;

  test.each<[string, string | Uint8Array]>([
    ['plain', news],
    ['compressed', gzipSync(news)],
  ])('%s', async (_name, sitemap) => {
    const records = await read('sitemap', sitemap);
    expect(good(records)).toMatchObject([
      {
        url: 'https://courier.example/a?x=1&y=2',
        outlet: 'Northern Courier',
        title: 'Strike off',
        published: '2016-02-10T08:00:00.000Z',
      },
      { url: 'https://courier.example/b', published: '2016-02-11T00:00:00.000Z' },
    ]);
    expect(bad(records)).toEqual([['address 3', 'no-address']]);
  });

  test.each([
    ['a list of sitemaps', '<sitemapindex><sitemap><loc>https://courier.example/1.xml</loc></sitemap></sitemapindex>'],
    ['a feed', '<rss version="2.0"/>'],
    ['nothing', ''],
  ])('%s is refused', async (_name, content) => {
    await expect(read('sitemap', content)).rejects.toBeInstanceOf(ImportError);
  });
});

describe('WARC files', () => {
  const page = (name: string) =>
    `<html><head><title>${name}</title></head><body><p>Talks about ${name}.</p></body></html>`;

  async function record(
    name: string,
    { status = '200 OK', type = 'text/html; charset=utf-8', body = page(name), gzip = false } = {},
  ): Promise<Uint8Array> {
    async function* content() {
      yield Buffer.from(body);
    }
    const httpHeaders = { 'Content-Type': type, 'Content-Length': String(Buffer.byteLength(body)) };
    const made = WARCRecord.create(
      {
        url: `https://courier.example/${name}`,
        date: '2016-02-10T08:00:00Z',
        type: 'response',
        warcHeaders: {},
        httpHeaders,
        statusline: `HTTP/1.1 ${status}`,
      },
      content(),
    );
    return WARCSerializer.serialize(made, { gzip });
  }

  test.each([false, true])('pages are read with their addresses (compressed: %s)', async (gzip) => {
    const file = Buffer.concat([await record('a', { gzip }), await record('b', { gzip })]);
    const candidates = good(await read('warc', file));
    expect(candidates.map(({ url }) => url)).toEqual(['https://courier.example/a', 'https://courier.example/b']);
    expect(Buffer.from(candidates[1]!.page!.bytes).toString()).toBe(page('b'));
    expect(candidates[0]!.page!.contentType).toContain('text/html');
  });

  test('what is no page is counted with its place', async () => {
    const file = Buffer.concat([
      await record('a'),
      await record('gone', { status: '404 Not Found' }),
      await record('pic', { type: 'image/png' }),
      await record('b'),
    ]);
    const records = await read('warc', file);
    expect(good(records)).toHaveLength(2);
    expect(bad(records)).toEqual([
      [expect.stringMatching(/^record 2 at byte \d+$/), 'not-a-page'],
      [expect.stringMatching(/^record 3 at byte \d+$/), 'not-a-page'],
    ]);
  });

  test.each([false, true])(
    'a file that breaks off keeps its good records, and says where it broke (compressed: %s)',
    async (gzip) => {
      const parts = await Promise.all(['a', 'b', 'c'].map((name) => record(name, { gzip })));
      const whole = Buffer.concat(parts);
      const records = await read('warc', whole.subarray(0, whole.length - Math.floor(parts[2]!.length / 3)));
      expect(good(records).map(({ url }) => url)).toEqual(['https://courier.example/a', 'https://courier.example/b']);
      expect(bad(records)).toEqual([[expect.stringMatching(/^record 3 at byte \d+$/), 'truncated']]);
    },
  );

  test('a file of something else gives no page and one bad record', async () => {
    const records = await read('warc', 'This is no archive at all.\n'.repeat(10));
    expect(good(records)).toEqual([]);
    expect(bad(records)).toHaveLength(1);
  });
});

describe('a folder of saved pages', () => {
  async function saved(path: string, html: string): Promise<ImportRecord> {
    async function* folder() {
      yield { path, bytes: Buffer.from(html) };
    }
    for await (const each of readImport('html', folder())) return each;
    throw new Error('no record');
  }

  test.each<[string, string, string, string]>([
    [
      'a canonical link',
      'a.html',
      '<html><head><link rel="canonical" href="https://courier.example/a"></head></html>',
      'https://courier.example/a',
    ],
    ['og:url', 'a.html', '<meta property="og:url" content="https://courier.example/a">', 'https://courier.example/a'],
    [
      'what the browser noted',
      'a.html',
      '<!-- saved from url=(0025)https://courier.example/a -->\n<html></html>',
      'https://courier.example/a',
    ],
    [
      'what SingleFile noted',
      'a.html',
      '<html><!--\n Page saved with SingleFile \n url: https://courier.example/a \n saved date: x --></html>',
      'https://courier.example/a',
    ],
    ['a mirror’s path', 'courier.example/health/a.html', '<html></html>', 'https://courier.example/health/a'],
  ])('has its address from %s', async (_name, path, html, url) => {
    expect(await saved(path, html)).toMatchObject({ kind: 'candidate', place: path, candidate: { url } });
  });

  test('a page that names no address is counted with its path', async () => {
    expect(await saved('pages/a.html', '<html></html>')).toEqual({
      kind: 'bad',
      place: 'pages/a.html',
      problem: 'no-address',
      detail: '',
    });
  });
});
