import type { Command } from 'commander';
import { codebookOf } from '../../shared/store/published-codebooks.ts';
import { isKept } from '../../shared/store/rows.ts';
import { SuggestionCounter } from '../../shared/suggest/suggestion-counter.ts';
import { type CorpusOptions, corpusOf, withCorpus } from '../corpus-options.ts';
import { print, withPipeline } from '../open-store.ts';
import { wholeNumber } from '../options.ts';

interface SuggestOptions extends CorpusOptions {
  limit: number;
}

/** Ends of sentences, near enough for examples and counts. */
const sentenceEnd = /(?<=[.!?]["”’]?)\s+/u;

/** Adds `suggest`: what the corpus speaks of and the codebook doesn't know. */
export function addSuggest(program: Command): void {
  withCorpus(program.command('suggest'))
    .description('list names and phrases that are frequent in the tagged articles and missing in the codebook')
    .argument('<dispute>', 'id of the codebook')
    .option('--limit <number>', 'of names, and of phrases', wholeNumber(1), 20)
    .action(async (dispute: string, options: SuggestOptions) =>
      withPipeline(options, async ({ runtime }) => {
        const { entries } = await corpusOf(dispute, options, runtime);
        const { codebook } = codebookOf(await runtime.standingCodebooks(), dispute);
        const counter = new SuggestionCounter();
        for await (const { text } of entries)
          if (isKept(text)) counter.add(text.text.split('\n\n').flatMap((part) => part.split(sentenceEnd)));
        print(counter.unknown(codebook, options.limit), options.json, (suggestions) =>
          suggestions.length === 0
            ? 'Nothing frequent is missing.'
            : suggestions
                .map(
                  ({ text, kind, articles, examples }) => `${kind} "${text}", ${articles} articles\n    ${examples[0]}`,
                )
                .join('\n'),
        );
      }),
    );
}
