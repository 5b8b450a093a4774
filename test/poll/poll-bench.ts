import {
  type DiscoveredEntry,
  defaultPollSettings,
  type PollOutcome,
  type PollSettings,
  pollFeed,
} from '../../functions/poll/poll.ts';
import { type FeedState, newFeedState } from '../../shared/feed/feed-state.ts';
import { createWebClient, type WebClient, type WebSettings } from '../../shared/web/web-client.ts';

const minute = 60_000;

/** A stored article, as far as these tests care. */
export interface StoredArticle {
  entry: DiscoveredEntry;
  sightings: Set<string>;
  messages: number;
}

/** A poll's surroundings in memory, with a real web client: what the store promises, kept by maps. */
export class PollBench {
  readonly articles = new Map<string, StoredArticle>();
  readonly states = new Map<string, FeedState>();
  readonly web: WebClient;
  now = Date.parse('2016-02-10T09:00:00Z');
  random = 0;
  /** Makes the next deliveries fail. */
  storeIsDown = false;

  constructor(hosts: string[], settings: Partial<WebSettings> = {}) {
    this.web = createWebClient({ contact: 'https://picketline.example/robot', allowList: hosts, ...settings });
  }

  add(url: string, outlet = 'Northern Courier'): FeedState {
    const state = newFeedState(url, outlet, this.now);
    this.states.set(url, state);
    return state;
  }

  state(url: string): FeedState {
    return this.states.get(url)!;
  }

  /** Moves the clock to when the feed is due and polls it. */
  async pollWhenDue(url: string, settings?: Partial<PollSettings>): Promise<PollOutcome> {
    this.now = Math.max(this.now, this.state(url).nextPollAt);
    return this.poll(url, settings);
  }

  poll(url: string, settings: Partial<PollSettings> = {}): Promise<PollOutcome> {
    return pollFeed(
      this.state(url),
      {
        web: this.web,
        clock: () => this.now,
        random: () => this.random,
        articles: { discover: (entry) => this.#discover(entry) },
        feeds: { save: async (state, expected) => this.#save(state, expected) },
      },
      { ...defaultPollSettings, ...settings },
    );
  }

  close(): Promise<void> {
    return this.web.close();
  }

  async #discover(entry: DiscoveredEntry): Promise<'new' | 'duplicate' | 'updated'> {
    await new Promise(setImmediate);
    if (this.storeIsDown) throw new Error('the queue is down');
    const known = this.articles.get(entry.canonicalUrl) ?? this.#sameTitle(entry);
    if (known === undefined) {
      this.articles.set(entry.canonicalUrl, { entry, sightings: new Set([entry.feedUrl]), messages: 1 });
      return 'new';
    }
    const seenHere = known.sightings.has(entry.feedUrl);
    known.sightings.add(entry.feedUrl);
    if (
      known.entry.canonicalUrl !== entry.canonicalUrl ||
      !seenHere ||
      (known.entry.title === entry.title && known.entry.summary === entry.summary)
    )
      return 'duplicate';
    known.entry = { ...known.entry, title: entry.title, summary: entry.summary };
    known.messages += 1;
    return 'updated';
  }

  #sameTitle({ titleKey }: DiscoveredEntry): StoredArticle | undefined {
    if (titleKey === null) return undefined;
    const week = 7 * 24 * 60 * minute;
    return [...this.articles.values()].find(
      ({ entry }) => entry.titleKey === titleKey && this.now - Date.parse(entry.firstSeenAt) < week,
    );
  }

  #save(state: FeedState, expected: number): boolean {
    if (this.state(state.url).revision !== expected) return false;
    this.states.set(state.url, structuredClone(state));
    return true;
  }
}
