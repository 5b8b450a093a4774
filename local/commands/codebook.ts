import type { Command } from 'commander';
import { codebookVersion } from '../../shared/codebook/version.ts';
import { publishCodebook } from '../../shared/store/published-codebooks.ts';
import { schemaFile, writeCodebookSchema } from '../codebook-json-schema.ts';
import { type DataOptions, print, withData, withPipeline } from '../open-store.ts';
import { readCodebook } from '../read-codebook.ts';
import { addCodebookDiff } from './codebook-diff.ts';

/** Adds `codebook check`, `diff` and `publish`. */
export function addCodebook(program: Command): void {
  const command = program.command('codebook').description('check and publish codebooks');
  command
    .command('check')
    .description('say everything that is wrong with a codebook file, or its version when nothing is')
    .argument('<file>')
    .option('--json', 'print JSON', false)
    .action(async (file: string, { json }: { json: boolean }) => {
      const codebook = await readCodebook(file);
      const summary = {
        dispute: codebook.id,
        version: codebookVersion(codebook),
        actors: codebook.actors.length,
        issues: codebook.issues.length,
        feeds: codebook.feeds.length,
      };
      print(
        summary,
        json,
        () =>
          `${file} is right: ${summary.dispute}, version ${summary.version}, ${summary.actors} actors, ${summary.issues} issues, ${summary.feeds} feeds`,
      );
    });
  command
    .command('schema')
    .description(`write ${schemaFile}, against which editors check codebooks`)
    .action(writeCodebookSchema);
  addCodebookDiff(command);
  withData(command.command('publish'))
    .description('keep a codebook under its version and make it the current one of its dispute')
    .argument('<file>')
    .action(async (file: string, options: DataOptions) => {
      const codebook = await readCodebook(file);
      await withPipeline(options, async ({ runtime }) => {
        const version = await publishCodebook(runtime.store, codebook, new Date(runtime.now()).toISOString());
        print({ dispute: codebook.id, version }, options.json, () => `${codebook.id} is now at version ${version}`);
      });
    });
}
