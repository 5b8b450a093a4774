import type { Command } from 'commander';
import { newFolder } from '../export/new-folder.ts';
import { type DataOptions, print, withData, withPipeline } from '../open-store.ts';
import { fetchTexts } from '../rebuild/fetch-texts.ts';
import { rebuildExport } from '../rebuild/rebuild-export.ts';
import { openSafeExport } from '../rebuild/safe-export.ts';
import { storedRevisions } from '../rebuild/stored-revisions.ts';

interface RebuildOptions extends DataOptions {
  offline: boolean;
  allowLocal: string[];
}

/** Adds `rebuild`: a copyright-safe export with its words again, for who may have them. */
export function addRebuild(program: Command): void {
  withData(program.command('rebuild'), '.picketline/rebuild')
    .description('fill a copyright-safe export with the words of its articles, for those who may read them')
    .argument('<export>', 'folder that `export --copyright-safe` wrote')
    .argument('<folder>', 'new folder to write into')
    .option('--offline', 'use the texts of the data folder only (`import` brings in WARC files and saved pages)', false)
    .option('--allow-local <hosts...>', 'host:port of local test servers that may be asked', [])
    .action(async (source: string, folder: string, options: RebuildOptions) => {
      const safe = await openSafeExport(source);
      await withPipeline(
        options,
        async (pipeline) => {
          const asked = options.offline ? 0 : await fetchTexts(safe, pipeline);
          const textsOf = (id: string) => storedRevisions(pipeline.runtime.store, id);
          const { articles, sentences } = await newFolder(folder, (unfinished) =>
            rebuildExport(safe, textsOf, unfinished),
          );
          print({ folder, asked, articles, sentences }, options.json, () =>
            [
              `articles: ${articles.exact} as tagged, ${articles.changed} changed since, ${articles.missing} not found (${asked} asked for)`,
              `sentences of tags: ${sentences.found} found, ${sentences.missing} not`,
            ].join('\n'),
          );
        },
        { allowList: options.allowLocal },
      );
    });
}
