import { describe, expect, test } from 'vitest';
import { FeedError } from '../../shared/feed/feed-error.ts';
import { parseFeed } from '../../shared/feed/parse-feed.ts';

const url = 'https://courier.example/rss/feed.xml';
const parse = (document: string | Uint8Array, contentType = 'application/xml') =>
  parseFeed(typeof document === 'string' ? Buffer.from(document) : document, { url, contentType });
const first = async (document: string) => (await parse(document)).entries[0];
const item = (content: string, attributes = '') =>
  `<rss version="2.0" ${attributes}><channel><title>Courier</title><link>https://courier.example/</link><item>${content}</item></channel></rss>`;
const entry = (content: string) =>
  `<feed xmlns="http://www.w3.org/2005/Atom"><title>Courier</title><link href="https://courier.example/"/><entry>${content}</entry></feed>`;

/** The same story in every format that is read. */
const formats: [string, string][] = [
  [
    'rss',
    '<rss version="2.0"><channel><title>Courier</title><link>https://courier.example/</link><item><title>Strike off</title><link>https://courier.example/a</link><guid isPermaLink="false">1</guid><pubDate>Wed, 10 Feb 2016 08:00:00 GMT</pubDate><description>Talks resume</description></item></channel></rss>',
  ],
  [
    'rss',
    '<rss version="0.91"><channel><title>Courier</title><link>https://courier.example/</link><item><title>Strike off</title><link>https://courier.example/a</link><description>Talks resume</description><guid>1</guid><pubDate>Wed, 10 Feb 2016 08:00:00 GMT</pubDate></item></channel></rss>',
  ],
  [
    'rdf',
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="https://courier.example/"><title>Courier</title><link>https://courier.example/</link></channel><item rdf:about="1"><title>Strike off</title><link>https://courier.example/a</link><description>Talks resume</description><dc:date>2016-02-10T08:00:00Z</dc:date></item></rdf:RDF>',
  ],
  [
    'atom',
    '<feed xmlns="http://www.w3.org/2005/Atom"><title>Courier</title><link href="https://courier.example/"/><entry><id>1</id><title>Strike off</title><link href="/a"/><published>2016-02-10T08:00:00Z</published><summary>Talks resume</summary></entry></feed>',
  ],
  [
    'atom',
    '<feed version="0.3" xmlns="http://purl.org/atom/ns#"><title>Courier</title><link rel="alternate" type="text/html" href="https://courier.example/"/><entry><id>1</id><title>Strike off</title><link rel="alternate" type="text/html" href="https://courier.example/a"/><issued>2016-02-10T08:00:00Z</issued><summary>Talks resume</summary></entry></feed>',
  ],
  [
    'cdf',
    '<CHANNEL HREF="https://courier.example/"><TITLE>Courier</TITLE><ITEM HREF="https://courier.example/a" LASTMOD="2016-02-10T08:00:00Z"><TITLE>Strike off</TITLE><ABSTRACT>Talks resume</ABSTRACT></ITEM></CHANNEL>',
  ],
  [
    'json',
    '{"version":"https://jsonfeed.org/version/1.1","title":"Courier","home_page_url":"https://courier.example/","items":[{"id":"1","url":"/a","title":"Strike off","summary":"Talks resume","date_published":"2016-02-10T08:00:00Z"}]}',
  ],
  [
    'sitemap',
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"><url><loc>https://courier.example/a</loc><news:news><news:publication><news:name>Courier</news:name></news:publication><news:publication_date>2016-02-10T08:00:00Z</news:publication_date><news:title>Strike off</news:title></news:news></url></urlset>',
  ],
];

describe('formats', () => {
  test.each(formats)('%s', async (format, document) => {
    const feed = await parse(document);
    expect(feed.format).toBe(format);
    expect(feed.entries).toHaveLength(1);
    expect(feed.entries[0]).toMatchObject({
      title: 'Strike off',
      link: 'https://courier.example/a',
      published: '2016-02-10T08:00:00.000Z',
    });
    if (format !== 'sitemap')
      expect(feed).toMatchObject({
        title: 'Courier',
        link: 'https://courier.example/',
        entries: [{ summary: 'Talks resume' }],
      });
  });

  test.each([
    ['a namespace nobody knows', '<feed xmlns="http://nowhere.example/ns"><entry><title>A</title></entry></feed>'],
    ['no namespace', '<feed><entry><title>A</title></entry></feed>'],
    ['a prefix', '<a:feed xmlns:a="http://www.w3.org/2005/Atom"><a:entry><a:title>A</a:title></a:entry></a:feed>'],
    ['a prefix that is not declared', '<atom:feed><atom:entry><atom:title>A</atom:title></atom:entry></atom:feed>'],
    ['capitals', '<RSS VERSION="2.0"><CHANNEL><ITEM><TITLE>A</TITLE></ITEM></CHANNEL></RSS>'],
    ['no version', '<rss><channel><item><title>A</title></item></channel></rss>'],
    ['no channel', '<rss version="2.0"><item><title>A</title></item></rss>'],
    ['a lone Atom entry', '<entry xmlns="http://www.w3.org/2005/Atom"><title>A</title></entry>'],
  ])('%s', async (_name, document) => expect((await first(document))?.title).toBe('A'));

  test.each<[string, string | Uint8Array, string]>([
    ['nothing', '', 'empty'],
    ['white space', ' \n\t', 'empty'],
    ['a web page', '<!DOCTYPE html><html><body>Sign in</body></html>', 'html'],
    ['a list of feeds', '<opml version="2.0"><body/></opml>', 'not-a-feed'],
    ['a list of sitemaps', '<sitemapindex><sitemap/></sitemapindex>', 'not-a-feed'],
    ['a feed wrapped in something else', '<s:Envelope xmlns:s="x"><feed/></s:Envelope>', 'not-a-feed'],
    ['an image', Buffer.from('89504e470d0a1a0a', 'hex'), 'not-a-feed'],
    ['other JSON', '{"error":"no such feed"}', 'not-a-feed'],
    ['broken JSON', '{"version":"https://jsonfeed.org/version/1","items":[', 'not-a-feed'],
    ['words', 'Service unavailable', 'not-a-feed'],
  ])('refuses %s and says what to do', async (_name, document, kind) => {
    const error = await parse(document).then(
      () => null,
      (thrown: unknown) => thrown,
    );
    expect(error).toBeInstanceOf(FeedError);
    expect(error).toMatchObject({ kind, remedy: expect.stringMatching(/\w+ \w+/) });
  });
});

describe('what is broken is repaired, and costs no more than itself', () => {
  const good = '<item><title>Second</title></item>';
  test.each<[string, string, string[]]>([
    ['a bare ampersand', `<item><title>A&E closes</title></item>${good}`, ['A&E closes', 'Second']],
    ['entities of HTML', `<item><title>Pay&nbsp;&pound;5 &hellip;</title></item>${good}`, ['Pay £5 …', 'Second']],
    ['an unknown entity', `<item><title>R&D; budget</title></item>${good}`, ['R&D; budget', 'Second']],
    [
      'an unclosed tag in a text',
      `<item><title>First</title><description>one<br>two</description></item>${good}`,
      ['First', 'Second'],
    ],
    ['a closing tag too many', `<item><title>First</title></p></item>${good}`, ['First', 'Second']],
    [
      'a title that is not closed',
      `<item><title>First<link>https://courier.example/a</link></item>${good}`,
      ['First', 'Second'],
    ],
    [
      'a description that is not closed',
      `<item><description>one<pubDate>Wed, 10 Feb 2016 08:00:00 GMT</pubDate><title>First</title></item>${good}`,
      ['First', 'Second'],
    ],
    ['a sign that looks like a tag', `<item><title>Pay <5% rise</title></item>${good}`, ['Pay <5% rise', 'Second']],
    ['an item that is not closed', `<item><title>First</title>${good}`, ['First', 'Second']],
    ['a document cut off', `${good}<item><title>Third</title><desc`, ['Second', 'Third']],
    ['control characters', `<item><title>Fi\u0000r\u000bst\u001f</title></item>${good}`, ['First', 'Second']],
    ['an empty item', `<item/>${good}`, ['', 'Second']],
    [
      'elements named like parts of objects',
      `<item><title>First</title><__proto__>x</__proto__><constructor>y</constructor></item>${good}`,
      ['First', 'Second'],
    ],
  ])('%s', async (_name, items, titles) => {
    const { entries } = await parse(`<rss version="2.0"><channel><title>Courier</title>${items}</channel></rss>`);
    expect(entries.map(({ title }) => title ?? '')).toEqual(titles);
  });

  test.each([
    ['blank lines', '\n\n  <?xml version="1.0"?>'],
    ['a PHP warning', '<br />\n<b>Warning</b>: mysql_connect() in <b>/x.php</b><br />\n<?xml version="1.0"?>'],
    ['two XML declarations', '<?xml version="1.0"?>\n<?xml version="1.0" encoding="utf-8"?>'],
    ['XML 1.1', '<?xml version="1.1"?>'],
    [
      'a document type',
      '<!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN" "http://my.netscape.example/rss-0.91.dtd">',
    ],
  ])('%s before the feed', async (_name, before) =>
    expect((await first(`${before}${item('<title>A</title>')}`))?.title).toBe('A'),
  );

  test('entities the document declares are read, those that mention others are not', async () => {
    const types = '<!DOCTYPE rss [<!ENTITY bma "the union"><!ENTITY all "&bma;&bma;">]>';
    expect((await first(`${types}${item('<title>&bma; &all;</title>')}`))?.title).toBe('the union &all;');
  });
});

describe('titles', () => {
  test.each<[string, string, string]>([
    ['RSS: escaped twice', item('<title>Hunt &amp;#39;will not budge&amp;#39;</title>'), "Hunt 'will not budge'"],
    ['RSS: with tags', item('<title><![CDATA[<b>Strike</b> off]]></title>'), 'Strike off'],
    ['RSS: about a tag', item('<title>Why &lt;blink&gt; had to go</title>'), 'Why <blink> had to go'],
    ['RSS: less than', item('<title>5 &lt; 8</title>'), '5 < 8'],
    ['RSS: inline markup', item('<title>Strike <em>off</em> again</title>'), 'Strike off again'],
    [
      'RSS: a picture’s title is not the story’s',
      item('<media:title>Photo</media:title><title>Strike off</title>', 'xmlns:media="http://search.yahoo.com/mrss/"'),
      'Strike off',
    ],
    [
      'RSS: a picture’s title, for want of another',
      item(
        '<media:group><media:title>Photo</media:title></media:group>',
        'xmlns:media="http://search.yahoo.com/mrss/"',
      ),
      'Photo',
    ],
    ['Atom: text', entry('<title>AT&amp;T &lt; BT</title>'), 'AT&T < BT'],
    ['Atom: html', entry('<title type="html">Strike &lt;b&gt;off&lt;/b&gt; &amp;amp; on</title>'), 'Strike off & on'],
    [
      'Atom: xhtml',
      entry('<title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">Strike <b>off</b></div></title>'),
      'Strike off',
    ],
    ['Atom: base64', entry('<title type="application/octet-stream">U3RyaWtlIG9mZg==</title>'), 'Strike off'],
    [
      'Atom: of the source it is not',
      entry('<source><title>Other</title></source><title>Strike off</title>'),
      'Strike off',
    ],
  ])('%s', async (_name, document, title) => expect((await first(document))?.title).toBe(title));
});

describe('links', () => {
  test.each<[string, string, string | null]>([
    ['relative', item('<link>/a?b=1</link>'), 'https://courier.example/a?b=1'],
    [
      'with ampersands, escaped or not',
      item('<link>https://courier.example/a?x=1&copy=2&amp;y=3</link>'),
      'https://courier.example/a?x=1&copy=2&y=3',
    ],
    ['in an attribute', item('<link href="https://courier.example/a"/>'), 'https://courier.example/a'],
    ['over two lines', item('<link>\n https://courier.example/\n long </link>'), 'https://courier.example/long'],
    [
      'of an Atom element in RSS',
      item('<atom:link href="https://courier.example/a"/>', 'xmlns:atom="http://www.w3.org/2005/Atom"'),
      'https://courier.example/a',
    ],
    ['from a guid', item('<guid>https://courier.example/a</guid>'), 'https://courier.example/a'],
    [
      'not from a guid that says no',
      item('<guid isPermaLink="false">https://courier.example/a</guid>'),
      'https://courier.example/',
    ],
    [
      'behind FeedBurner',
      item(
        '<link>https://feeds.example/~r/1</link><feedburner:origLink>https://courier.example/a</feedburner:origLink>',
      ),
      'https://courier.example/a',
    ],
    [
      'alternate before others',
      entry('<link rel="enclosure" href="/x.mp3"/><link rel="replies" href="/c"/><link rel="alternate" href="/a"/>'),
      'https://courier.example/a',
    ],
    [
      'alternate by its full name',
      entry('<link rel="via" href="/v"/><link rel="http://www.iana.org/assignments/relation/alternate" href="/a"/>'),
      'https://courier.example/a',
    ],
    [
      'a page before data',
      entry('<link type="application/json" href="/a.json"/><link type="text/html" href="/a"/>'),
      'https://courier.example/a',
    ],
    ['none but an enclosure', entry('<link rel="enclosure" href="/x.mp3"/>'), null],
  ])('%s', async (_name, document, link) => expect((await first(document))?.link).toBe(link));

  test('of a feed served elsewhere are its site’s', async () => {
    const document =
      '<rss version="2.0"><channel><link>https://site.example/</link><item><link>a.html</link></item></channel></rss>';
    expect((await parseFeed(Buffer.from(document), { url: 'https://feeds.example/x/site' })).entries[0]?.link).toBe(
      'https://site.example/a.html',
    );
  });
});
