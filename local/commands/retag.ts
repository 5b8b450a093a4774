import { SingleBar } from 'cli-progress';
import type { Command } from 'commander';
import { reopenForTagging } from '../../functions/tag/reopen.ts';
import { estimateRetag, type RetagEstimate } from '../../functions/tag/retag-estimate.ts';
import { costOfRetag } from '../../shared/cost/cost.ts';
import prices from '../../shared/cost/prices.json' with { type: 'json' };
import type { LocalPipeline } from '../local-pipeline.ts';
import { type DataOptions, print, withData, withPipeline } from '../open-store.ts';
import { wholeNumber } from '../options.ts';
import { countOutcomes, outcomeLines } from '../outcomes.ts';

interface RetagOptions extends DataOptions {
  all: boolean;
  estimate: boolean;
  rate: number;
}

/** Articles opened before they are worked off here. */
const batch = 100;

/** Adds `retag`: stored articles tagged anew under the standing codebooks and the tagger of this version. */
export function addRetag(program: Command): void {
  withData(program.command('retag'))
    .description('tag stored articles anew, remove rows that no longer come of them, and recount their days')
    .option('--estimate', 'only say how many articles, how much time and how many write units it would take', false)
    .option('--all', 'also articles whose tags are of these codebooks and this tagger already', false)
    .option('--rate <number>', 'with --sqs: articles a second that are handed to the cloud', wholeNumber(1, 1_000), 20)
    .action((options: RetagOptions) =>
      withPipeline(options, async (pipeline) => {
        const { store } = pipeline.runtime;
        const standing = await pipeline.runtime.standingCodebooks();
        const estimate = await estimateRetag(store, standing, { all: options.all, clock: () => performance.now() });
        if (options.estimate) return print(estimate, options.json, describeEstimate);
        if (!options.json) console.log(describeEstimate(estimate));
        const articles = await retag(pipeline, estimate.stale, options);
        const counts = await countOutcomes(store);
        print({ articles, estimate, counts }, options.json, () =>
          [
            options.sqs
              ? `${articles} articles handed over; those unfinished are still in the cloud's queues`
              : `${articles} articles tagged anew`,
            ...outcomeLines(counts),
          ].join('\n'),
        );
      }),
    );
}

/** Hands the stale articles over and, where the queues are this machine's, works them off. @returns how many */
async function retag(pipeline: LocalPipeline, stale: number, options: RetagOptions): Promise<number> {
  const isHere = options.sqs === undefined;
  // What a stopped run had opened comes first.
  if (isHere) await pipeline.finish();
  const bar = new SingleBar({ format: '{bar} {value} of {total}', noTTYOutput: false, stream: process.stderr });
  bar.start(stale, 0);
  let sent = 0;
  for await (const progress of reopenForTagging(pipeline.runtime, {
    batch: isHere ? batch : options.rate,
    all: options.all,
  })) {
    if (isHere) await pipeline.drain();
    else if (progress.sent > sent) await new Promise((resolve) => setTimeout(resolve, 1_000));
    sent = progress.sent;
    bar.update(sent);
  }
  bar.stop();
  return sent;
}

function describeEstimate({ articles, stale, sampled, taggingMilliseconds, writeUnits }: RetagEstimate): string {
  if (stale === 0) return `All ${articles} articles are tagged under the standing codebooks already.`;
  return [
    `${stale} of ${articles} articles would be tagged anew; by a sample of ${sampled}:`,
    `  ${(taggingMilliseconds / 1_000).toFixed(1)} s of tagging on this machine, ${writeUnits} DynamoDB write units`,
    `  in the cloud ${costOfRetag({ writeUnits, cpuMs: taggingMilliseconds }, prices).toFixed(2)} USD and the recounts, by prices of ${prices.asOf} (\`picketline cost\`)`,
  ].join('\n');
}
