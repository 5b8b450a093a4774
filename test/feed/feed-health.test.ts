import { describe, expect, test } from 'vitest';
import { expectedDay, feedHealth, feedStatus } from '../../shared/feed/feed-health.ts';
import { type FeedDay, type FeedState, newFeedState } from '../../shared/feed/feed-state.ts';
import type { PollEvent } from '../../shared/feed/poll-event.ts';
import { addDays } from '../../shared/trend/day.ts';

const today = '2016-03-16';
const now = Date.parse(`${today}T09:00:00Z`);
const zone = 'Europe/London';

/** A history of days up to yesterday, the last number being yesterday's. */
const history = (...heard: number[]): FeedDay[] =>
  heard.map((count, index) => ({ day: addDays(today, index - heard.length), heard: count, polls: 20, failedPolls: 0 }));
const feed = (change: Partial<FeedState>): FeedState => ({
  ...newFeedState('https://courier.example/feed', 'Northern Courier', now),
  lastSuccessAt: now,
  ...change,
});
const event = (change: Partial<PollEvent>): PollEvent => ({
  at: now,
  result: 'entries',
  code: 200,
  ms: 1,
  bytes: 1,
  items: 1,
  new: 0,
  duplicate: 1,
  updated: 0,
  skipped: {},
  bad: 0,
  warnings: [],
  error: null,
  nextPollAt: now,
  why: 'own interval',
  ...change,
});

/** Ten each weekday, two at weekends, for four weeks up to last Sunday (13 March). */
const fourWeeks = (...since: number[]) => {
  const days = Array.from({ length: 28 }, (_, index) => (index % 7 < 5 ? 10 : 2));
  return history(100, ...days, ...since);
};

describe('what a day should have brought', () => {
  test.each<[string, FeedDay[], string, number | null]>([
    ['a Tuesday by its Tuesdays', fourWeeks(10, 10), '2016-03-15', 10],
    ['a Sunday by its Sundays', fourWeeks(10, 10), '2016-03-13', 2],
    ['while weekdays are few, by all days', history(100, 6, 6, 6, 6, 6, 6, 6), today, 6],
    ['nothing while the history is short', history(100, 6, 6), today, null],
    ['nothing of a feed that is new', [], today, null],
  ])('%s', (_name, days, day, expected) => expect(expectedDay(days, day).expected).toBe(expected));

  test('the first day, which brought the whole document, does not count', () => {
    expect(expectedDay(history(500, 4, 4, 4, 4, 4, 4, 4), today).expected).toBe(4);
  });

  test('days on which nobody listened do not count', () => {
    const days = history(100, 6, 6, 6, 6, 6, 6, 6, 0, 0, 0, 0, 0, 0, 0).map((day, index) =>
      index > 7 ? { ...day, failedPolls: day.polls } : day,
    );
    expect(expectedDay(days, today).expected).toBe(6);
  });
});

describe('how a feed is doing', () => {
  test.each<[string, Partial<FeedState>, string]>([
    ['as always', { days: fourWeeks(10, 9) }, 'ok'],
    ['a new feed', {}, 'ok'],
    ['a quiet Sunday is no sign', { days: fourWeeks() }, 'ok'],
    ['yesterday brought far too little', { days: fourWeeks(10, 1) }, 'late'],
    ['yesterday brought nothing, the day before did', { days: fourWeeks(10, 0) }, 'late'],
    ['two days brought nothing', { days: fourWeeks(0, 0) }, 'silent'],
    [
      'two days brought nothing, but today did',
      { days: [...fourWeeks(0, 0), { day: today, heard: 3, polls: 5, failedPolls: 0 }] },
      'ok',
    ],
    ['a document without entries', { events: [event({ items: 0, warnings: ['no-entries'] })] }, 'silent'],
    ['one soft failure', { failures: 0.5 }, 'ok'],
    ['two soft failures', { failures: 1 }, 'failing'],
    ['a first poll that failed', { failures: 0.5, lastSuccessAt: null }, 'failing'],
    ['failing outweighs silence', { failures: 3, days: fourWeeks(0, 0) }, 'failing'],
    ['it moved', { pollUrl: 'https://courier.example/new' }, 'moved'],
    ['it is gone for good', { status: 'gone', failures: 0 }, 'gone'],
  ])('%s', (_name, change, status) => expect(feedStatus(feed(change), now, zone)).toBe(status));

  test('is told with the last fortnight, expected against heard, and the last error', () => {
    const state = feed({
      days: fourWeeks(10, 1),
      failures: 1,
      events: [event({ result: 'failed', error: 'It answered 503.' })],
    });
    const health = feedHealth(state, now, zone);
    expect(health.days).toHaveLength(14);
    expect(health.days.at(-2)).toEqual({ day: '2016-03-15', expected: 10, heard: 1, polls: 20, failedPolls: 0 });
    expect(health).toMatchObject({ status: 'failing', outlet: 'Northern Courier', error: 'It answered 503.' });
  });
});
