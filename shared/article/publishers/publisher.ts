/** How a publisher's article pages were built between two days. */
export interface PublisherLayout {
  /** First and last day of the layout, ISO; open where left out. */
  from?: string;
  until?: string;
  /** CSS selector of the elements that hold the text, in order. */
  body: string;
  /** What stands among them and is not the article's. */
  drop?: string;
  /** Who wrote it, where machines are not told. */
  byline?: string;
}

/** One publisher: a page redesign adds a layout, it doesn't change one. */
export interface Publisher {
  hosts: readonly string[];
  layouts: readonly PublisherLayout[];
}
