/** An invented page, in a shape that real outlets use, and what must be read from it. */
export interface MetadataPage {
  name: string;
  html: string;
  url?: string;
  published: string | null;
  precision?: 'day' | 'minute' | 'second';
  modified?: string | null;
  title?: string;
  byline?: string | null;
  outlet?: string | null;
  section?: string | null;
}

const text =
  '<p>Consultants covered the wards through the night, the trust said, and no operation was put off.</p>'.repeat(4);
const headline = 'Doctors begin two-day walkout over contract';

const page = (head: string, top = '') =>
  `<!doctype html><html lang="en-GB"><head>${head}</head><body><h1>${headline}</h1>${top}<div>${text}</div></body></html>`;
const jsonLd = (data: unknown) => page(`<script type="application/ld+json">${JSON.stringify(data)}</script>`);
const news = (more: object) => jsonLd({ '@context': 'https://schema.org', '@type': 'NewsArticle', headline, ...more });
const meta = (name: string, content: string) => page(`<meta property="${name}" content="${content}">`);
const named = (name: string, content: string) => page(`<meta name="${name}" content="${content}">`);
const line = (printed: string) =>
  page('<title>Doctors begin two-day walkout over contract</title>', `<p class="info">${printed}</p>`);

const winter = '2016-01-12T08:05:00.000Z';
const summer = '2016-05-18T16:45:00.000Z';
const winterDay = '2016-01-12T00:00:00.000Z';
/** London's midnight in summer. */
const summerDay = '2016-05-17T23:00:00.000Z';

const jsonLdPages: MetadataPage[] = [
  { name: 'a NewsArticle in UTC', html: news({ datePublished: '2016-01-12T08:05:00Z' }), published: winter, precision: 'second' },
  { name: 'with milliseconds', html: news({ datePublished: '2016-01-12T08:05:00.123Z' }), published: winter },
  { name: 'in summer time', html: news({ datePublished: '2016-05-18T17:45:00+01:00' }), published: summer },
  { name: 'an offset without a colon', html: news({ datePublished: '2016-05-18T17:45:00+0100' }), published: summer },
  { name: 'to the minute', html: news({ datePublished: '2016-05-18T17:45+01:00' }), published: summer, precision: 'minute' },
  { name: 'without a zone, in winter', html: news({ datePublished: '2016-01-12T08:05:00' }), published: winter },
  { name: 'without a zone, in summer', html: news({ datePublished: '2016-05-18T17:45:00' }), published: summer },
  { name: 'the day only', html: news({ datePublished: '2016-05-18' }), published: summerDay, precision: 'day' },
  { name: 'a midnight that means the day', html: news({ datePublished: '2016-01-12T00:00:00Z' }), published: winterDay, precision: 'day' },
  { name: 'a graph', html: jsonLd({ '@graph': [{ '@type': 'WebSite', name: 'The Fenland Post' }, { '@type': 'NewsArticle', headline, datePublished: '2016-01-12T08:05:00Z' }] }), published: winter, outlet: 'The Fenland Post' },
  { name: 'a list', html: jsonLd([{ '@type': 'BreadcrumbList' }, { '@type': 'ReportageNewsArticle', headline, datePublished: '2016-01-12T08:05:00Z' }]), published: winter },
  { name: 'a type among others', html: news({ '@type': ['Article', 'NewsArticle'], datePublished: '2016-01-12T08:05:00Z' }), published: winter },
  { name: 'within a WebPage', html: jsonLd({ '@type': 'WebPage', mainEntity: { '@type': 'Article', headline, datePublished: '2016-01-12T08:05:00Z' } }), published: winter },
  { name: 'of several, the one with the page’s address', html: jsonLd([{ '@type': 'NewsArticle', headline: 'Another', url: 'https://fenland-post.example/other', datePublished: '2015-03-01T09:00:00Z' }, { '@type': 'NewsArticle', headline, url: 'https://fenland-post.example/story', datePublished: '2016-01-12T08:05:00Z' }]), published: winter },
  { name: 'wrapped in CDATA', html: page(`<script type="application/ld+json">//<![CDATA[\n{"@type":"NewsArticle","datePublished":"2016-01-12T08:05:00Z"}\n//]]></script>`), published: winter },
  { name: 'with a comma too many', html: page('<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2016-01-12T08:05:00Z",}</script>'), published: winter },
  { name: 'with a line break in a string', html: page('<script type="application/ld+json">{"@type":"NewsArticle","headline":"Doctors begin\ntwo-day walkout over contract","datePublished":"2016-01-12T08:05:00Z"}</script>'), published: winter },
  { name: 'broken, beside a meta tag', html: page('<script type="application/ld+json">{"@type":</script><meta property="article:published_time" content="2016-01-12T08:05:00Z">'), published: winter },
  { name: 'authors, publisher, section and change', html: news({ datePublished: '2016-01-12T08:05:00Z', dateModified: '2016-01-12T10:00:00Z', author: [{ '@type': 'Person', name: 'Nell Arkwright' }, { '@type': 'Person', name: 'Tom Sugden' }], publisher: { '@type': 'Organization', name: 'The Fenland Post' }, articleSection: 'Health' }), published: winter, modified: '2016-01-12T10:00:00.000Z', byline: 'Nell Arkwright, Tom Sugden', outlet: 'The Fenland Post', section: 'Health' },
  { name: 'an author as text', html: news({ datePublished: '2016-01-12T08:05:00Z', author: 'By Nell Arkwright' }), published: winter, byline: 'Nell Arkwright' },
]; // biome-ignore format: a table

const metaPages: MetadataPage[] = [
  { name: 'article:published_time', html: meta('article:published_time', '2016-05-18T17:45:00+01:00'), published: summer },
  { name: 'og:article:published_time', html: meta('og:article:published_time', '2016-05-18T16:45:00Z'), published: summer },
  { name: 'a broadcaster’s OriginalPublicationDate', html: named('OriginalPublicationDate', '2016/01/12 08:05:00'), published: winter },
  { name: 'DC.date.issued', html: named('DC.date.issued', '2016-01-12'), published: winterDay, precision: 'day' },
  { name: 'dcterms.created', html: named('dcterms.created', '2016-05-18T16:45:00Z'), published: summer },
  { name: 'parsely-pub-date', html: named('parsely-pub-date', '2016-01-12T08:05:00Z'), published: winter },
  { name: 'sailthru.date', html: named('sailthru.date', '2016-01-12 08:05:00'), published: winter },
  { name: 'pubdate in RFC 822', html: named('pubdate', 'Tue, 12 Jan 2016 08:05:00 GMT'), published: winter },
  { name: 'publish-date in BST', html: named('publish-date', '18 May 2016 17:45 BST'), published: summer },
  { name: 'seconds since 1970', html: named('pubdate', '1452585900'), published: winter },
  { name: 'milliseconds since 1970', html: named('pubdate', '1452585900000'), published: winter },
  { name: 'itemprop on meta', html: page('<meta itemprop="datePublished" content="2016-01-12T08:05:00Z">'), published: winter },
  { name: 'modified_time alone is no publication', html: meta('article:modified_time', '2016-01-12T08:05:00Z'), published: null, modified: winter },
  { name: 'site name, section and writer', html: page('<meta property="article:published_time" content="2016-01-12T08:05:00Z"><meta property="og:site_name" content="Wolds Advertiser"><meta property="article:section" content="Health"><meta name="author" content="Nell Arkwright">'), published: winter, outlet: 'Wolds Advertiser', section: 'Health', byline: 'Nell Arkwright' },
  { name: 'the outlet after the headline', html: page(`<meta property="og:title" content="${headline} - Wolds Advertiser"><meta property="og:site_name" content="Wolds Advertiser"><meta property="article:published_time" content="2016-01-12T08:05:00Z">`), published: winter, title: headline },
  { name: 'a headline escaped twice', html: '<html><head><meta property="og:title" content="Doctors &amp;amp; nurses &amp;#8216;ignored&amp;#8217;"></head><body></body></html>', published: null, title: 'Doctors & nurses ‘ignored’' },
  { name: 'an author that is an address', html: page('<meta property="article:author" content="https://social.example/wolds"><meta property="article:published_time" content="2016-01-12T08:05:00Z">'), published: winter, byline: null },
  { name: 'an author who is the outlet', html: page('<meta name="author" content="Wolds Advertiser"><meta property="og:site_name" content="Wolds Advertiser">'), published: null, byline: null },
]; // biome-ignore format: a table

const markupPages: MetadataPage[] = [
  { name: 'microdata on time', html: page('', '<time itemprop="datePublished" datetime="2016-05-18T17:45:00+01:00">Wednesday</time>'), published: summer },
  { name: 'microdata with its text alone', html: page('', '<span itemprop="datePublished">18 May 2016 17:45 BST</span>'), published: summer },
  { name: 'microdata change before and after', html: page('', '<time itemprop="dateModified" datetime="2016-01-12T10:00:00Z">10:00</time><time itemprop="datePublished" datetime="2016-01-12T08:05:00Z">08:05</time>'), published: winter, modified: '2016-01-12T10:00:00.000Z' },
  { name: 'a time element', html: page('', '<time datetime="2016-01-12T08:05:00Z">this morning</time>'), published: winter },
  { name: 'time with pubdate after another', html: page('', '<time datetime="2015-11-01T00:00:00Z">archive</time><time pubdate datetime="2016-01-12T08:05:00Z">today</time>'), published: winter },
  { name: 'a time element that says updated', html: page('', '<time class="updated" datetime="2016-01-12T10:00:00Z">10:00</time><time class="entry-date" datetime="2016-01-12T08:05:00Z">08:05</time>'), published: winter },
  { name: 'a time element without attribute', html: page('', '<time>12 January 2016 8:05am</time>'), published: winter },
  { name: 'microdata writer and outlet', html: page('<meta itemprop="datePublished" content="2016-01-12T08:05:00Z">', '<div itemscope itemtype="http://schema.org/NewsArticle"><span itemprop="author" itemscope><span itemprop="name">Nell Arkwright</span></span><div itemprop="publisher" itemscope><meta itemprop="name" content="Wolds Advertiser"></div></div>'), published: winter, byline: 'Nell Arkwright', outlet: 'Wolds Advertiser' },
]; // biome-ignore format: a table

const visiblePages: MetadataPage[] = [
  { name: 'Tuesday 12 January 2016, 08:05', html: line('Tuesday 12 January 2016, 08:05'), published: winter, precision: 'minute' },
  { name: 'Tuesday 12 January 2016 08.05 GMT', html: line('Tuesday 12 January 2016 08.05 GMT'), published: winter },
  { name: 'Wednesday 18 May 2016 17.45 BST', html: line('Wednesday 18 May 2016 17.45 BST'), published: summer },
  { name: '18th May 2016 at 5.45pm', html: line('18th May 2016 at 5.45pm'), published: summer },
  { name: '18 May 2016 • 5:45pm', html: line('18 May 2016 • 5:45pm'), published: summer },
  { name: 'Published: 17:45, 18 May 2016', html: line('Published: 17:45, 18 May 2016'), published: summer },
  { name: 'Published 17:45 BST 18 May 2016', html: line('Published 17:45 BST 18 May 2016'), published: summer },
  { name: '18/05/2016 17:45', html: line('18/05/2016 17:45'), published: summer },
  { name: '12 Jan 2016', html: line('12 Jan 2016'), published: winterDay, precision: 'day' },
  { name: 'May 18, 2016 5:45 pm', html: line('May 18, 2016 5:45 pm'), published: summer },
  { name: 'By Nell Arkwright, 12 January 2016', html: line('By Nell Arkwright, 12 January 2016'), published: winterDay, byline: 'Nell Arkwright' },
  { name: 'Published 12 January 2016 08:05, updated 13 January 2016 09:00', html: line('Published 12 January 2016 08:05. Last updated 13 January 2016 09:00'), published: winter, modified: '2016-01-13T09:00:00.000Z' },
  { name: 'a wire’s line', html: line('Crown Wire, 12 January 2016, 08:05. Nell Arkwright'), published: winter, outlet: 'Crown Wire', byline: 'Nell Arkwright' },
  { name: 'a day in the address', html: page(''), url: 'https://fenland-post.example/news/2016/01/12/doctors', published: winterDay, precision: 'day' },
  { name: 'a month’s name in the address', html: page(''), url: 'https://fenland-post.example/society/2016/may/18/doctors', published: summerDay },
]; // biome-ignore format: a table

const wrongPages: MetadataPage[] = [
  { name: 'nothing states a date', html: page(''), published: null },
  { name: 'an empty date', html: news({ datePublished: '' }), published: null },
  { name: 'a word for a date', html: meta('article:published_time', 'yesterday'), published: null },
  { name: 'the zero of a database', html: meta('article:published_time', '0001-01-01T00:00:00Z'), published: null },
  { name: 'the epoch', html: news({ datePublished: '1970-01-01T00:00:00Z' }), published: null },
  { name: 'a day that is in no calendar', html: meta('article:published_time', '2016-02-31T08:00:00Z'), published: null },
  { name: 'an hour that no clock shows', html: meta('article:published_time', '2016-01-12T27:00:00Z'), published: null },
  { name: 'a placeholder', html: meta('article:published_time', '{{date}}'), published: null },
  { name: 'broken JSON-LD date, good meta', html: page('<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"Invalid date"}</script><meta property="article:published_time" content="2016-01-12T08:05:00Z">'), published: winter },
  { name: 'JSON-LD against meta, time and address', html: page('<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2019-06-01T00:00:01Z"}</script><meta property="article:published_time" content="2016-01-12T08:05:00Z">', '<time datetime="2016-01-12T08:05:00Z">12 January</time>'), url: 'https://fenland-post.example/2016/01/12/story', published: winter },
  { name: 'a neighbour’s time against JSON-LD', html: page('<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2016-01-12T08:05:00Z"}</script>', '<time datetime="2016-01-20T08:00:00Z">20 January</time>'), published: winter },
  { name: 'the day in JSON-LD, the minute on the page', html: page('<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2016-01-12"}</script>', '<p>Tuesday 12 January 2016, 08:05</p>'), published: winter, precision: 'minute' },
  { name: 'changed before it was published', html: news({ datePublished: '2016-01-12T08:05:00Z', dateModified: '2016-01-11T08:00:00Z' }), published: winter, modified: null },
  { name: 'a date of an event in the text', html: page('', '<div></div><p>The union will ballot its members again, it said, and a further strike on 10 February 2016 would follow unless ministers returned to the talks without conditions and soon.</p>'), published: null },
  { name: 'a list of other articles in JSON-LD', html: jsonLd({ '@type': 'ItemList', itemListElement: [{ '@type': 'NewsArticle', datePublished: '2015-01-01T00:00:01Z' }] }), published: null },
]; // biome-ignore format: a table

export const metadataPages: MetadataPage[] = [
  ...jsonLdPages,
  ...metaPages,
  ...markupPages,
  ...visiblePages,
  ...wrongPages,
];
