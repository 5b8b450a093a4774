import type { Command } from 'commander';
import { reportFor } from '../../functions/digest/digest.ts';
import { SettingError } from '../../shared/errors.ts';
import { plainText } from '../../shared/report/plain-text.ts';
import { slackMessage } from '../../shared/report/slack-blocks.ts';
import { addDays, dayOf } from '../../shared/trend/day.ts';
import { type DataOptions, withData, withPipeline } from '../open-store.ts';
import { readDay } from '../options.ts';

interface DigestOptions extends DataOptions {
  date?: string;
}

/** Adds `digest`: shows what the digest of a day says, without sending it. */
export function addDigest(program: Command): void {
  withData(program.command('digest'))
    .description('preview the morning digest of a day; --json gives the Slack message')
    .option('--date <day>', 'the day reported on; yesterday where left out', readDay)
    .option('--preview', 'the default: nothing is sent from here', true)
    .action((options: DigestOptions) =>
      withPipeline(options, async ({ runtime }) => {
        const all = await runtime.codebooks();
        if (all.length === 0) throw noCodebook(options.data);
        for (const published of all) {
          const today = dayOf(new Date(runtime.now()).toISOString(), published.codebook.timeZone);
          const report = await reportFor(published, options.date ?? addDays(today, -1), {
            store: runtime.store,
            dashboardUrl: null,
          });
          console.log(options.json ? JSON.stringify(slackMessage(report), null, 2) : plainText(report));
        }
      }),
    );
}

const noCodebook = (folder: string) =>
  new SettingError(
    `No codebook is published in ${folder}.`,
    'Run `npm start`, or look into the demo with --data .picketline/demo.',
  );
