import type { FeedState } from '../../shared/feed/feed-state.ts';
import type { PollEvent } from '../../shared/feed/poll-event.ts';
import type { WebClient } from '../../shared/web/web-client.ts';

/** An entry that a poll heard of, with an address that can be fetched. */
export interface DiscoveredEntry {
  /** Key of the feed, as in the codebook. */
  feedUrl: string;
  outlet: string;
  /** Absolute, as the feed links it. */
  url: string;
  /** Identity over all feeds: see shared/article/canonical-url.ts. */
  canonicalUrl: string;
  /** Identity within its feed. */
  entryId: string;
  title: string;
  /** ISO 8601 UTC; null when the feed gives no date that can be believed. Never the time of fetching. */
  published: string | null;
  /** `fetched`: only `firstSeenAt` tells when it came. */
  dateSource: 'published' | 'dc:date' | 'updated' | 'fetched';
  /** Why a date the feed did give is not believed. */
  dateFlag: 'future' | 'ancient' | null;
  /** Plain text of the feed's own summary, cut at 2,000 characters: what is left if the page may not be fetched. */
  summary: string | null;
  /** ISO 8601 UTC */
  firstSeenAt: string;
  /** Same outlet, same key, within 7 days: the same story under another address. Null when the title is too general to say so. */
  titleKey: string | null;
}

export interface DiscoveredArticles {
  /**
   * Writes an article in state `discovered` if its canonical URL is not yet there (conditionally, so that of two
   * overlapping calls one answers `new`), then sends its collect message; if it throws, the entry is delivered again
   * by the next poll. `duplicate`: known already, this feed noted as another sighting. `updated`: known, and its title
   * or summary changed; `published` and `firstSeenAt` of the stored article stay, so that it keeps its day.
   */
  discover(entry: DiscoveredEntry): Promise<'new' | 'duplicate' | 'updated'>;
}

export interface FeedStates {
  /** Writes the state if the stored revision still is `expectedRevision` (or no row exists and it is 0); else false. */
  save(state: FeedState, expectedRevision: number): Promise<boolean>;
}

/** Everything a poll touches outside itself. Gaps between requests to one host are the web client's (its `pacer`). */
export interface PollPorts {
  web: Pick<WebClient, 'get'>;
  /** Milliseconds since the epoch. */
  clock(): number;
  /** In [0, 1). */
  random(): number;
  articles: DiscoveredArticles;
  feeds: FeedStates;
}

export interface PollSettings {
  minimumIntervalMs: number;
  defaultIntervalMs: number;
  maximumIntervalMs: number;
  /** IANA name; days of the feed's history are days there. */
  timeZone: string;
}

export const defaultPollSettings: PollSettings = {
  minimumIntervalMs: 10 * 60_000,
  defaultIntervalMs: 30 * 60_000,
  maximumIntervalMs: 24 * 3_600_000,
  timeZone: 'Europe/London',
};

export interface PollOutcome {
  /** As saved. */
  state: FeedState;
  event: PollEvent;
  /** False when another worker saved first: its state stands, and nothing is lost, as entries are written conditionally. */
  saved: boolean;
}

/**
 * Polls one feed, whatever its `nextPollAt`: asks, parses, delivers what is new, decides when to ask again, saves.
 * A failing feed is an outcome, not an exception; it throws only when the state itself can't be saved.
 */
export async function pollFeed(
  _state: FeedState,
  _ports: PollPorts,
  _settings: PollSettings = defaultPollSettings,
): Promise<PollOutcome> {
  throw new Error('pollFeed is not written yet');
}
