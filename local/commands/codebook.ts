import type { Command } from 'commander';
import { codebookVersion, keptId } from '../../shared/codebook/version.ts';
import {
  codebookOf,
  codebookVersions,
  publishCodebook,
  retireCodebook,
} from '../../shared/store/published-codebooks.ts';
import { schemaFile, writeCodebookSchema } from '../codebook-json-schema.ts';
import { type DataOptions, print, withData, withPipeline } from '../open-store.ts';
import { readCodebook } from '../read-codebook.ts';
import { addCodebookDiff } from './codebook-diff.ts';

/** Adds `codebook check`, `diff`, `publish`, `versions` and `retire`. */
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
    .option('--replace', 'let the version it follows go, instead of keeping it queryable beside the new one', false)
    .action(publish);
  withData(command.command('versions'))
    .description('list every version of a codebook that was published, and which articles are tagged under')
    .argument('<dispute>', 'id of the codebook')
    .action(async (dispute: string, options: DataOptions) =>
      withPipeline(options, async ({ runtime }) => {
        const versions = await codebookVersions(runtime.store, dispute);
        if (versions.length === 0) codebookOf([], dispute);
        print(versions, options.json, () =>
          versions.map(({ version, publishedAt, standing }) => `${version}  ${publishedAt}  ${standing}`).join('\n'),
        );
      }),
    );
  withData(command.command('retire'))
    .description('stop keeping a version beside the current one; `retag` then removes its rows')
    .argument('<dispute>', 'id of the codebook')
    .argument('<version>')
    .action(async (dispute: string, version: string, options: DataOptions) =>
      withPipeline(options, async ({ runtime }) => {
        await retireCodebook(runtime.store, dispute, version);
        print({ dispute, version }, options.json, () => `${version} is retired; ${nextStep}`);
      }),
    );
}

const nextStep = 'run `picketline retag` to bring the stored articles in line';

async function publish(file: string, options: DataOptions & { replace: boolean }): Promise<void> {
  const codebook = await readCodebook(file);
  await withPipeline(options, async ({ runtime }) => {
    const now = new Date(runtime.now()).toISOString();
    const version = await publishCodebook(runtime.store, codebook, now, { keepCurrent: !options.replace });
    const kept = (await codebookVersions(runtime.store, codebook.id)).filter(({ standing }) => standing === 'kept');
    const result = { dispute: codebook.id, version, kept: kept.map((each) => keptId(codebook.id, each.version)) };
    print(result, options.json, () =>
      [
        `${codebook.id} is now at version ${version}; ${nextStep}`,
        ...result.kept.map((id) => `kept beside it: ${id}`),
      ].join('\n'),
    );
  });
}
