import { afterPoll } from '../../shared/feed/after-poll.ts';
import type { DiscoveredEntry } from '../../shared/feed/discovered-entry.ts';
import type { FeedState } from '../../shared/feed/feed-state.ts';
import type { PollEvent } from '../../shared/feed/poll-event.ts';
import type { PollFindings } from '../../shared/feed/poll-findings.ts';
import type { WebClient } from '../../shared/web/web-client.ts';
import { askFeed } from './ask-feed.ts';
import { deliverEntries } from './deliver-entries.ts';

export type { DiscoveredEntry };

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
  state: FeedState,
  ports: PollPorts,
  settings: PollSettings = defaultPollSettings,
): Promise<PollOutcome> {
  const last = state.events.at(-1);
  if (state.status === 'gone' && last !== undefined) return { state, event: last, saved: true };
  const startedAt = ports.clock();
  const found = await deliver(await askFeed(state, ports.web), state, startedAt, ports);
  const { timeZone, ...limits } = settings;
  const context = { startedAt, endedAt: ports.clock(), random: ports.random(), limits, timeZone };
  const after = afterPoll(state, found, context);
  return { ...after, saved: await ports.feeds.save(after.state, state.revision) };
}

/** Entries go out before the state is saved, so that a crash in between delivers them again instead of losing them. */
async function deliver(found: PollFindings, state: FeedState, now: number, ports: PollPorts): Promise<PollFindings> {
  if (found.feed === null) return found;
  const delivery = await deliverEntries(found.feed, state, now, (entry) => ports.articles.discover(entry));
  return { ...found, delivery, result: delivery.error === null ? found.result : 'not-stored' };
}
