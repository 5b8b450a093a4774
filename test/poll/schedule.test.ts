import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { freshnessMs, retryAfterMs } from '../../shared/feed/cache-headers.ts';
import { parseFeed } from '../../shared/feed/parse-feed.ts';
import { nextInterval } from '../../shared/feed/poll-interval.ts';
import { schedule } from '../../shared/feed/poll-schedule.ts';
import { type FeedServer, rss, serve, startFeedServer } from './feed-server.ts';
import { PollBench } from './poll-bench.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
const now = Date.parse('2016-02-10T09:00:00Z');

let server: FeedServer;
beforeAll(async () => {
  server = await startFeedServer();
});
afterAll(() => server.close());

/** Polls a feed that is served with these headers and this channel content; answers with its wait and why. */
async function waitAfter(
  headers: Record<string, string>,
  extra = '',
  status = 200,
): Promise<{ minutes: number; why: string }> {
  const bench = new PollBench([server.host]);
  const url = `${server.origin}/feed`;
  bench.add(url);
  server.on('/feed', serve(rss([{ guid: '1' }], extra), headers, status));
  const { event } = await bench.poll(url);
  await bench.close();
  return { minutes: (event.nextPollAt - bench.now) / minute, why: event.why };
}

describe('when a feed is asked next', () => {
  test.each<[string, Record<string, string>, string, number, string]>([
    ['nothing said', {}, '', 30, 'own interval'],
    ['a longer ttl', {}, '<ttl>120</ttl>', 120, "the feed's own period (ttl, sy:updatePeriod)"],
    ['a shorter ttl', {}, '<ttl>5</ttl>', 30, 'own interval'],
    ['a ttl of nonsense', {}, '<ttl>often</ttl>', 30, 'own interval'],
    ['max-age', { 'cache-control': 'public, max-age=7200' }, '', 120, 'freshness (Cache-Control, Expires)'],
    [
      'max-age of a year, clamped',
      { 'cache-control': 'max-age=31536000' },
      '',
      24 * 60,
      'freshness (Cache-Control, Expires)',
    ],
    [
      'max-age before Expires',
      { 'cache-control': 'max-age=3600', expires: 'Thu, 01 Jan 2099 00:00:00 GMT' },
      '',
      60,
      'freshness (Cache-Control, Expires)',
    ],
    [
      'Expires',
      { date: 'Wed, 10 Feb 2016 09:00:00 GMT', expires: 'Wed, 10 Feb 2016 12:00:00 GMT' },
      '',
      180,
      'freshness (Cache-Control, Expires)',
    ],
    [
      'Expires in the past',
      { date: 'Wed, 10 Feb 2016 09:00:00 GMT', expires: 'Thu, 01 Jan 1970 00:00:00 GMT' },
      '',
      30,
      'own interval',
    ],
    ['Expires -1', { expires: '-1' }, '', 30, 'own interval'],
    ['Retry-After with a document', { 'retry-after': '5400' }, '', 90, 'Retry-After'],
  ])('8: %s', async (_name, headers, extra, minutes, why) => {
    expect(await waitAfter(headers, extra)).toEqual({ minutes, why });
  });

  test.each<[string, number | null]>([
    ['<sy:updatePeriod>hourly</sy:updatePeriod>', hour],
    ['<sy:updatePeriod>hourly</sy:updatePeriod><sy:updateFrequency>2</sy:updateFrequency>', hour / 2],
    ['<sy:updatePeriod>daily</sy:updatePeriod><sy:updateFrequency>4</sy:updateFrequency>', 6 * hour],
    ['<sy:updatePeriod>Dayly</sy:updatePeriod>', day],
    ['<sy:updatePeriod>weekly</sy:updatePeriod><sy:updateFrequency>1</sy:updateFrequency>', 7 * day],
    ['<sy:updatePeriod>always</sy:updatePeriod>', null],
    ['<sy:updatePeriod>hourly</sy:updatePeriod><sy:updateFrequency>0</sy:updateFrequency>', null],
    ['<sy:updatePeriod>hourly</sy:updatePeriod><sy:updateFrequency>-2</sy:updateFrequency>', null],
    ['<sy:updatePeriod>hourly</sy:updatePeriod><sy:updateFrequency>x</sy:updateFrequency>', null],
    ['<sy:updatePeriod>sometimes</sy:updatePeriod>', null],
    ['', null],
  ])('9: update period of "%s"', async (extra, expected) => {
    expect((await parseFeed(Buffer.from(rss([], extra)), {})).updatePeriodMs).toBe(expected);
  });

  test('9: the longest of ttl and update period is kept to', async () => {
    const extra = '<ttl>45</ttl><sy:updatePeriod>daily</sy:updatePeriod><sy:updateFrequency>12</sy:updateFrequency>';
    expect((await waitAfter({}, extra)).minutes).toBe(120);
  });

  const hours = (list: number[]) => `<skipHours>${list.map((each) => `<hour>${each}</hour>`).join('')}</skipHours>`;
  test.each<[string, string, string]>([
    ['09:30 is not skipped', '', '2016-02-10T09:30:00.000Z'],
    ['hour 9 moves it to 10:00', hours([9]), '2016-02-10T10:00:00.000Z'],
    ['hours 9 to 11 move it to 12:00', hours([9, 10, 11]), '2016-02-10T12:00:00.000Z'],
    ['hour 24 is midnight', hours([24]), '2016-02-10T09:30:00.000Z'],
    [
      'all hours together are ignored',
      hours(Array.from({ length: 24 }, (_, each) => each)),
      '2016-02-10T09:30:00.000Z',
    ],
    [
      'a skipped Wednesday moves it to Thursday',
      '<skipDays><day>Wednesday</day></skipDays>',
      '2016-02-11T00:00:00.000Z',
    ],
    [
      'Thursday, hour 0 skipped as well',
      `<skipDays><day>wednesday</day></skipDays>${hours([0])}`,
      '2016-02-11T01:00:00.000Z',
    ],
  ])('10: %s', async (_name, extra, expected) => {
    const { minutes } = await waitAfter({}, extra);
    expect(new Date(now + minutes * minute).toISOString()).toBe(expected);
  });

  test('10: a poll due at 03:00 GMT moves to 04:00 when the feed skips that hour', () => {
    const at = Date.parse('2016-02-10T02:30:00Z');
    const input = {
      now: at,
      random: 0,
      minimumIntervalMs: 0,
      maximumIntervalMs: day,
      wishes: [{ why: 'own interval', waitMs: 30 * minute }],
      skipDays: [],
      tooManyRequests: false,
    };
    expect(new Date(schedule({ ...input, skipHours: [3] }).nextPollAt).toISOString()).toBe('2016-02-10T04:00:00.000Z');
  });

  test.each([429, 503])('12: Retry-After on %i only lengthens the wait, as seconds or as a date', async (status) => {
    const wait = async (value: string) =>
      (await waitAfter({ 'retry-after': value, date: 'Wed, 10 Feb 2016 09:00:00 GMT' }, '', status)).minutes;
    expect(await wait('120')).toBe(30);
    expect(await wait('7200')).toBe(120);
    expect(await wait('Wed, 10 Feb 2016 12:00:00 GMT')).toBe(180);
    expect(await wait('soon')).toBe(30);
    expect(await wait('-5')).toBe(30);
    expect(await wait('1000000000')).toBe(24 * 60);
  });

  test('12: after a 429 up to an hour is added by chance', () => {
    const input = {
      now,
      random: 0.999,
      minimumIntervalMs: 0,
      maximumIntervalMs: day,
      wishes: [{ why: 'Retry-After', waitMs: hour }],
      skipHours: [],
      skipDays: [],
    };
    const wait = (tooManyRequests: boolean) => (schedule({ ...input, tooManyRequests }).nextPollAt - now) / minute;
    expect(wait(false)).toBeCloseTo(66, 0);
    expect(wait(true)).toBeCloseTo(126, 0);
  });

  test.each([
    ['max-age=60', {}, 60_000],
    ['no-cache', {}, 0],
    ['max-age=soon', {}, 0],
  ])('8: freshness of Cache-Control %s', (value, rest, expected) => {
    expect(freshnessMs({ 'cache-control': value, ...rest }, now)).toBe(expected);
  });

  test('12: Retry-After of nothing is nothing', () => expect(retryAfterMs({}, now)).toBe(0));
});

describe('our own interval', () => {
  const limits = { minimumIntervalMs: 10 * minute, defaultIntervalMs: 30 * minute, maximumIntervalMs: day };
  const base = {
    intervalMs: 60 * minute,
    new: 0,
    duplicate: 30,
    driftMs: 0,
    quietMs: day,
    meanGapMs: null as number | null,
  };
  test.each<[string, Partial<typeof base>, number]>([
    ['only duplicates: a quarter longer', {}, 75],
    ['only duplicates, short interval: ten minutes longer', { intervalMs: 20 * minute }, 30],
    ['after 31 quiet days: an hour longer', { quietMs: 32 * day }, 120],
    ['half of it new: as before', { new: 15, duplicate: 15 }, 60],
    ['mostly new: back to the default', { new: 28, duplicate: 2 }, 30],
    [
      'mostly new at the default: an hour shorter, at least the minimum',
      { intervalMs: 30 * minute, new: 28, duplicate: 2 },
      10,
    ],
    ['nothing heard: as before', { duplicate: 0 }, 60],
    ['more than 20 minutes late: as before', { driftMs: 21 * minute }, 60],
    ['more than 20 minutes early: as before', { driftMs: -21 * minute }, 60],
    ['never longer than half the mean gap between entries', { meanGapMs: 120 * minute }, 60],
    ['never longer than the maximum', { intervalMs: 23 * hour }, 24 * 60],
  ])('11: %s', (_name, change, minutes) => {
    expect(nextInterval({ ...base, ...change }, limits) / minute).toBe(minutes);
  });
});
