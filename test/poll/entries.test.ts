import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type FeedServer, type Item, rss, serve, startFeedServer } from './feed-server.ts';
import { PollBench } from './poll-bench.ts';

const minute = 60_000;
const tenth = 'Wed, 10 Feb 2016 08:00:00 GMT';

let server: FeedServer;
let bench: PollBench;
let url: string;

beforeAll(async () => {
  server = await startFeedServer();
});
afterAll(() => server.close());
beforeEach(() => {
  bench = new PollBench([server.host]);
  url = `${server.origin}/feed`;
  bench.add(url);
});
afterEach(() => bench.close());

/** Serves these items and polls. */
async function pollWith(items: Item[], extra = '') {
  server.on('/feed', serve(rss(items, extra)));
  return bench.pollWhenDue(url);
}
const ids = () => [...bench.articles.values()].map(({ entry }) => entry.entryId);
const story = (name: string, rest: Item = {}): Item => ({
  link: `https://courier.example/${name}`,
  title: `Story ${name} of the day`,
  ...rest,
});

describe('identity of entries', () => {
  test('18: an entry is known by its guid', async () => {
    await pollWith([story('a', { guid: 'tag:1' })]);
    expect(ids()).toEqual(['tag:1']);
  });

  test('18: one guid used twice is told apart by the address', async () => {
    await pollWith([story('a', { guid: 'dup' }), story('b', { guid: 'dup' })]);
    expect(ids()).toEqual(['dup https://courier.example/a', 'dup https://courier.example/b']);
  });

  test('18: one guid and one address used twice are told apart by their order, and stay one article', async () => {
    const { event } = await pollWith([story('a', { guid: 'dup' }), story('a', { guid: 'dup' })]);
    expect(event).toMatchObject({ new: 1, duplicate: 1 });
    expect(bench.state(url).sightings).toHaveLength(2);
  });

  test('18: without a guid the address counts', async () => {
    await pollWith([story('a')]);
    expect(ids()).toEqual(['https://courier.example/a']);
  });

  test('18: without either, title and text do, so that such entries are counted once', async () => {
    const { event } = await pollWith([
      { link: null, title: 'One' },
      { link: null, title: 'Two' },
    ]);
    expect(event.skipped).toEqual({ 'home-page': 2 });
    expect(new Set(bench.state(url).sightings.map(({ key }) => key)).size).toBe(2);
  });

  test('18: a changed title under the same guid is an update, not another article', async () => {
    await pollWith([story('a', { guid: '1', title: 'Talks resume' })]);
    const { event } = await pollWith([story('a', { guid: '1', title: 'Talks collapse' })]);
    expect(event).toMatchObject({ new: 0, updated: 1, duplicate: 0 });
    expect(bench.articles.size).toBe(1);
    expect([...bench.articles.values()][0]?.entry.title).toBe('Talks collapse');
  });

  test('19: the same story in three feeds is one article with three sightings', async () => {
    const links = [
      'https://www.courier.example/a/?utm_source=rss',
      'http://m.courier.example/a#comments',
      'https://courier.example/a?at_medium=RSS',
    ];
    for (const [index, link] of links.entries()) {
      const feed = `${server.origin}/feed${index}`;
      bench.add(feed);
      server.on(
        `/feed${index}`,
        serve(rss([{ link, guid: `${index}`, title: 'Doctors vote to strike by a wide margin' }])),
      );
      await bench.poll(feed);
    }
    expect(bench.articles.size).toBe(1);
    expect([...bench.articles.values()][0]?.sightings.size).toBe(3);
  });

  test('19: the same long title of one outlet within a week is the same story under another address', async () => {
    const title = 'Doctors vote to strike by a wide margin';
    const { event } = await pollWith([
      story('news/a', { title, guid: '1' }),
      story('health/a-2', { title: `${title}!`, guid: '2' }),
    ]);
    expect(event).toMatchObject({ new: 1, duplicate: 1 });
  });

  test('19: a title too general to tell stories apart does not join them', async () => {
    const { event } = await pollWith([
      story('a', { title: 'Live: latest', guid: '1' }),
      story('b', { title: 'Live: latest', guid: '2' }),
    ]);
    expect(event).toMatchObject({ new: 2 });
  });

  test('20: the same poll twice at once gives one article, one message, and one entry counted as new', async () => {
    server.on('/feed', serve(rss([story('a', { guid: '1' })])));
    const outcomes = await Promise.all([bench.poll(url), bench.poll(url)]);
    expect(bench.articles.size).toBe(1);
    expect([...bench.articles.values()][0]?.messages).toBe(1);
    expect(outcomes.map(({ event }) => event.new).sort()).toEqual([0, 1]);
    expect(outcomes.map(({ saved }) => saved).sort()).toEqual([false, true]);
  });
});

describe('dates of entries', () => {
  const entry = () => [...bench.articles.values()][0]!.entry;
  test.each<[string, string, string | null, string]>([
    [
      'pubDate',
      `<pubDate>${tenth}</pubDate><dc:date>2016-02-09T08:00:00Z</dc:date>`,
      '2016-02-10T08:00:00.000Z',
      'published',
    ],
    [
      'dc:date',
      '<pubDate>at lunchtime</pubDate><dc:date>2016-02-09T08:00:00Z</dc:date>',
      '2016-02-09T08:00:00.000Z',
      'dc:date',
    ],
    ['updated', '<atom:updated>2016-02-08T08:00:00Z</atom:updated>', '2016-02-08T08:00:00.000Z', 'updated'],
    ['none', '', null, 'fetched'],
  ])('22: a date comes from %s and says so', async (_name, dates, published, dateSource) => {
    server.on(
      '/feed',
      serve(
        `<rss version="2.0"><channel><title>t</title><item><title>A</title><link>https://courier.example/a</link>${dates}</item></channel></rss>`,
      ),
    );
    const { event } = await bench.poll(url);
    expect(entry()).toMatchObject({ published, dateSource, firstSeenAt: '2016-02-10T09:00:00.000Z', dateFlag: null });
    expect(event.warnings.includes('undated-items')).toBe(published === null);
  });

  test.each<[string, string, string]>([
    ['2099', 'Wed, 10 Feb 2099 08:00:00 GMT', 'future'],
    ['1970', 'Thu, 01 Jan 1970 00:00:00 GMT', 'ancient'],
    ['two days ahead', 'Fri, 12 Feb 2016 09:00:01 GMT', 'future'],
  ])('23: a date of %s is not believed, and flagged', async (_name, date, dateFlag) => {
    const { event } = await pollWith([story('a', { date })]);
    expect(entry()).toMatchObject({
      published: null,
      dateSource: 'fetched',
      dateFlag,
      firstSeenAt: '2016-02-10T09:00:00.000Z',
    });
    expect(event.warnings).toContain(`${dateFlag}-dates`);
  });

  test('23: a date a few hours ahead is a time zone, and believed', async () => {
    await pollWith([story('a', { date: 'Wed, 10 Feb 2016 20:00:00 GMT' })]);
    expect(entry().published).toBe('2016-02-10T20:00:00.000Z');
  });

  test('23: a date edited later leaves the article on its day', async () => {
    await pollWith([story('a', { guid: '1', date: tenth, title: 'Talks resume' })]);
    await pollWith([story('a', { guid: '1', date: 'Thu, 11 Feb 2016 08:00:00 GMT', title: 'Talks collapse' })]);
    expect(entry()).toMatchObject({
      title: 'Talks collapse',
      published: '2016-02-10T08:00:00.000Z',
      firstSeenAt: '2016-02-10T09:00:00.000Z',
    });
  });
});

describe('what is left out, and what is noticed', () => {
  test('34: one bad item among nine good ones costs only itself', async () => {
    const items = Array.from({ length: 9 }, (_, index) => ({
      id: `${index}`,
      url: `https://courier.example/${index}`,
      title: `Story ${index}`,
    }));
    server.on(
      '/feed',
      serve(
        JSON.stringify({
          version: 'https://jsonfeed.org/version/1.1',
          title: 'Courier',
          items: [...items.slice(0, 4), 'not an item', ...items.slice(4)],
        }),
      ),
    );
    const { event } = await bench.poll(url);
    expect(event).toMatchObject({ items: 10, new: 9, bad: 1, warnings: expect.arrayContaining(['bad-items']) });
    expect(bench.articles.size).toBe(9);
  });

  test('35: entries without an address that can be fetched are counted by reason', async () => {
    const links = [
      'https://courier.example/',
      'https://courier.example/index.html',
      'https://courier.example/news',
      'mailto:desk@courier.example',
      'javascript:void(0)',
      `https://courier.example/${'x'.repeat(2_100)}`,
      'http://[broken',
    ];
    const { event } = await pollWith([
      ...links.map((link, index) => ({ link, guid: `${index}` })),
      story('a', { guid: 'good' }),
    ]);
    expect(event.skipped).toEqual({ 'home-page': 3, 'not-http': 2, 'address-too-long': 1, 'relative-address': 1 });
    expect(event.new).toBe(1);
  });

  test('35: an Atom entry without a link is counted as having no address', async () => {
    server.on(
      '/feed',
      serve(
        '<feed xmlns="http://www.w3.org/2005/Atom"><title>t</title><entry><id>urn:1</id><title>A</title></entry></feed>',
      ),
    );
    expect((await bench.poll(url)).event.skipped).toEqual({ 'no-address': 1 });
  });

  test('37: nothing known and all of it younger than the last poll: entries were probably missed', async () => {
    const burst = (from: number) =>
      Array.from({ length: 30 }, (_, index) =>
        story(`${from + index}`, {
          guid: `${from + index}`,
          date: new Date(bench.now + (index - 30) * 1_000).toUTCString(),
        }),
      );
    await pollWith(burst(0));
    bench.now = bench.state(url).nextPollAt;
    const { event } = await pollWith(burst(40));
    expect(event).toMatchObject({ new: 30, duplicate: 0 });
    expect(event.warnings).toContain('possible-gap');
  });

  test('37: new entries beside known ones are no gap', async () => {
    const items = Array.from({ length: 30 }, (_, index) => story(`${index}`, { guid: `${index}`, date: tenth }));
    await pollWith(items);
    const { event } = await pollWith([
      story('new', { guid: 'new', date: new Date(bench.now + 20 * minute).toUTCString() }),
      ...items.slice(0, 29),
    ]);
    expect(event.warnings).toEqual([]);
  });
});
