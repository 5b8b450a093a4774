/** Parameters that say how a reader came, not what they read. `*` at the end stands for anything. */
const trackingParameters = [
  // Google Analytics, Matomo, Webtrekk, Adobe, AT Internet
  'utm_*',
  '_ga',
  '_gl',
  'gaa_*',
  'pk_*',
  'piwik_*',
  'mtm_*',
  'matomo_*',
  'wt_*',
  'wt.*',
  'cm_mmc',
  'cm_ven',
  's_cid',
  's_kwcid',
  'xtor',
  'at_*',
  'ns_*',
  // Advertisements
  'gclid',
  'gclsrc',
  'dclid',
  'gbraid',
  'wbraid',
  'msclkid',
  'yclid',
  'ttclid',
  'twclid',
  'li_fat_id',
  // Social networks
  'fbclid',
  'fb_action_ids',
  'fb_action_types',
  'fb_source',
  'fb_ref',
  'igshid',
  'igsh',
  'ref_src',
  'ref_url',
  '__twitter_impression',
  'spref',
  'smid',
  'smtyp',
  'hss_channel',
  // Newsletters
  'mc_cid',
  'mc_eid',
  '_hsenc',
  '_hsmi',
  'hsctatracking',
  'mkt_tok',
  'vero_id',
  'vero_conv',
  'oly_enc_id',
  'oly_anon_id',
  'ck_subscriber_id',
  'emci',
  'emdi',
  'ceid',
  // Outlets' own: Guardian, Mail, Telegraph, FT, BBC, Independent, CBS, Washington Post
  'cmp',
  'cmpid',
  'ito',
  'ico',
  'icid',
  'intcid',
  'intcmp',
  'int_cmp',
  'ftcamp',
  'ftag',
  'ocid',
  'ncid',
  'sr_share',
  'sref',
  'wprss',
  'partner',
  'campaign_id',
  'source_rss',
  'rss',
  'feedname',
  'feedtype',
  'guccounter',
  'guce_*',
  'ref',
];
const exact = new Set(trackingParameters.filter((name) => !name.endsWith('*')));
const prefixes = trackingParameters.filter((name) => name.endsWith('*')).map((name) => name.slice(0, -1));

/** Values that only ask for another rendering of the same page. */
const renderings: Record<string, string[]> = {
  amp: ['', '1', 'true'],
  outputtype: ['amp'],
  view: ['amp'],
  from: ['rss'],
  source: ['rss', 'rssfeed', 'feed'],
  print: ['', '1', 'true'],
};
const renderingHosts = /^(?:www\d?|m|mobile|amp)\.(?=[^.]+\.[^.]+)/;
const defaultDocument = /\/(?:index|default)\.(?:html?|php|aspx?|jsp)$/i;

/**
 * The one address of an article, whatever link led to it: https, without `www.` and mobile or AMP hosts, tracking
 * parameters, fragment, default document and trailing slash; remaining parameters sorted, escapes as RFC 3986 6.2.2
 * has them. Applying it twice changes nothing. It names an article; it need not be an address that answers.
 * @throws TypeError when the address is not absolute
 */
export function canonicalUrl(address: string): string {
  const url = behindAmpCache(new URL(address));
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return url.href;
  const port = url.port === '' || url.port === '80' || url.port === '443' ? '' : `:${url.port}`;
  return `https://${bareHost(url.hostname)}${port}${barePath(url.pathname)}${bareQuery(url.searchParams)}`;
}

/** Google's viewer (`google.com/amp/s/host/path`) and cache (`host.cdn.ampproject.org/c/s/host/path`) carry the address. */
function behindAmpCache(url: URL): URL {
  const viewer = /^(?:www\.)?google\.[a-z.]+$/.test(url.hostname) && url.pathname.startsWith('/amp/');
  const cache = url.hostname.endsWith('.ampproject.org');
  if (!viewer && !cache) return url;
  const inner = /^\/(?:amp|[acvi]|mbv\/\w+)\/(s\/)?(.+)$/.exec(url.pathname);
  if (inner === null) return url;
  const target = `${inner[1] ? 'https' : 'http'}://${inner[2]}${url.search}`;
  return URL.canParse(target) ? new URL(target) : url;
}

function bareHost(hostname: string): string {
  let host = hostname.replace(/\.$/, '');
  for (let bare = ''; bare !== host; ) {
    bare = host;
    host = host.replace(renderingHosts, '');
  }
  return host;
}

function barePath(pathname: string): string {
  let path = normaliseEscapes(pathname).replace(/\/{2,}/g, '/');
  for (let bare = ''; bare !== path; ) {
    bare = path;
    path = path
      .replace(/^\/amp(?=\/.)/i, '')
      .replace(/\/amp\/?$/i, '')
      .replace(/\.amp(?=(?:\.html?)?$)/i, '');
    path = path.replace(defaultDocument, '/').replace(/(.)\/+$/, '$1');
  }
  return path === '' || path === '/' ? '/' : path;
}

/** RFC 3986 6.2.2: hexadecimal in capitals, and no escape where none is needed. */
function normaliseEscapes(path: string): string {
  return path.replace(/%[0-9a-f]{2}/gi, (written) => {
    const character = String.fromCharCode(Number.parseInt(written.slice(1), 16));
    return /[A-Za-z0-9\-._~]/.test(character) ? character : written.toUpperCase();
  });
}

function bareQuery(parameters: URLSearchParams): string {
  const kept = [...parameters].filter(([name, value]) => !isTracking(name.toLowerCase(), value.toLowerCase()));
  if (kept.length === 0) return '';
  const sorted = kept.sort(([a, x], [b, y]) => (a < b ? -1 : a > b ? 1 : x < y ? -1 : x > y ? 1 : 0));
  return `?${new URLSearchParams(sorted)}`;
}

function isTracking(name: string, value: string): boolean {
  if (exact.has(name) || prefixes.some((prefix) => name.startsWith(prefix))) return true;
  return Object.hasOwn(renderings, name) && (renderings[name] ?? []).includes(value);
}
