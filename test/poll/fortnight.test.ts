import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { SimulatedFeed, seededRandom, timetable } from '../../bench/feeds/simulated-feed.ts';
import { type FeedServer, startFeedServer } from './feed-server.ts';
import { PollBench } from './poll-bench.ts';

const minute = 60_000;
const day = 24 * 60 * minute;

let server: FeedServer;
let bench: PollBench;
beforeAll(async () => {
  server = await startFeedServer();
});
afterAll(() => server.close());
beforeEach(() => {
  bench = new PollBench([server.host]);
  server.requests.length = 0;
});
afterEach(() => bench.close());

/** Polls a feed for 14 days and gives what came of it. */
async function fortnight(name: string, published: number[], window: number) {
  const feed = new SimulatedFeed(name, published, window);
  const random = seededRandom(name.length + 7);
  const url = `${server.origin}/${name}`;
  const end = bench.now + 14 * day;
  server.on(`/${name}`, (request, response) => {
    const { status, headers, body } = feed.answer(bench.now, request.headers['if-none-match']);
    response.writeHead(status, headers).end(body);
  });
  bench.add(url);
  const intervals: number[] = [];
  const warnings = new Set<string>();
  while (bench.state(url).nextPollAt < end) {
    bench.random = random();
    const { state, event } = await bench.pollWhenDue(url);
    intervals.push(state.intervalMs / minute);
    for (const warning of event.warnings) warnings.add(warning);
  }
  const heard = new Set([...bench.articles.values()].map(({ entry }) => entry.entryId));
  const due = published.filter((at) => at <= bench.now).length;
  return { intervals, warnings, polls: intervals.length, missed: due - heard.size, state: bench.state(url) };
}

// Two thousand real requests a test: long on a busy machine.
describe('fourteen days of one feed', { timeout: 120_000 }, () => {
  test('11: a feed that publishes all the time is asked at the shortest interval, and no entry is missed', async () => {
    const published = Array.from({ length: 14 * 24 * 15 }, (_, index) => bench.now + 4 * index * minute);
    const { intervals, missed, warnings } = await fortnight('torrent', published, 20);
    expect(intervals.slice(-20).every((interval) => interval === 10)).toBe(true);
    expect(missed).toBe(0);
    expect(warnings).not.toContain('possible-gap');
  });

  test('11: a dead feed is asked at the longest interval', async () => {
    const { intervals, polls } = await fortnight('dead', [bench.now - day], 30);
    expect(intervals.at(-1)).toBe(24 * 60);
    expect(polls).toBeLessThan(40);
  });

  test('11: 20 entries a day and bursts of 25 within ten minutes: none is missed by a document of 30', async () => {
    const { missed, polls, intervals } = await fortnight(
      'daily',
      timetable(bench.now, 14, 20, 25, seededRandom(1)),
      30,
    );
    expect(missed).toBe(0);
    expect(Math.max(...intervals)).toBeLessThanOrEqual(180);
    expect(polls).toBeLessThan((14 * day) / (10 * minute) / 2);
  });

  test('37: 40 entries at once in a document of 30: the gap is noticed', async () => {
    const { missed, warnings } = await fortnight('burst', timetable(bench.now, 14, 20, 40, seededRandom(2)), 30);
    expect(missed).toBeGreaterThan(0);
    expect(warnings).toContain('possible-gap');
  });
});
