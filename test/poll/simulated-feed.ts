import type { Answer } from './feed-server.ts';
import { rss } from './feed-server.ts';

const hour = 3_600_000;
const newsDay = Date.parse('2016-02-10T00:00:00Z');

/** A feed that publishes by a timetable and shows the newest entries only, with an ETag that follows its content. */
export class SimulatedFeed {
  readonly name: string;
  readonly published: number[];
  readonly #window: number;
  readonly #clock: () => number;

  /** `published`: instants in milliseconds, in order. `window`: how many entries the document shows. */
  constructor(name: string, published: number[], window: number, clock: () => number) {
    this.name = name;
    this.published = published;
    this.#window = window;
    this.#clock = clock;
  }

  readonly answer: Answer = (request, response) => {
    const shown = this.published.filter((at) => at <= this.#clock());
    const etag = `"${this.name}-${shown.length}"`;
    if (request.headers['if-none-match'] === etag) return void response.writeHead(304).end();
    const newest = shown
      .slice(-this.#window)
      .map((at, index) => ({ at, number: Math.max(0, shown.length - this.#window) + index }));
    const items = newest.map(({ at, number }) => ({
      guid: `${this.name}-${number}`,
      title: `${this.name} ${number}`,
      link: `https://${this.name}.example/${number}`,
      date: new Date(at).toUTCString(),
    }));
    response.writeHead(200, { 'content-type': 'application/rss+xml', etag }).end(rss(items.reverse()));
  };
}

/**
 * A timetable: so many entries a day between 06:00 and 22:00, and a burst of as many within ten minutes at noon of every
 * third day. `random` in [0, 1).
 */
export function timetable(start: number, days: number, perDay: number, burst: number, random: () => number): number[] {
  const instants: number[] = [];
  for (let day = 0; day < days; day += 1) {
    const midnight = start - ((start - newsDay) % (24 * hour)) + day * 24 * hour;
    for (let entry = 0; entry < perDay; entry += 1) instants.push(midnight + 6 * hour + random() * 16 * hour);
    if (day % 3 === 2)
      for (let entry = 0; entry < burst; entry += 1) instants.push(midnight + 12 * hour + random() * (hour / 6));
  }
  return instants.filter((at) => at >= start).sort((a, b) => a - b);
}

/** Numbers in [0, 1) that are the same in every run (Lehmer's generator). */
export function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 16_807) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}
