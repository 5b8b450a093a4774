import type { Command } from 'commander';
import { type CorpusOptions, corpusOf, withCorpus } from '../corpus-options.ts';
import { newFolder } from '../export/new-folder.ts';
import { steadily } from '../export/steadily.ts';
import { print, withPipeline } from '../open-store.ts';

/** Adds `release` and `verify`: a frozen corpus, and the proof that its tags come of its texts. */
export function addRelease(program: Command): void {
  withCorpus(program.command('release'))
    .description('freeze the tagged corpus: tables, texts, codebook, hashes, citation file')
    .argument('<dispute>', 'id of the codebook')
    .argument('<folder>', 'new folder to write into')
    .action(async (dispute: string, folder: string, options: CorpusOptions) =>
      withPipeline(options, async ({ runtime }) => {
        const corpus = await corpusOf(dispute, options, runtime);
        const { writeRelease } = await import('../release/write-release.ts');
        const summary = await newFolder(folder, (unfinished) =>
          writeRelease({ ...corpus, entries: steadily(corpus.entries) }, unfinished),
        );
        print({ folder, ...summary }, options.json, () =>
          summary.files.map(({ path, rows }) => `${path}: ${rows} rows`).join('\n'),
        );
      }),
    );
  program
    .command('verify')
    .description("derive a release's tags again from its texts and show that not a byte differs")
    .argument('<folder>', 'folder of a release')
    .option('--json', 'print JSON', false)
    .action(verify);
}

async function verify(folder: string, { json }: { json: boolean }): Promise<void> {
  const { isVerified, verifyRelease } = await import('../release/verify-release.ts');
  const verification = await verifyRelease(folder);
  const { articles, changedFiles, firstDifferences, taggerVersion, codebookVersion } = verification;
  print(verification, json, () =>
    [
      ...changedFiles.map((name) => `changed since the release, or missing: ${name}`),
      ...Object.entries(firstDifferences).map(([name, line]) => `${name}: other than released from line ${line} on`),
      ...(taggerVersion.released === taggerVersion.here
        ? []
        : [`released by tagger ${taggerVersion.released}; this is tagger ${taggerVersion.here}`]),
      `${articles} articles tagged again under codebook ${codebookVersion}: ${isVerified(verification) ? 'not a byte differs' : 'NOT as released'}`,
    ].join('\n'),
  );
  if (!isVerified(verification)) process.exitCode = 1;
}
