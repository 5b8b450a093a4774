import { Agent } from 'undici';
import { type AllowList, checkUrl, hostAndPort } from './check-url.ts';
import { guardedConnector, resolveBySystem } from './guarded-connector.ts';
import type { HostLease } from './host-pacer.ts';
import { readBody } from './read-body.ts';
import { redirectTarget } from './redirect.ts';
import { RobotsRules } from './robots-rules.ts';
import { type Hop, sendRequest } from './send-request.ts';
import { TimeBudget } from './time-budget.ts';
import { toWebError } from './to-web-error.ts';
import { productToken, userAgent } from './user-agent.ts';
import type { Redirect, WebClient, WebRequest, WebResponse, WebSettings } from './web-client.ts';
import { WebError } from './web-error.ts';

const defaults = {
  connectTimeoutMs: 10_000,
  totalTimeoutMs: 30_000,
  maximumBytes: 5 * 1024 * 1024,
  maximumRedirects: 5,
};
const acceptByKind = {
  feed: 'application/rss+xml, application/atom+xml, application/feed+json, application/rdf+xml, application/xml;q=0.9, text/xml;q=0.9, application/json;q=0.8, */*;q=0.1',
  page: 'text/html, application/xhtml+xml;q=0.9, */*;q=0.1',
};

/** How one request is sent, beside what its caller wants. */
interface Manner {
  /** Whether robots.txt is asked first. */
  heedRobots: boolean;
  /** Whether a body over the limit is cut instead of refused. */
  cut: boolean;
}

/** The client behind `createWebClient`: one request at a time through robots.txt, the host's turn, and each hop's check. */
export class PoliteWebClient implements WebClient {
  readonly #settings: WebSettings & typeof defaults;
  readonly #allowList: AllowList;
  readonly #agent: Agent;
  readonly #robots: RobotsRules;

  constructor(settings: WebSettings) {
    this.#settings = { ...defaults, ...settings };
    this.#allowList = new Set(settings.allowList ?? []);
    const resolve = settings.resolve ?? resolveBySystem;
    const connect = guardedConnector(this.#allowList, resolve, this.#settings);
    this.#agent = new Agent({ connect, connections: 2 });
    const robots = { kind: 'feed', accept: 'text/plain', maxBytes: RobotsRules.maximumBytes } as const;
    this.#robots = new RobotsRules(productToken, settings.clock ?? Date.now, (url) =>
      this.#ask(url, robots, { heedRobots: false, cut: true }),
    );
  }

  get(url: string, wanted: WebRequest): Promise<WebResponse> {
    return this.#ask(url, wanted, { heedRobots: wanted.kind === 'page', cut: false });
  }

  async close(): Promise<void> {
    await this.#agent.destroy();
  }

  async #ask(address: string, wanted: WebRequest, manner: Manner): Promise<WebResponse> {
    const budget = new TimeBudget(this.#settings.totalTimeoutMs);
    const redirects: Redirect[] = [];
    let url = checkUrl(address, this.#allowList);
    let turn = await this.#takeTurn(url, manner);
    try {
      for (;;) {
        const hop = await budget.run((signal) => this.#hop(url, wanted, manner, signal, redirects));
        if (!('next' in hop)) return { ...hop, redirects, ms: budget.spentMs };
        const from = url;
        url = checkUrl(hop.next, this.#allowList);
        if (url.hostname !== from.hostname) turn = await this.#changeTurn(turn, url, manner);
        else if (manner.heedRobots) await this.#crawlDelay(url, manner);
      }
    } catch (error) {
      throw toWebError(error, url.href, budget.isSpent);
    } finally {
      await turn?.release();
    }
  }

  /** One request and what came of it: a response read to its end, or the address it sends us to. */
  async #hop(
    url: URL,
    wanted: WebRequest,
    { cut }: Manner,
    signal: AbortSignal,
    redirects: Redirect[],
  ): Promise<{ next: string } | Omit<WebResponse, 'redirects' | 'ms'>> {
    const hop = await sendRequest(url, this.#headers(wanted), { dispatcher: this.#agent, signal });
    const next = redirectTarget(url, hop.status, hop.headers.location);
    if (next !== null) return this.#follow(hop, url, next, redirects);
    const limit = { maximumBytes: wanted.maxBytes ?? this.#settings.maximumBytes, cut };
    const body = await readBody(hop.body, hop.headers['content-encoding'] ?? '', limit, url.href);
    return { status: hop.status, headers: hop.headers, body, url: url.href };
  }

  async #follow({ status, body }: Hop, from: URL, next: string, redirects: Redirect[]): Promise<{ next: string }> {
    await body.dump({ limit: 64 * 1024 });
    if (redirects.length >= this.#settings.maximumRedirects) {
      throw new WebError('too-many-redirects', `${from.href} redirects after ${redirects.length} redirects.`, {
        transient: false,
        url: next,
      });
    }
    redirects.push({ status, url: next });
    return { next };
  }

  #headers(wanted: WebRequest): Record<string, string> {
    return {
      'user-agent': userAgent(this.#settings.contact),
      accept: wanted.accept ?? acceptByKind[wanted.kind],
      'accept-encoding': 'gzip, deflate, br',
      ...wanted.headers,
    };
  }

  /** Waits for the host's turn; null when it needs none. */
  async #takeTurn(url: URL, manner: Manner): Promise<HostLease | null> {
    const gapMs = manner.heedRobots ? await this.#crawlDelay(url, manner) : 0;
    const isOwn = this.#allowList.has(hostAndPort(url)) && !this.#settings.paceAllowList;
    const turn = isOwn ? undefined : await this.#settings.pacer?.take(url.hostname, { gapMs });
    if (turn === undefined) return null;
    if ('release' in turn) return turn;
    const when = new Date(turn.retryAt).toISOString();
    throw new WebError('busy-host', `${url.hostname} has its next turn at ${when}.`, {
      transient: true,
      url: url.href,
      retryAt: turn.retryAt,
    });
  }

  async #changeTurn(turn: HostLease | null, url: URL, manner: Manner): Promise<HostLease | null> {
    await turn?.release();
    return this.#takeTurn(url, manner);
  }

  /** The gap the site asks for. @throws WebError `robots` when it asks us to leave the address alone, `robots-unreachable` when it can't say */
  async #crawlDelay(url: URL, { heedRobots }: Manner): Promise<number> {
    if (!heedRobots) return 0;
    const { allowed, crawlDelayMs, transient } = await this.#robots.verdict(url);
    if (allowed) return crawlDelayMs;
    const kind = transient ? 'robots-unreachable' : 'robots';
    const reason = transient ? 'could not be read' : `does not let us read ${url.pathname}`;
    throw new WebError(kind, `robots.txt of ${url.host} ${reason}.`, { transient, url: url.href });
  }
}
