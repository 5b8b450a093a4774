/** Where a date was found, from the most to the least trusted. */
export type DateSource = 'json-ld' | 'meta' | 'microdata' | 'time-element' | 'url' | 'visible-text' | 'feed';

/** A date as printed: `instant` is ISO 8601 in UTC; `precision` says how much of it the page really stated. */
export interface FoundDate {
  instant: string;
  source: DateSource;
  precision: 'day' | 'minute' | 'second';
}

export type ArticleKind = 'article' | 'live-blog' | 'gallery' | 'video' | 'stub';

/** One entry of a live blog. */
export interface LivePost {
  /** When it was posted, ISO 8601 in UTC; null where the page gives no time. */
  at: string | null;
  paragraphs: string[];
}

/** What extraction makes of a page. Null where the page says nothing. */
export interface Article {
  kind: ArticleKind;
  title: string | null;
  byline: string | null;
  published: FoundDate | null;
  modified: FoundDate | null;
  outlet: string | null;
  section: string | null;
  /** Language as the page declares it, lower-case, e.g. `en-gb`. */
  language: string | null;
  canonicalUrl: string | null;
  /** The page says, or shows, that the rest is for subscribers. */
  paywalled: boolean;
  /** Paragraphs in reading order, each without line breaks. */
  paragraphs: string[];
  /** The paragraphs joined by a blank line. */
  text: string;
  /** A live blog's entries, in the page's order; other kinds have none. */
  posts?: LivePost[];
}

/** What is known of a page beside its bytes. */
export interface PageContext {
  /** The address it came from, after redirects. */
  url: string;
  contentType?: string;
  /** Where a time without a zone is meant; IANA name, Europe/London where left out. */
  timeZone?: string;
}
