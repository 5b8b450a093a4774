import { readFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { mostArticles, readForMessages } from '../../functions/query/read-for-messages.ts';
import { SettingError } from '../../shared/errors.ts';
import { loadMessageFile } from '../../shared/messages/message-file.ts';
import { type LineResult, type PullThrough, pullThrough } from '../../shared/messages/pull-through.ts';
import { codebookOf } from '../../shared/store/published-codebooks.ts';
import { dayOf, dayRange } from '../../shared/trend/day.ts';
import { type DataOptions, print, withData, withPipeline } from '../open-store.ts';
import { readDay } from '../options.ts';

interface MessagesOptions extends DataOptions {
  from?: string;
  to?: string;
}

const sentencesShown = 3;

/** Adds `messages`: how far your lines and the other side's got. */
export function addMessages(program: Command): void {
  withData(program.command('messages'))
    .description('measure message pull-through: the share of articles that carry each line, and with which sentences')
    .argument('<file>', 'your lines and the other side’s, as in codebooks/messages/junior-doctors-2016.yaml')
    .option('--from <day>', "first day; the codebook's where left out", readDay)
    .option('--to <day>', 'last day', readDay)
    .action(async (file: string, options: MessagesOptions) => {
      const source = await readSource(file);
      await withPipeline(options, async ({ runtime }) => {
        const published = await runtime.codebooks();
        const messages = loadMessageFile(
          source,
          file,
          published.map(({ codebook }) => codebook),
        );
        const { timeZone, period } = codebookOf(published, messages.dispute).codebook;
        const today = dayOf(new Date(runtime.now()).toISOString(), timeZone);
        const range = {
          from: dayRange(options.from ?? period.from, timeZone).from,
          to: dayRange(options.to ?? period.to ?? today, timeZone).to,
        };
        const articles = await readForMessages(messages, range, runtime.store);
        if (!articles)
          throw new SettingError(
            `The period holds more than ${mostArticles} articles.`,
            'Choose a shorter one with --from and --to.',
          );
        print(pullThrough(messages, articles), options.json, describe);
      });
    });
}

async function readSource(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (cause) {
    throw new SettingError(`The message file ${file} can't be read.`, 'Give the path of a YAML file.', { cause });
  }
}

function describe({ articles, lines, aboutYou, unquoted }: PullThrough): string {
  return [
    `${articles.copies} articles, ${articles.texts} texts. --json lists every sentence.`,
    ...lines.map(describeLine),
    `\n${unquoted.length} of ${aboutYou} articles about you quote nobody of you:`,
    ...unquoted.map(({ at, title, outlet, url }) => `  ${at.slice(0, 10)} ${title} (${outlet}) ${url}`),
  ].join('\n');
}

function describeLine({ side, id, text, copies, texts, share, answered, sentences }: LineResult): string {
  const percent = share === null ? '–' : `${(share * 100).toFixed(1)} %`;
  const shown = sentences
    .slice(0, sentencesShown)
    .flatMap(({ sentence, outlet, at, answer }) => [
      `    ${at.slice(0, 10)} “${sentence}” (${outlet})`,
      ...(answer ? [`      answered: “${answer}”`] : []),
    ]);
  return [
    `\n${side === 'you' ? 'Yours' : 'Theirs'}: ${text} [${id}]`,
    `  in ${copies} articles (${percent}), ${texts} texts; answered ${answered} of ${sentences.length} times`,
    ...shown,
  ].join('\n');
}
