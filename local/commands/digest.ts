import { type Command, Option } from 'commander';
import { channelsOf } from '../../functions/channels.ts';
import { reportFor } from '../../functions/digest/report-for.ts';
import { sendDigests } from '../../functions/digest/send-digests.ts';
import type { Runtime } from '../../functions/runtime.ts';
import { SettingError } from '../../shared/errors.ts';
import { digestDocument } from '../../shared/report/digest-document.ts';
import { htmlPage } from '../../shared/report/html.ts';
import type { MessageDocument } from '../../shared/report/message-document.ts';
import { plainText } from '../../shared/report/plain-text.ts';
import { slackMessage } from '../../shared/report/slack-message.ts';
import { addDays, dayOf } from '../../shared/trend/day.ts';
import { type DataOptions, withData, withPipeline } from '../open-store.ts';
import { readDay } from '../options.ts';

interface DigestOptions extends DataOptions {
  date?: string;
  format: keyof typeof formats;
  send: boolean;
  again: boolean;
}

/** The forms in which a digest can be had. */
const formats = {
  text: plainText,
  html: htmlPage,
  slack: (document: MessageDocument) => JSON.stringify(slackMessage(document), null, 2),
};

/** Adds `digest`: shows what the digest of a day says, or sends it by hand. */
export function addDigest(program: Command): void {
  withData(program.command('digest'))
    .description('preview the morning digest of a day, or send it by hand')
    .option('--date <day>', 'the day reported on; yesterday where left out', readDay)
    .option('--preview', 'show it and send nothing: the default', true)
    .addOption(new Option('--format <form>', 'form of the preview').choices(Object.keys(formats)).default('text'))
    .option('--send', 'send it to SLACK_WEBHOOK_URL, unless it was sent', false)
    .option('--again', 'with --send: also when nobody knows whether it arrived', false)
    .action((options: DigestOptions) =>
      withPipeline(options, async ({ runtime }) => {
        const all = await runtime.codebooks();
        if (all.length === 0) throw noCodebook(options.data);
        for (const { codebook } of all) {
          const day = options.date ?? yesterday(runtime, codebook.timeZone);
          if (options.again) await forgetUnconfirmed(codebook.id, day, runtime);
        }
        if (options.send) return send(options.date, runtime);
        for (const published of all) {
          const day = options.date ?? yesterday(runtime, published.codebook.timeZone);
          const report = await reportFor(published, day, { store: runtime.store, dashboardUrl: null });
          console.log(formats[options.json ? 'slack' : options.format](digestDocument(report)));
        }
      }),
    );
}

const yesterday = (runtime: Runtime, timeZone: string) =>
  addDays(dayOf(new Date(runtime.now()).toISOString(), timeZone), -1);

async function send(day: string | undefined, runtime: Runtime): Promise<void> {
  const channels = channelsOf(process.env.SLACK_WEBHOOK_URL ?? '');
  if (channels.some(({ post }) => post === null))
    throw new SettingError('SLACK_WEBHOOK_URL holds no address.', 'Set it to the address of a Slack webhook.');
  const { sent, failures } = await sendDigests(channels, { ...runtime, dashboardUrl: null }, day);
  if (failures.length > 0) throw failures[0];
  console.log(`${sent.length} sent${sent.length === 0 ? ': none was due, or it had been sent' : ''}`);
}

/** A person who has looked into the channel may say that it did not arrive. */
async function forgetUnconfirmed(dispute: string, day: string, { store }: Runtime): Promise<void> {
  const isUnconfirmed = {
    text: '#state = :state',
    names: { '#state': 'state' },
    values: { ':state': 'unconfirmed' },
  };
  for await (const { message } of store.deliveries.query({ dispute }, 'message', { prefix: `digest#${day}#` }))
    await store.deliveries.deleteIf({ dispute, message }, isUnconfirmed);
}

const noCodebook = (folder: string) =>
  new SettingError(
    `No codebook is published in ${folder}.`,
    'Run `npm start`, or look into the demo with --data .picketline/demo.',
  );
