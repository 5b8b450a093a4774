import type { Command } from 'commander';
import type { ArticleRow } from '../../shared/store/rows.ts';
import type { Store } from '../../shared/store/store.ts';
import { type DataOptions, print, withData, withPipeline } from '../open-store.ts';
import { countOutcomes, outcomeLines } from '../outcomes.ts';

/** Adds `retag`: every stored article tagged anew under the current codebooks and tagger. */
export function addRetag(program: Command): void {
  withData(program.command('retag'))
    .description('tag every stored article anew, remove rows that no longer come of it, and recount their days')
    .action((options: DataOptions) =>
      withPipeline(options, async ({ runtime, resume, drain }) => {
        const articles = await reopenRead(runtime.store, runtime.now());
        await resume();
        await drain();
        const counts = await countOutcomes(runtime.store);
        print({ articles, counts }, options.json, () =>
          [`${articles} articles tagged anew`, ...outcomeLines(counts)].join('\n'),
        );
      }),
    );
}

/** Opens every article that has a text for tagging. @returns how many; stopped and started again, it goes on */
export async function reopenRead(store: Pick<Store, 'articles'>, now: number): Promise<number> {
  let opened = 0;
  for await (const { id, state, textRevision } of store.articles.scan()) {
    if (textRevision === undefined || (state !== 'counted' && state !== 'irrelevant')) continue;
    const changes: Partial<ArticleRow> = {
      state: 'collected',
      unfinished: 'collected',
      touchedAt: new Date(now).toISOString(),
    };
    const unchanged = { text: '#state = :state', names: { '#state': 'state' }, values: { ':state': state } };
    if (await store.articles.updateIf({ id }, changes, unchanged)) opened += 1;
  }
  return opened;
}
