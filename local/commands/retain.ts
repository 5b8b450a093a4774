import type { Command } from 'commander';
import { type Dropped, dropLimit, dropTexts, type RetainPorts } from '../../functions/retain/drop-texts.ts';
import { type DataOptions, print, withData, withPipeline } from '../open-store.ts';
import { wholeNumber } from '../options.ts';

/** Adds `retain`: texts whose time is over are dropped. */
export function addRetain(program: Command): void {
  withData(program.command('retain'))
    .description('drop texts that were fetched longer ago; their tags, hashes and counts stay')
    .requiredOption('--days <days>', 'how long texts are kept', wholeNumber(1))
    .action((options: DataOptions & { days: number }) =>
      withPipeline(options, async ({ runtime }) => {
        const result = await dropAll(options.days, runtime);
        print(result, options.json, ({ dropped, inWork }) =>
          [
            `${dropped} texts fetched more than ${options.days} days ago were dropped`,
            ...(inWork > 0 ? [`${inWork} are of articles being worked on: run it again when that is done`] : []),
          ].join('\n'),
        );
      }),
    );
}

/** Run by run until nothing more is due but what is in work. */
async function dropAll(days: number, ports: RetainPorts): Promise<Dropped> {
  let dropped = 0;
  for (;;) {
    const run = await dropTexts(days, ports);
    dropped += run.dropped;
    // Texts in work stand among those due, and come again with each run.
    if (run.dropped === 0 || run.dropped + run.inWork < dropLimit) return { dropped, inWork: run.inWork };
  }
}
