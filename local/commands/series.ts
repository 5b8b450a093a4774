import type { Command } from 'commander';
import { codebookOf } from '../../shared/store/published-codebooks.ts';
import { toArray } from '../../shared/store/to-array.ts';
import { seriesOf, wholeDispute } from '../../shared/trend/series.ts';
import { type DataOptions, print, withData, withPipeline } from '../open-store.ts';
import { readDay } from '../options.ts';
import { toneLines, volumeChart, weekly } from '../terminal-chart.ts';

interface SeriesOptions extends DataOptions {
  actor: string;
  from?: string;
  to?: string;
}

/** Adds `series`: one actor's days as a chart or as JSON. */
export function addSeries(program: Command): void {
  withData(program.command('series'))
    .description('show the day-by-day series of an actor, or of the dispute as a whole')
    .argument('<dispute>', 'id of the codebook')
    .option('--actor <id>', 'actor; * is the dispute as a whole', wholeDispute)
    .option('--from <day>', 'first day', readDay)
    .option('--to <day>', 'last day', readDay)
    .action((dispute: string, options: SeriesOptions) =>
      withPipeline(options, async ({ runtime }) => {
        const { codebook } = codebookOf(await runtime.standingCodebooks(), dispute);
        const from = options.from ?? codebook.period.from;
        const to = options.to ?? codebook.period.to ?? new Date(runtime.now()).toISOString().slice(0, 10);
        const points = await toArray(
          runtime.store.trends.query({ series: seriesOf(dispute, options.actor) }, 'day', { from, to }),
        );
        const weeks = weekly(points, from, to);
        print(points, options.json, () =>
          points.length === 0
            ? `No article about ${options.actor} from ${from} to ${to}.`
            : `Articles a week\n${volumeChart(weeks)}${options.actor === wholeDispute ? '' : `\n\nTone by week, from -1 (▁) to 1 (█)\n${toneLines([{ name: options.actor, weeks }])}`}`,
        );
      }),
    );
}
