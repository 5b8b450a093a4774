import type { Command } from 'commander';
import type { Runtime } from '../functions/runtime.ts';
import type { Codebook } from '../shared/codebook/codebook.ts';
import { disputeOf } from '../shared/codebook/version.ts';
import { SettingError } from '../shared/errors.ts';
import type { ExportOrigin } from '../shared/export/data-package.ts';
import { type CorpusEntry, readCorpus } from '../shared/export/read-corpus.ts';
import { TAGGER_VERSION } from '../shared/language/tag-article.ts';
import { codebookOf } from '../shared/store/published-codebooks.ts';
import { dayOf, dayRange } from '../shared/trend/day.ts';
import { type DataOptions, withData } from './open-store.ts';
import { readDay } from './options.ts';

/** Options of every command that reads the tagged corpus. */
export interface CorpusOptions extends DataOptions {
  from?: string;
  to?: string;
}

/** Adds the options of the data folder and of the period to a command. */
export const withCorpus = (command: Command): Command =>
  withData(command).option('--from <day>', 'first day', readDay).option('--to <day>', 'last day', readDay);

export interface Corpus {
  codebook: Codebook;
  origin: ExportOrigin;
  entries: AsyncIterable<CorpusEntry>;
}

/**
 * The tagged corpus of a dispute, or of a kept version of it (`dispute@version`), over a period: its codebook's where none is given.
 * @throws SettingError when it is backwards
 */
export async function corpusOf(dispute: string, options: CorpusOptions, runtime: Runtime): Promise<Corpus> {
  const published = codebookOf(await runtime.standingCodebooks(), dispute);
  const { version } = published;
  const codebook = { ...published.codebook, id: disputeOf(dispute) };
  const createdAt = new Date(runtime.now()).toISOString();
  const from = options.from ?? codebook.period.from;
  const to = options.to ?? codebook.period.to ?? dayOf(createdAt, codebook.timeZone);
  if (to < from) throw new SettingError(`The period ends (${to}) before it begins (${from}).`, 'Swap --from and --to.');
  const instants = { from: dayRange(from, codebook.timeZone).from, to: dayRange(to, codebook.timeZone).to };
  const versions = { codebookVersion: version, taggerVersion: TAGGER_VERSION };
  return {
    codebook,
    origin: { dispute: codebook.id, title: codebook.title, ...versions, from, to, createdAt },
    entries: readCorpus(runtime.store, dispute, instants),
  };
}
