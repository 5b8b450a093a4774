import type { Resolve } from './guarded-connector.ts';
import type { HostPacer } from './host-pacer.ts';
import { PoliteWebClient } from './polite-web-client.ts';

export interface WebSettings {
  /** An address (https URL or mailto) at which a webmaster reaches the people who run this Picketline. */
  contact: string;
  /** `host:port` pairs of local test servers. Only the local runtime and tests pass it; no handler reads it from anywhere. */
  allowList?: readonly string[];
  /** Keeps the gaps between requests to one host; without it requests go out at once. */
  pacer?: HostPacer;
  /** Hosts of the allow-list are this machine's own and asked at once, unless a test wants them paced. */
  paceAllowList?: boolean;
  /** Name resolution; the operating system's unless a test brings its own. */
  resolve?: Resolve;
  /** Milliseconds since the epoch; ages the robots.txt cache. */
  clock?: () => number;
  /** PEM certificates trusted instead of the system's, for a test's own TLS server. Verification itself can't be turned off. */
  authorities?: string;
  connectTimeoutMs?: number;
  /** For everything but waiting for a host's turn: redirects and the body included. */
  totalTimeoutMs?: number;
  /** Of the body after decompression. */
  maximumBytes?: number;
  maximumRedirects?: number;
}

export interface WebRequest {
  /** A feed is asked because a user named it; a page only if the site's robots.txt lets us (RFC 9309). */
  kind: 'feed' | 'page';
  headers?: Record<string, string>;
  accept?: string;
  maxBytes?: number;
}

export interface Redirect {
  status: number;
  /** Where it pointed, as an absolute address. */
  url: string;
}

export interface WebResponse {
  status: number;
  /** Names in lower case; a header sent twice is joined by a comma. */
  headers: Record<string, string>;
  /** After decompression. */
  body: Uint8Array;
  /** The address that answered, after redirects. */
  url: string;
  redirects: Redirect[];
  /** From the first byte sent to the last received, redirects included. */
  ms: number;
}

export interface WebClient {
  /**
   * Asks for one address and follows its redirects. Any HTTP status is a response.
   * @throws WebError
   */
  get(url: string, request: WebRequest): Promise<WebResponse>;
  /** Closes kept-alive connections. */
  close(): Promise<void>;
}

/** The only way out: every outbound HTTP request of the product goes through a client made here. */
export function createWebClient(settings: WebSettings): WebClient {
  return new PoliteWebClient(settings);
}
