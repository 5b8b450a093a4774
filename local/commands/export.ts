import { Argument, type Command } from 'commander';
import { SettingError } from '../../shared/errors.ts';
import { type CorpusOptions, corpusOf, withCorpus } from '../corpus-options.ts';
import { dnaPassword, type ExportFormat, exportFormats } from '../export/formats.ts';
import { newFolder } from '../export/new-folder.ts';
import { steadily } from '../export/steadily.ts';
import { print, withPipeline } from '../open-store.ts';

interface ExportOptions extends CorpusOptions {
  copyrightSafe: boolean;
  bom: boolean;
}

/** Adds `export`: the tagged corpus as files for other tools. */
export function addExport(program: Command): void {
  withCorpus(program.command('export'))
    .description(
      'write the tagged corpus as tables (csv, jsonl, parquet), networks (graphml, gexf) or a DNA 3 database',
    )
    .argument('<dispute>', 'id of the codebook')
    .addArgument(new Argument('<format>', 'what to write').choices(exportFormats))
    .argument('<folder>', 'new folder to write into')
    .option('--copyright-safe', 'addresses, offsets, hashes and tags, but no words of the articles', false)
    .option('--bom', 'begin CSV with a byte order mark, for Excel', false)
    .action(runExport);
}

async function runExport(dispute: string, format: ExportFormat, folder: string, options: ExportOptions): Promise<void> {
  const { copyrightSafe, bom } = options;
  if (copyrightSafe && format === 'dna') {
    throw new SettingError('A DNA database holds the texts.', 'Export csv, jsonl or parquet to leave them out.');
  }
  await withPipeline(options, async ({ runtime }) => {
    const { entries, ...corpus } = await corpusOf(dispute, options, runtime);
    // Loaded here: the writers of all formats would slow every other command down.
    const { writeExport } = await import('../export/write-export.ts');
    const summary = await newFolder(folder, (unfinished) =>
      writeExport({ ...corpus, entries: steadily(entries), format, copyrightSafe, bom }, unfinished),
    );
    print({ folder, ...summary }, options.json, () =>
      [
        ...summary.files.map(({ path, rows }) => `${path}: ${rows} rows`),
        ...(summary.note ? [summary.note] : []),
        ...(format === 'dna' ? [`coder Picketline, password ${dnaPassword}`] : []),
      ].join('\n'),
    );
  });
}
