import type { Command } from 'commander';
import { tagUnder } from '../../functions/tag/tag-under.ts';
import { diffCodebooks } from '../../shared/codebook/diff-codebooks.ts';
import { codebookVersion } from '../../shared/codebook/version.ts';
import { type RetagReport, TaggingComparison } from '../../shared/retag/compare-taggings.ts';
import { codebookOf, type Published } from '../../shared/store/published-codebooks.ts';
import type { Store } from '../../shared/store/store.ts';
import { dayOf } from '../../shared/trend/day.ts';
import { type DataOptions, print, withData, withPipeline } from '../open-store.ts';
import { readCodebook } from '../read-codebook.ts';
import { storedTexts } from '../stored-texts.ts';

interface DiffOptions extends DataOptions {
  corpus: boolean;
}

/** Changed statements that are printed; all of them are in the JSON. */
const shownChanges = 30;

/** Adds `codebook diff`: what a new version would change, before it is published. */
export function addCodebookDiff(codebookCommand: Command): void {
  withData(codebookCommand.command('diff'))
    .description(
      'say how a codebook file differs from the published one, and with --corpus what that changes in the tags',
    )
    .argument('<file>')
    .option('--corpus', 'tag the stored articles under both and compare; nothing is written', false)
    .action(async (file: string, options: DiffOptions) => {
      const codebook = await readCodebook(file);
      await withPipeline(options, async ({ runtime }) => {
        const current = codebookOf(await runtime.codebooks(), codebook.id);
        const next: Published = { codebook, version: codebookVersion(codebook) };
        const changes = diffCodebooks(current.codebook, codebook);
        const report = options.corpus ? await compareCorpus(current, next, runtime.store) : null;
        print({ from: current.version, to: next.version, changes, report }, options.json, () =>
          [
            `${codebook.id}: ${current.version} to ${next.version}, ${changes.length} changes`,
            ...changes.map(({ place, kind, before, after }) => `  ${kind} ${place}${valuesOf(before, after)}`),
            ...(report ? describeReport(report) : []),
          ].join('\n'),
        );
      });
    });
}

/** Tags every stored text of the dispute under both versions. The rows of the store are neither read nor written. */
export async function compareCorpus(
  current: Published,
  next: Published,
  store: Pick<Store, 'articles' | 'texts'>,
): Promise<RetagReport> {
  const comparison = new TaggingComparison();
  for await (const { article, text } of storedTexts(store, next.codebook.id)) {
    const day = dayOf(article.seriesAt!, next.codebook.timeZone);
    comparison.add(text, day, tagUnder(current, article, text), tagUnder(next, article, text));
  }
  return comparison.report();
}

function valuesOf(before: unknown, after: unknown): string {
  const written = (sign: string, value: unknown) =>
    value === undefined || (Array.isArray(value) && value.length === 0) ? '' : `\n    ${sign} ${JSON.stringify(value)}`;
  return written('-', before) + written('+', after);
}

function describeReport({ changes, movements, ...counts }: RetagReport): string[] {
  const { articles, admitted, dropped, gained, lost, flipped } = counts;
  const share = (value: number | null) => (value === null ? '–' : value.toFixed(3));
  return [
    '',
    `${articles} articles tagged under both: ${admitted} admitted, ${dropped} dropped`,
    `statements: ${gained} gained, ${lost} lost, ${flipped} flipped`,
    ...movements.map(
      ({ actor, statements, tone, daysMoved }) =>
        `  ${actor}: statements ${statements.before} to ${statements.after}, tone ${share(tone.before)} to ${share(tone.after)}, ${daysMoved} days moved`,
    ),
    ...changes
      .slice(0, shownChanges)
      .map(
        ({ kind, at, actor, issue, before, after, sentence }) =>
          `  ${kind} ${at.slice(0, 10)} ${actor}, ${issue}: ${before ?? 'none'} to ${after ?? 'none'}\n    ${sentence}`,
      ),
    ...(changes.length > shownChanges ? [`  and ${changes.length - shownChanges} more (--json lists all)`] : []),
  ];
}
