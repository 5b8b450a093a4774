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
  | 'busy-host';

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
export class WebError extends Error {
  readonly kind: WebErrorKind;
  readonly transient: boolean;
  readonly url: string;
  readonly retryAt: number | null;

  constructor(kind: WebErrorKind, message: string, details: WebErrorDetails) {
    super(message, { cause: details.cause });
    this.name = 'WebError';
    this.kind = kind;
    this.transient = details.transient;
    this.url = details.url;
    this.retryAt = details.retryAt ?? null;
  }
}
