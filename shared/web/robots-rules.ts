import robotsParser from 'robots-parser';
import type { WebResponse } from './web-client.ts';
import { WebError } from './web-error.ts';

// The package's types describe an ES module; it is CommonJS, and its export the function itself.
const parseRobots = robotsParser as unknown as (url: string, text: string) => Robots;

interface Robots {
  isAllowed(url: string, token: string): boolean | undefined;
  getCrawlDelay(token: string): number | undefined;
}

const day = 24 * 3_600_000;
/** A site whose robots.txt could not be read is asked for it again sooner. */
const retryAfter = 10 * 60_000;
const longestCrawlDelayMs = 60_000;
const longestLine = 2_048;

/** What a site lets us do with an address. */
export interface RobotsVerdict {
  allowed: boolean;
  /** Least time between requests the site asks for, in milliseconds; 0 when it does not. */
  crawlDelayMs: number;
  /** A refusal only because the file could not be read: asking again later may help. */
  transient: boolean;
}

interface CachedRules {
  until: number;
  verdict(url: string): RobotsVerdict;
}

/** Fetches a robots.txt, cut at `RobotsRules.maximumBytes`. */
export type AskForRobots = (url: string) => Promise<WebResponse>;

/**
 * robots.txt by RFC 9309: a 4xx allows everything, a 5xx or no answer forbids everything for ten minutes, redirects are
 * followed, 500 kB are read, and what was read is used for at most a day.
 */
export class RobotsRules {
  /** RFC 9309 2.5 asks for at least 500 KiB. */
  static readonly maximumBytes = 500 * 1024;
  readonly #token: string;
  readonly #clock: () => number;
  readonly #ask: AskForRobots;
  readonly #byOrigin = new Map<string, Promise<CachedRules>>();

  /** `token` is the product name that robots.txt files address us by. */
  constructor(token: string, clock: () => number, ask: AskForRobots) {
    this.#token = token;
    this.#clock = clock;
    this.#ask = ask;
  }

  async verdict(url: URL): Promise<RobotsVerdict> {
    const rules = await this.#rulesOf(url.origin);
    return rules.verdict(url.href);
  }

  async #rulesOf(origin: string): Promise<CachedRules> {
    const cached = this.#byOrigin.get(origin);
    if (cached !== undefined && (await cached).until > this.#clock()) return cached;
    // Kept as a promise, so that ten pages of a new site make one request.
    const fresh = this.#fetch(`${origin}/robots.txt`);
    this.#byOrigin.set(origin, fresh);
    fresh.catch(() => this.#byOrigin.delete(origin));
    return fresh;
  }

  async #fetch(url: string): Promise<CachedRules> {
    try {
      const { status, body } = await this.#ask(url);
      if (status >= 200 && status < 300) return this.#parse(url, body);
      // 429 is a 4xx, but says "not now", not "no rules here".
      const allowed = status >= 400 && status < 500 && status !== 429;
      return this.#same({ allowed, crawlDelayMs: 0, transient: !allowed }, allowed ? day : retryAfter);
    } catch (error) {
      if (!(error instanceof WebError) || error.kind === 'busy-host') throw error;
      // RFC 9309 2.3.1.2: more redirects than five may be taken for a missing file.
      const allowed = error.kind === 'too-many-redirects';
      return this.#same({ allowed, crawlDelayMs: 0, transient: !allowed }, allowed ? day : retryAfter);
    }
  }

  #same(verdict: RobotsVerdict, lifetime: number): CachedRules {
    return { until: this.#clock() + lifetime, verdict: () => verdict };
  }

  #parse(url: string, body: Uint8Array): CachedRules {
    const robots = parseRobots(url, readLines(body));
    const seconds = Number(robots.getCrawlDelay(this.#token) ?? 0);
    const crawlDelayMs = Math.min(longestCrawlDelayMs, Math.max(0, seconds * 1_000));
    const verdict = (address: string) => ({
      allowed: robots.isAllowed(address, this.#token) ?? true,
      crawlDelayMs,
      transient: false,
    });
    return { until: this.#clock() + day, verdict };
  }
}

/** The file's text without byte order mark; a line longer than any address can't match one, and would cost much time. */
function readLines(body: Uint8Array): string {
  const text = Buffer.from(body)
    .toString('utf8')
    .replace(/^\uFEFF/, '');
  return text
    .split(/\r\n|\r|\n/)
    .filter((line) => line.length <= longestLine)
    .join('\n');
}
