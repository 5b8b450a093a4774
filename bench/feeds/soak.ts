import { defaultPollSettings, type PollPorts, pollFeed } from '../../functions/poll/poll.ts';
import { type FeedState, newFeedState } from '../../shared/feed/feed-state.ts';
import { type HostPace, takeTurn } from '../../shared/web/host-pace.ts';
import { defaultPace } from '../../shared/web/host-pacer.ts';
import type { WebResponse } from '../../shared/web/web-client.ts';
import { SimulatedFeed, seededRandom, timetable } from './simulated-feed.ts';

const minute = 60_000;
const day = 24 * 60 * minute;
const days = 14;
const feedsPerHost = 5;
const burst = 25;
const window = 40;
const fixedInterval = 30 * minute;
const start = Date.parse('2016-02-01T00:00:00Z');

/** How many feeds publish so many entries a day. */
const population: [perDay: number, feeds: number][] = [
  [0, 30],
  [1, 50],
  [3, 40],
  [8, 40],
  [20, 30],
  [60, 10],
];

interface Soaked {
  feed: SimulatedFeed;
  state: FeedState;
  host: string;
  heard: Set<string>;
}

interface Tally {
  requests: number;
  unmodified: number;
  putOff: number;
  heard: number;
  missed: number;
  smallestGapMs: number;
}

/**
 * Two hundred feeds on forty hosts over a simulated fortnight, polled by the real step, with the real pace of hosts; only
 * sockets are left out. Reports requests per new entry against a poller with a fixed interval, and fails when an entry
 * was missed at the burst rate of 25 entries in ten minutes, or two requests to a host came closer than five seconds.
 */
export async function soak(): Promise<boolean> {
  const random = seededRandom(7);
  const feeds = makeFeeds(random);
  const tally: Tally = {
    requests: 0,
    unmodified: 0,
    putOff: 0,
    heard: 0,
    missed: 0,
    smallestGapMs: Number.POSITIVE_INFINITY,
  };
  const paces = new Map<string, HostPace>();
  const due = [...feeds];
  for (;;) {
    due.sort((a, b) => a.state.nextPollAt - b.state.nextPollAt);
    const next = due[0]!;
    if (next.state.nextPollAt > start + days * day) break;
    await pollOne(next, paces, tally, random);
  }
  for (const { feed, heard, state } of feeds) {
    tally.heard += heard.size;
    tally.missed += feed.countAt(state.lastPollAt ?? start) - heard.size;
  }
  report(tally, fixedPoller(feeds));
  return tally.missed === 0 && tally.smallestGapMs >= defaultPace.gapMs;
}

function makeFeeds(random: () => number): Soaked[] {
  const rates = population.flatMap(([perDay, count]) => Array.from({ length: count }, () => perDay));
  return rates.map((perDay, index) => {
    const feed = new SimulatedFeed(
      `feed${index}`,
      timetable(start, days, perDay, perDay === 0 ? 0 : burst, random),
      window,
    );
    const host = `host${Math.floor(index / feedsPerHost)}.example`;
    return { feed, host, state: newFeedState(`https://${host}/feed${index}`, host, start), heard: new Set() };
  });
}

async function pollOne(
  soaked: Soaked,
  paces: Map<string, HostPace>,
  tally: Tally,
  random: () => number,
): Promise<void> {
  const { feed, host, heard } = soaked;
  const now = soaked.state.nextPollAt;
  const pace = paces.get(host) ?? null;
  const turn = takeTurn(pace, { id: feed.name, now, gapMs: defaultPace.gapMs, maximumOpen: defaultPace.maximumOpen });
  const startAt = turn.startAt ?? turn.retryAt;
  if (turn.startAt === null || startAt > now + defaultPace.maximumWaitMs) {
    tally.putOff += 1;
    soaked.state = { ...soaked.state, nextPollAt: startAt };
    return;
  }
  if (pace !== null)
    tally.smallestGapMs = Math.min(tally.smallestGapMs, startAt - (pace.nextStartAt - defaultPace.gapMs));
  paces.set(host, { ...turn.pace, open: [] });
  const ports: PollPorts = {
    clock: () => startAt,
    random,
    web: { get: async (url, { headers }) => answer(feed, url, startAt, headers?.['if-none-match'], tally) },
    articles: {
      discover: async ({ entryId }) => {
        if (heard.has(entryId)) return 'duplicate';
        heard.add(entryId);
        return 'new';
      },
    },
    feeds: { save: async () => true },
  };
  soaked.state = (await pollFeed(soaked.state, ports, defaultPollSettings)).state;
}

function answer(
  feed: SimulatedFeed,
  url: string,
  now: number,
  ifNoneMatch: string | undefined,
  tally: Tally,
): WebResponse {
  const { status, headers, body } = feed.answer(now, ifNoneMatch);
  tally.requests += 1;
  if (status === 304) tally.unmodified += 1;
  return { status, headers, body: Buffer.from(body), url, redirects: [], ms: 0 };
}

/** What a poller that asks every feed every half hour would have needed, and missed. */
function fixedPoller(feeds: Soaked[]): Tally {
  const tally: Tally = { requests: 0, unmodified: 0, putOff: 0, heard: 0, missed: 0, smallestGapMs: 0 };
  for (const { feed } of feeds) {
    let known = 0;
    for (let now = start; now <= start + days * day; now += fixedInterval) {
      const count = feed.countAt(now);
      tally.requests += 1;
      tally.heard += Math.min(count - known, feed.window);
      tally.missed += Math.max(0, count - known - feed.window);
      known = count;
    }
  }
  return tally;
}

function report(ours: Tally, fixed: Tally): void {
  const rows: [string, string | number, string | number][] = [
    ['', 'Picketline', `every ${fixedInterval / minute} min`],
    ['requests', ours.requests, fixed.requests],
    ['of these 304', ours.unmodified, ''],
    ['new entries', ours.heard, fixed.heard],
    ['missed entries', ours.missed, fixed.missed],
    ['requests per new entry', (ours.requests / ours.heard).toFixed(2), (fixed.requests / fixed.heard).toFixed(2)],
    ['put off for the host', ours.putOff, ''],
    ['smallest gap, s', (ours.smallestGapMs / 1_000).toFixed(1), ''],
  ];
  for (const [name, ...values] of rows)
    console.log(`${name.padEnd(24)}${values.map((value) => String(value).padStart(14)).join('')}`);
}
