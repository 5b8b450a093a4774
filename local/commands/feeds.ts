import Table from 'cli-table3';
import type { Command } from 'commander';
import { listedFeeds } from '../../functions/poll/listed-feeds.ts';
import { feedStates } from '../../shared/store/feed-states.ts';
import { type DataOptions, print, withData, withPipeline } from '../open-store.ts';

/** Adds `feeds`: how every feed is doing. */
export function addFeeds(program: Command): void {
  withData(program.command('feeds'))
    .description('show how every feed is doing: status, last news, failures, next poll and why')
    .action((options: DataOptions) =>
      withPipeline(options, async ({ runtime }) => {
        const listed = listedFeeds(await runtime.codebooks());
        const states = await feedStates(runtime.store).getAll(listed.map(({ url }) => url));
        const rows = listed.map(({ url, outlet }) => ({ url, outlet, state: states.get(url) ?? null }));
        print(rows, options.json, () => {
          const table = new Table({
            head: ['outlet', 'status', 'last new entry', 'last poll', 'next poll', 'why'],
            style: { head: [], border: [] },
          });
          for (const { outlet, state } of rows) {
            const last = state?.events.at(-1);
            table.push([
              outlet,
              state?.status ?? 'not polled yet',
              time(state?.lastNewAt),
              time(state?.lastPollAt),
              time(state?.nextPollAt),
              last?.error ?? last?.why ?? '',
            ]);
          }
          return table.toString();
        });
      }),
    );
}

const time = (milliseconds: number | null | undefined) =>
  milliseconds ? new Date(milliseconds).toISOString().slice(0, 16).replace('T', ' ') : '–';
