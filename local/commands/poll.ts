import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { type Command, Option } from 'commander';
import type { Codebook } from '../../shared/codebook/codebook.ts';
import { SettingError } from '../../shared/errors.ts';
import { publishCodebook } from '../../shared/store/published-codebooks.ts';
import { type DataOptions, print, withData, withPipeline } from '../open-store.ts';
import { countOutcomes, outcomeLines } from '../outcomes.ts';
import { defaultCodebook, readCodebook } from '../read-codebook.ts';
import { type Served, serve } from '../serve.ts';

interface PollOptions extends DataOptions {
  codebook: string;
  outlet?: string;
  allowLocal: string[];
}

/** Adds `poll`: one feed, from an address or a file, through the whole pipeline. */
export function addPoll(program: Command): void {
  // A folder of its own: the feed becomes the only one of its codebook there.
  withData(program.command('poll'), '.picketline/poll')
    .description('poll one feed (an address or a file) and take its articles through the whole pipeline')
    .argument('<feed>', 'address of a feed, or a file that holds one')
    .option('--codebook <file>', 'codebook to tag with', defaultCodebook)
    .option('--outlet <name>', 'name of the outlet')
    .addOption(
      new Option(
        '--allow-local <host:port...>',
        'servers on this machine that may be asked; all others must be public',
      ).default([]),
    )
    .action(poll);
}

async function poll(feed: string, options: PollOptions): Promise<void> {
  const source = await openFeed(feed);
  const allowList = [...options.allowLocal, ...(source.served ? [`127.0.0.1:${source.served.port}`] : [])];
  const codebook = withFeed(await readCodebook(options.codebook), source.url, options.outlet ?? feed);
  try {
    await withPipeline(
      options,
      async (pipeline) => {
        const { runtime } = pipeline;
        await publishCodebook(runtime.store, codebook, new Date(runtime.now()).toISOString());
        await pipeline.resume();
        const outcomes = await pipeline.poll();
        await pipeline.drain();
        const counts = await countOutcomes(runtime.store);
        const events = outcomes.map(({ event }) => event);
        print({ feed: source.url, events, counts }, options.json, () =>
          [
            ...events.map(
              (event) =>
                `${feed}: ${event.result}, ${event.new} new of ${event.items}${event.error ? `: ${event.error}` : ''}`,
            ),
            ...(events.length === 0 ? [`${feed}: not due yet`] : []),
            ...outcomeLines(counts),
          ].join('\n'),
        );
        if (events.some(({ result }) => result === 'failed')) process.exitCode = 1;
      },
      { allowList },
    );
  } finally {
    await source.served?.close();
  }
}

/** A file is served on the loopback address, so that it takes the same way as a feed of the web. */
async function openFeed(feed: string): Promise<{ url: string; served?: Served }> {
  if (/^https?:\/\//i.test(feed)) return { url: feed };
  if (!existsSync(feed))
    throw new SettingError(
      `${feed} is neither an address nor a file.`,
      'Give an http(s) address or the path of a feed file.',
    );
  const body = new Uint8Array(await readFile(feed));
  const served = await serve(() => new Response(body), 0, '--port');
  return { url: `${served.url}/feed`, served };
}

const withFeed = (codebook: Codebook, url: string, outlet: string): Codebook => ({
  ...codebook,
  feeds: [{ url, outlet, aggregator: false, ignoreHttpCache: false }],
});
