import Table from 'cli-table3';
import type { Command } from 'commander';
import { listedFeeds } from '../../functions/poll/listed-feeds.ts';
import { type FeedHealth, feedHealth } from '../../shared/feed/feed-health.ts';
import { feedStates } from '../../shared/store/feed-states.ts';
import { type DataOptions, print, withData, withPipeline } from '../open-store.ts';

/** A feed's health, null before its first poll, and why it is asked when. */
interface FeedLine {
  outlet: string;
  url: string;
  health: FeedHealth | null;
  why: string;
}

const daysShown = 7;

/** Adds `feeds`: how every feed is doing. */
export function addFeeds(program: Command): void {
  withData(program.command('feeds'))
    .description('show how every feed is doing: status, entries heard of those expected, last news, next poll and why')
    .action((options: DataOptions) =>
      withPipeline(options, async ({ runtime }) => {
        const listed = listedFeeds(await runtime.codebooks());
        const states = await feedStates(runtime.store).getAll(listed.map(({ url }) => url));
        const lines = listed.map(({ url, outlet, timeZone }): FeedLine => {
          const state = states.get(url);
          const health = state ? feedHealth(state, state.lastPollAt ?? runtime.now(), timeZone) : null;
          return { outlet, url, health, why: state?.events.at(-1)?.error ?? state?.events.at(-1)?.why ?? '' };
        });
        print(lines, options.json, feedTable);
      }),
    );
}

function feedTable(lines: FeedLine[]): string {
  const table = new Table({
    head: ['outlet', 'status', `heard/expected, ${daysShown} days`, 'last new entry', 'next poll', 'why'],
    style: { head: [], border: [] },
  });
  for (const { outlet, health, why } of lines) {
    const days = health?.days.slice(-daysShown).map(({ heard, expected }) => `${heard}/${expected ?? '?'}`) ?? [];
    table.push([
      outlet,
      health?.status ?? 'not polled yet',
      days.join(' '),
      time(health?.lastNewAt),
      time(health?.nextPollAt),
      why,
    ]);
  }
  return table.toString();
}

const time = (milliseconds: number | null | undefined) =>
  milliseconds ? new Date(milliseconds).toISOString().slice(0, 16).replace('T', ' ') : '–';
