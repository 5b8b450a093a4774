import { PicketlineError } from '../errors.ts';

/** Why a document is refused as a feed. */
export type FeedErrorKind = 'empty' | 'html' | 'not-a-feed' | 'too-large' | 'too-complex';

const remedies: Record<FeedErrorKind, string> = {
  empty: 'Open the address in a browser; if it is empty there too, ask the outlet for its current feed address.',
  html: 'The address gives a web page (an error, login or challenge page, or the outlet moved its feed). Look for the feed link on the page.',
  'not-a-feed': 'Give the address of an RSS, Atom, RDF or JSON feed, or of a news sitemap.',
  'too-large': 'Choose a narrower feed of the outlet, such as one section.',
  'too-complex': 'The document is broken or hostile; report it to the outlet, or remove the feed.',
};

/** A document that cannot be read as a feed: `kind` says why, `remedy` what a user can do about it. Never transient. */
export class FeedError extends PicketlineError {
  readonly kind: FeedErrorKind;

  constructor(kind: FeedErrorKind, message: string) {
    super(message, remedies[kind]);
    this.kind = kind;
  }
}
