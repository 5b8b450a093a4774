import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createHostPacer, type HostPacer, memoryHostPaces } from '../../shared/web/host-pacer.ts';
import { type FeedServer, rss, serve, startFeedServer } from './feed-server.ts';
import { PollBench } from './poll-bench.ts';

const minute = 60_000;
const hour = 60 * minute;

let server: FeedServer;
beforeAll(async () => {
  server = await startFeedServer();
});
afterAll(() => server.close());

/** A clock that only waiting moves, shared by all who wait: the earliest wakes first. */
class WaitingClock {
  now = 0;
  /** Whether something is still on its way, so that no time may pass. */
  isBusy = () => false;
  readonly #sleepers: { at: number; wake: () => void }[] = [];
  #scheduled = false;

  readonly wait = (milliseconds: number): Promise<void> =>
    new Promise((wake) => {
      this.#sleepers.push({ at: this.now + Math.max(0, milliseconds), wake });
      this.#schedule();
    });

  /** Lets everything that can run without time passing run first, requests on loopback included. */
  #schedule(): void {
    if (this.#scheduled) return;
    this.#scheduled = true;
    setTimeout(() => {
      this.#scheduled = false;
      if (this.isBusy()) return this.#schedule();
      this.#sleepers.sort((a, b) => a.at - b.at);
      const next = this.#sleepers.shift();
      if (next === undefined) return;
      this.now = Math.max(this.now, next.at);
      next.wake();
      this.#schedule();
    }, 5);
  }
}

describe('gaps between requests to one host', () => {
  test('24: ten feeds on one host, asked by two workers at once: starts are five seconds apart, at most two are open', async () => {
    const clock = new WaitingClock();
    const store = memoryHostPaces();
    let turns = 0;
    const arrived = server.requests.length;
    clock.isBusy = () => server.requests.length - arrived < turns;
    const pacer = (): HostPacer => {
      const settings = { clock: () => clock.now, wait: clock.wait, maximumOpen: 2, gapMs: 5_000, maximumWaitMs: hour };
      const { take } = createHostPacer(store, settings);
      return {
        take: async (host, request) => {
          const lease = await take(host, request);
          turns += 1;
          return lease;
        },
      };
    };
    const workers = [
      new PollBench([server.host], { pacer: pacer(), paceAllowList: true }),
      new PollBench([server.host], { pacer: pacer(), paceAllowList: true }),
    ];
    const starts: number[] = [];
    let open = 0;
    let mostOpen = 0;
    const polls = Array.from({ length: 10 }, (_, index) => {
      const worker = workers[index % 2]!;
      const url = `${server.origin}/paced${index}`;
      worker.add(url);
      server.on(`/paced${index}`, (_request, response) => {
        starts.push(clock.now);
        open += 1;
        mostOpen = Math.max(mostOpen, open);
        void clock.wait(7_000).then(() => {
          open -= 1;
          response.end(rss([{ guid: `${index}` }]));
        });
      });
      return worker.poll(url);
    });
    const outcomes = await Promise.all(polls);
    expect(outcomes.every(({ event }) => event.result === 'entries')).toBe(true);
    expect(mostOpen).toBeLessThanOrEqual(2);
    const gaps = starts.slice(1).map((start, index) => start - starts[index]!);
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(5_000);
    await Promise.all(workers.map((worker) => worker.close()));
  });

  test('24: a turn too far off puts the poll off without counting a failure', async () => {
    const store = memoryHostPaces();
    await store.write('127.0.0.1', { revision: 1, nextStartAt: Date.parse('2016-02-10T09:02:00Z'), open: [] }, 0);
    const clock = () => Date.parse('2016-02-10T09:00:00Z');
    const pacer = createHostPacer(store, {
      clock,
      wait: async () => {},
      maximumOpen: 2,
      gapMs: 5_000,
      maximumWaitMs: 20_000,
    });
    const bench = new PollBench([server.host], { pacer, paceAllowList: true });
    bench.add(`${server.origin}/feed`);
    server.requests.length = 0;
    const { state, event } = await bench.poll(`${server.origin}/feed`);
    expect(event).toMatchObject({
      result: 'put-off',
      code: null,
      error: null,
      why: 'the host is busy with other requests of ours',
    });
    expect(new Date(event.nextPollAt).toISOString()).toBe('2016-02-10T09:02:00.000Z');
    expect(state.failures).toBe(0);
    expect(server.requests).toHaveLength(0);
    await bench.close();
  });

  test('24: a lease that is never given back lapses', async () => {
    const store = memoryHostPaces();
    let now = 0;
    const pacer = createHostPacer(store, {
      clock: () => now,
      wait: async (ms) => {
        now += ms;
      },
      maximumOpen: 1,
      gapMs: 0,
      maximumWaitMs: hour,
    });
    await pacer.take('courier.example', { gapMs: 0 });
    await pacer.take('courier.example', { gapMs: 0 });
    expect(now).toBeGreaterThanOrEqual(minute);
    expect(now).toBeLessThan(2 * minute);
  });

  test('25: a hundred feeds created together drift apart: after a day no minute holds more than 5 % of an hour’s polls', async () => {
    const bench = new PollBench([server.host]);
    server.on('/feed', serve(rss([{ guid: '1' }])));
    let seed = 1;
    const random = () => {
      seed = (seed * 16_807) % 2_147_483_647;
      return seed / 2_147_483_647;
    };
    const urls = Array.from({ length: 100 }, (_, index) => `${server.origin}/feed?${index}`);
    const start = bench.now;
    const perMinute = new Map<number, number>();
    for (const url of urls) bench.add(url);
    const due = urls.map((url) => ({ url, at: start }));
    for (;;) {
      due.sort((a, b) => a.at - b.at);
      const first = due[0]!;
      if (first.at > start + 25 * hour) break;
      bench.now = first.at;
      bench.random = random();
      // As busy feeds, whose interval stays short and so drifts the least.
      bench.states.set(first.url, {
        ...bench.state(first.url),
        intervalMs: 30 * minute,
        days: [],
        bodyHash: null,
        sightings: [],
      });
      const { event } = await bench.poll(first.url);
      if (bench.now > start + 24 * hour)
        perMinute.set(Math.floor(bench.now / minute), (perMinute.get(Math.floor(bench.now / minute)) ?? 0) + 1);
      first.at = event.nextPollAt;
    }
    const polls = [...perMinute.values()].reduce((sum, count) => sum + count, 0);
    expect(Math.max(...perMinute.values()) / polls).toBeLessThanOrEqual(0.05);
    await bench.close();
  });
});
