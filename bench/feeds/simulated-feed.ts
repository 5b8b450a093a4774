const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** What a simulated server answers. */
export interface SimulatedAnswer {
  status: 200 | 304;
  headers: Record<string, string>;
  body: string;
}

/** A feed that publishes by a timetable and shows the newest entries only, with an ETag that follows its content. */
export class SimulatedFeed {
  readonly name: string;
  /** Milliseconds since the epoch, in order. */
  readonly published: readonly number[];
  readonly window: number;

  /** `window`: how many entries the document shows. */
  constructor(name: string, published: readonly number[], window: number) {
    this.name = name;
    this.published = published;
    this.window = window;
  }

  /** How many entries are out at an instant. */
  countAt(now: number): number {
    let low = 0;
    let high = this.published.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.published[middle]! <= now) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  answer(now: number, ifNoneMatch: string | undefined): SimulatedAnswer {
    const count = this.countAt(now);
    const headers = { 'content-type': 'application/rss+xml', etag: `"${this.name}-${count}"` };
    if (ifNoneMatch === headers.etag) return { status: 304, headers, body: '' };
    const oldest = Math.max(0, count - this.window);
    const items = this.published.slice(oldest, count).map((at, index) => this.#item(oldest + index, at));
    const body = `<rss version="2.0"><channel><title>${this.name}</title><link>https://${this.name}.example/</link>${items.reverse().join('')}</channel></rss>`;
    return { status: 200, headers, body };
  }

  #item(number: number, at: number): string {
    const address = `https://${this.name}.example/${number}`;
    return `<item><title>${this.name} ${number}</title><link>${address}</link><guid isPermaLink="false">${number}</guid><pubDate>${new Date(at).toUTCString()}</pubDate></item>`;
  }
}

/** A timetable: so many entries a day between 06:00 and 22:00 UTC, and on every third day a burst within ten minutes of noon. */
export function timetable(start: number, days: number, perDay: number, burst: number, random: () => number): number[] {
  const instants: number[] = [];
  const firstMidnight = Math.floor(start / day) * day;
  for (let number = 0; number < days; number += 1) {
    const midnight = firstMidnight + number * day;
    for (let entry = 0; entry < perDay; entry += 1) instants.push(midnight + 6 * hour + random() * 16 * hour);
    if (number % 3 === 2)
      for (let entry = 0; entry < burst; entry += 1) instants.push(midnight + 12 * hour + random() * 10 * minute);
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
