/** How the value of a text is to be read. `maybe-html`: RSS titles, where outlets do either. */
export type TextKind = 'text' | 'html' | 'maybe-html';

/** What a feed document can tell of itself or of an item, in our own words, whatever the format called it. */
export type FieldName =
  | 'title'
  | 'other-title'
  | 'link'
  | 'original-link'
  | 'id'
  | 'about'
  | 'published'
  | 'dc-date'
  | 'updated'
  | 'summary'
  | 'other-summary'
  | 'content'
  | 'author'
  | 'enclosed'
  | 'ttl'
  | 'skip-hour'
  | 'skip-day'
  | 'update-period'
  | 'update-frequency';

/** One element that matters: its text, and of its attributes those that matter. Addresses are absolute where a base is known. */
export interface Field {
  name: FieldName;
  value: string;
  kind?: TextKind;
  rel?: string;
  type?: string;
  isPermaLink?: string;
}

export type FeedFormat = 'rss' | 'rdf' | 'atom' | 'cdf' | 'sitemap' | 'json';

/** A feed document with everything ignored taken out: the fields of the feed, and those of each item. */
export interface TidiedFeed {
  format: FeedFormat;
  fields: Field[];
  items: Field[][];
  /** Items over the cap, counted and not read. */
  dropped: number;
}
