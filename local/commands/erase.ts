import { userInfo } from 'node:os';
import type { Command } from 'commander';
import { articleId } from '../../shared/article/article-id.ts';
import { canonicalUrl } from '../../shared/article/canonical-url.ts';
import type { ErasureRow } from '../../shared/store/store.ts';
import { toArray } from '../../shared/store/to-array.ts';
import { eraseArticle } from '../erase/erase-article.ts';
import { erasePerson } from '../erase/erase-person.ts';
import type { ErasureRequest } from '../erase/record-erasure.ts';
import { type DataOptions, print, withData, withPipeline } from '../open-store.ts';

type EraseOptions = DataOptions & ErasureRequest;

const withRequest = (command: Command) =>
  withData(command)
    .requiredOption('--why <reason>', 'kept on record: name nobody')
    .option('--by <person>', 'who does it, kept on record', userInfo().username);

/** Adds `erase article`, `person` and `list`. */
export function addErase(program: Command): void {
  const command = program
    .command('erase')
    .description('erase on request, recount what it changes, and record that it was done');
  withRequest(command.command('article'))
    .description('erase an article with its texts, tags and marks; it is not collected again')
    .argument('<article>', 'its id, or its address')
    .action((article: string, options: EraseOptions) =>
      withPipeline(options, async (pipeline) => {
        const canonical = URL.canParse(article) ? canonicalUrl(article) : null;
        await pipeline.finish();
        const record = await eraseArticle(canonical ? articleId(canonical) : article, options, pipeline.runtime);
        await pipeline.finish();
        print(record, options.json, lineOf);
      }),
    );
  withRequest(command.command('person'))
    .description('black out every sentence, headline and byline that names a person, and tag those articles anew')
    .argument('<names...>', 'the full name, and other forms it is written in')
    .action((names: string[], options: EraseOptions) =>
      withPipeline(options, async (pipeline) => {
        await pipeline.finish();
        const { record, addresses } = await erasePerson(names, options, pipeline.runtime);
        await pipeline.finish();
        print({ ...record, addresses }, options.json, () =>
          [
            lineOf(record),
            ...(addresses.length > 0
              ? [
                  `The name stands in the addresses of these articles, which \`erase article\` erases: ${addresses.join(', ')}`,
                ]
              : []),
          ].join('\n'),
        );
      }),
    );
  withData(command.command('list'))
    .description('what was erased, by whom, when and why')
    .action((options: DataOptions) =>
      withPipeline(options, async ({ runtime }) => {
        const records = await toArray(runtime.store.erasures.scan());
        records.sort((a, b) => (a.at < b.at ? -1 : 1));
        print(records, options.json, () => records.map(lineOf).join('\n') || 'Nothing was erased.');
      }),
    );
}

const lineOf = ({ at, kind, by, why, state, counts }: ErasureRow) => {
  const parts = Object.entries(counts).map(([what, count]) => `${count} ${what}`);
  return `${at.slice(0, 16)} ${kind}, ${state}, by ${by} (${why}): ${parts.join(', ')}`;
};
