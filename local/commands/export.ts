import { Argument, type Command } from 'commander';
import { SettingError } from '../../shared/errors.ts';
import { readCorpus } from '../../shared/export/read-corpus.ts';
import { TAGGER_VERSION } from '../../shared/language/tag-article.ts';
import { codebookOf } from '../../shared/store/published-codebooks.ts';
import { dayOf, dayRange } from '../../shared/trend/day.ts';
import { dnaPassword, type ExportFormat, exportFormats } from '../export/formats.ts';
import { newFolder } from '../export/new-folder.ts';
import type { ExportSummary } from '../export/write-export.ts';
import { type DataOptions, print, withData, withPipeline } from '../open-store.ts';
import { readDay } from '../options.ts';

interface ExportOptions extends DataOptions {
  from?: string;
  to?: string;
  copyrightSafe: boolean;
  bom: boolean;
}

/** Adds `export`: the tagged corpus as files for other tools. */
export function addExport(program: Command): void {
  withData(program.command('export'))
    .description(
      'write the tagged corpus as tables (csv, jsonl, parquet), networks (graphml, gexf) or a DNA 3 database',
    )
    .argument('<dispute>', 'id of the codebook')
    .addArgument(new Argument('<format>', 'what to write').choices(exportFormats))
    .argument('<folder>', 'new folder to write into')
    .option('--from <day>', 'first day', readDay)
    .option('--to <day>', 'last day', readDay)
    .option('--copyright-safe', 'addresses, offsets, hashes and tags, but no words of the articles', false)
    .option('--bom', 'begin CSV with a byte order mark, for Excel', false)
    .action(runExport);
}

async function runExport(dispute: string, format: ExportFormat, folder: string, options: ExportOptions): Promise<void> {
  if (options.copyrightSafe && format === 'dna') {
    throw new SettingError('A DNA database holds the texts.', 'Export csv, jsonl or parquet to leave them out.');
  }
  await withPipeline(options, async ({ runtime }) => {
    const { codebook, version } = codebookOf(await runtime.codebooks(), dispute);
    const createdAt = new Date(runtime.now()).toISOString();
    const from = options.from ?? codebook.period.from;
    const to = options.to ?? codebook.period.to ?? dayOf(createdAt, codebook.timeZone);
    if (to < from)
      throw new SettingError(`The period ends (${to}) before it begins (${from}).`, 'Swap --from and --to.');
    const instants = { from: dayRange(from, codebook.timeZone).from, to: dayRange(to, codebook.timeZone).to };
    const origin = {
      dispute,
      title: codebook.title,
      codebookVersion: version,
      taggerVersion: TAGGER_VERSION,
      from,
      to,
    };
    let summary: ExportSummary = { files: [] };
    await newFolder(folder, async (unfinished) => {
      const entries = readCorpus(runtime.store, dispute, instants);
      const { copyrightSafe, bom } = options;
      const request = { entries, codebook, origin: { ...origin, createdAt }, format, copyrightSafe, bom };
      // Loaded here: the writers of all formats would slow every other command down.
      const { writeExport } = await import('../export/write-export.ts');
      summary = await writeExport(request, unfinished);
    });
    print({ folder, ...summary }, options.json, () =>
      [
        ...summary.files.map(({ path, rows }) => `${path}: ${rows} rows`),
        ...(summary.note ? [summary.note] : []),
        ...(format === 'dna' ? [`coder Picketline, password ${dnaPassword}`] : []),
      ].join('\n'),
    );
  });
}
