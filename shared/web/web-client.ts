import type { Readable } from 'node:stream';
import { Agent, request } from 'undici';
import { type AllowList, checkUrl } from './check-url.ts';
import { guardedConnector, type Resolve, resolveBySystem } from './guarded-connector.ts';
import type { HostPacer } from './host-pacer.ts';
import { readBody } from './read-body.ts';
import { redirectTarget } from './redirect.ts';
import { RobotsRules } from './robots-rules.ts';
import { toWebError } from './to-web-error.ts';
import { WebError } from './web-error.ts';

export interface WebSettings {
  /** An address (https URL or mailto) at which a webmaster reaches the people who run this Picketline. */
  contact: string;
  /** `host:port` pairs of local test servers. Only the local runtime and tests pass it; no handler reads it from anywhere. */
  allowList?: readonly string[];
  /** Keeps the gaps between requests to one host; without it requests go out at once. */
  pacer?: HostPacer;
  /** Name resolution; the operating system's unless a test brings its own. */
  resolve?: Resolve;
  /** Milliseconds since the epoch; ages the robots.txt cache. */
  clock?: () => number;
  connectTimeoutMs?: number;
  /** For everything: redirects, robots.txt and the body included. */
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

const acceptByKind = {
  feed: 'application/rss+xml, application/atom+xml, application/feed+json, application/rdf+xml, application/xml;q=0.9, text/xml;q=0.9, application/json;q=0.8, */*;q=0.1',
  page: 'text/html, application/xhtml+xml;q=0.9, */*;q=0.1',
};

/** The only way out: every outbound HTTP request of the product goes through a client made here. */
export function createWebClient(settings: WebSettings): WebClient {
  return new PoliteWebClient(settings);
}

/** `Picketline/0.1 (+contact)`: says honestly who asks and whom to write to. */
export function userAgent(contact: string): string {
  return `${productToken}/0.1 (+${contact})`;
}

/** The name robots.txt files address us by (RFC 9309 2.2.1). */
export const productToken = 'Picketline';

interface Hop {
  status: number;
  headers: Record<string, string>;
  body: Readable & { dump(options: { limit: number }): Promise<void> };
}

class PoliteWebClient implements WebClient {
  readonly #settings: WebSettings;
  readonly #allowList: AllowList;
  readonly #agent: Agent;
  readonly #robots: RobotsRules;
  readonly #clock: () => number;

  constructor(settings: WebSettings) {
    this.#settings = settings;
    this.#allowList = new Set(settings.allowList ?? []);
    this.#clock = settings.clock ?? Date.now;
    this.#agent = new Agent({
      connect: guardedConnector(
        this.#allowList,
        settings.resolve ?? resolveBySystem,
        settings.connectTimeoutMs ?? 10_000,
      ),
      connections: 2,
    });
    this.#robots = new RobotsRules(productToken, this.#clock, (url) =>
      this.#ask(url, { kind: 'feed', accept: 'text/plain', maxBytes: RobotsRules.maximumBytes }, true),
    );
  }

  get(url: string, wanted: WebRequest): Promise<WebResponse> {
    return this.#ask(url, wanted, false);
  }

  async close(): Promise<void> {
    await this.#agent.destroy();
  }

  async #ask(address: string, wanted: WebRequest, cutAtLimit: boolean): Promise<WebResponse> {
    const started = performance.now();
    const timeLimit = AbortSignal.timeout(this.#settings.totalTimeoutMs ?? 30_000);
    const redirects: Redirect[] = [];
    for (let url = checkUrl(address, this.#allowList); ; ) {
      try {
        const hop = await this.#paced(url, wanted, timeLimit, () => this.#hop(url, wanted, timeLimit));
        const next = redirectTarget(url, hop.status, hop.headers.location);
        if (next === null) return await this.#response(hop, url, redirects, wanted, started, cutAtLimit);
        redirects.push({ status: hop.status, url: next });
        await hop.body.dump({ limit: 64 * 1024 });
        if (redirects.length > (this.#settings.maximumRedirects ?? 5)) {
          throw new WebError('too-many-redirects', `${address} redirects more than ${redirects.length - 1} times.`, {
            transient: false,
            url: next,
          });
        }
        url = checkUrl(next, this.#allowList);
      } catch (error) {
        throw toWebError(error, url.href, timeLimit.aborted);
      }
    }
  }

  async #paced<T>(_url: URL, _wanted: WebRequest, _timeLimit: AbortSignal, go: () => Promise<T>): Promise<T> {
    return go();
  }

  async #hop(url: URL, wanted: WebRequest, signal: AbortSignal): Promise<Hop> {
    const limit = this.#settings.totalTimeoutMs ?? 30_000;
    const answer = await request(url, {
      dispatcher: this.#agent,
      signal,
      headersTimeout: limit,
      bodyTimeout: limit,
      headers: {
        'user-agent': userAgent(this.#settings.contact),
        accept: wanted.accept ?? acceptByKind[wanted.kind],
        'accept-encoding': 'gzip, deflate, br',
        ...wanted.headers,
      },
    });
    return { status: answer.statusCode, headers: flatten(answer.headers), body: answer.body };
  }

  async #response(
    hop: Hop,
    url: URL,
    redirects: Redirect[],
    wanted: WebRequest,
    started: number,
    _cutAtLimit: boolean,
  ): Promise<WebResponse> {
    const maximumBytes = wanted.maxBytes ?? this.#settings.maximumBytes ?? 5 * 1024 * 1024;
    const body = await readBody(hop.body, hop.headers['content-encoding'] ?? '', maximumBytes, url.href);
    return {
      status: hop.status,
      headers: hop.headers,
      body,
      url: url.href,
      redirects,
      ms: Math.round(performance.now() - started),
    };
  }
}

function flatten(headers: Record<string, string | string[] | undefined>): Record<string, string> {
  const entries = Object.entries(headers).filter(
    (entry): entry is [string, string | string[]] => entry[1] !== undefined,
  );
  return Object.fromEntries(
    entries.map(([name, value]) => [name.toLowerCase(), Array.isArray(value) ? value.join(', ') : value]),
  );
}
