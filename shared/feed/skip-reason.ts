import type { Entry } from './feed.ts';
import type { SkipReason } from './poll-event.ts';

const maximumLength = 2_048;

/** Why an entry cannot become an article, or null when its address can be fetched. `feedLink` is the site's own page. */
export function skipReason({ link }: Pick<Entry, 'link'>, feedLink: string | null): SkipReason | null {
  if (link === null || link.trim() === '') return 'no-address';
  if (link.length > maximumLength) return 'address-too-long';
  if (!URL.canParse(link)) return 'relative-address';
  const url = new URL(link);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return 'not-http';
  return isHomePage(url) || link === feedLink ? 'home-page' : null;
}

/** Whether an address is a site's front page. */
export function isHomePage(url: URL): boolean {
  return url.pathname.replace(/\/+$/, '').replace(/^\/index\.\w+$/, '') === '' && url.search === '';
}
