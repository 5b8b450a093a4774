import { PicketlineError } from '../errors.ts';

/** Why a request gave no response that can be used. */
export type WebErrorKind =
  | 'bad-url'
  | 'refused-address'
  | 'dns'
  | 'tls'
  | 'connection'
  | 'timeout'
  | 'too-large'
  | 'bad-encoding'
  | 'too-many-redirects'
  | 'bad-redirect'
  | 'robots'
  | 'robots-unreachable'
  | 'busy-host';

const remedies: Record<WebErrorKind, string> = {
  'bad-url': 'Give an absolute http or https address without a user name.',
  'refused-address': 'Only hosts on the public internet are asked; check the address.',
  dns: 'Check the spelling of the host, and that this machine can resolve names.',
  tls: 'The certificate of the host is not valid; tell the outlet, or wait until it is renewed.',
  connection: 'It is tried again; if this goes on, open the address in a browser.',
  timeout: 'It is tried again; if this goes on, open the address in a browser.',
  'too-large': 'Choose a narrower feed, or leave this page out.',
  'bad-encoding': 'The server sends a broken body; tell the outlet.',
  'too-many-redirects': 'Open the address in a browser and give the address it ends at.',
  'bad-redirect': 'Open the address in a browser and give the address it ends at.',
  robots: "The site's robots.txt asks us to leave this page alone; only the feed's own text is kept.",
  'robots-unreachable': 'It is tried again: a site whose robots.txt cannot be read must not be crawled (RFC 9309).',
  'busy-host': 'Nothing to do: it is asked later, to keep the gaps between requests to the host.',
};

export interface WebErrorDetails {
  /** Asking again later may work. */
  transient: boolean;
  /** The address asked when it failed: after redirects, not always the one given. */
  url: string;
  /** Milliseconds since the epoch before which asking again is pointless (`busy-host` only). */
  retryAt?: number;
  cause?: unknown;
}

/** A request that failed without a usable response. A status such as 404 or 503 is a response, not a WebError. */
export class WebError extends PicketlineError {
  readonly kind: WebErrorKind;
  readonly transient: boolean;
  readonly url: string;
  readonly retryAt: number | null;

  constructor(kind: WebErrorKind, message: string, details: WebErrorDetails) {
    super(message, remedies[kind], { cause: details.cause });
    this.kind = kind;
    this.transient = details.transient;
    this.url = details.url;
    this.retryAt = details.retryAt ?? null;
  }
}
