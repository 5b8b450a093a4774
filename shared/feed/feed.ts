/** Which element a date was taken from; `none` when the feed gives no usable date (never invented). */
export type EntryDateSource = 'published' | 'dc:date' | 'updated' | 'none';

/** An item of a feed. Dates are ISO 8601 UTC or null. `summary` and `content` are as the feed gave them (HTML allowed). */
export interface Entry {
  id: string | null;
  link: string | null;
  title: string | null;
  published: string | null;
  updated: string | null;
  dateSource: EntryDateSource;
  summary: string | null;
  content: string | null;
  author: string | null;
}

/** A parsed feed document. */
export interface Feed {
  title: string | null;
  link: string | null;
  entries: Entry[];
}

/** What is known of a feed document beside its bytes. */
export interface FeedContext {
  /** The address it came from, after redirects: base for relative links. */
  url?: string;
  contentType?: string;
}
