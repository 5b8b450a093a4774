import type { Command } from 'commander';
import { articleId } from '../../shared/article/article-id.ts';
import { canonicalUrl } from '../../shared/article/canonical-url.ts';
import { SettingError } from '../../shared/errors.ts';
import { articleTrail } from '../article-trail.ts';
import { type DataOptions, print, withData, withPipeline } from '../open-store.ts';

/** Adds `trace`: where one article went. */
export function addTrace(program: Command): void {
  withData(program.command('trace'))
    .description('tell where an article went: found, fetched, tagged, counted, or stuck, and why')
    .argument('<article>', 'its id, or its address')
    .action((article: string, options: DataOptions) =>
      withPipeline(options, async (pipeline) => {
        const canonical = URL.canParse(article) ? canonicalUrl(article) : null;
        const id = canonical ? articleId(canonical) : article;
        const row = await pipeline.runtime.store.articles.get({ id });
        if (!row)
          throw new SettingError(
            `There is no article ${article}.`,
            'Give the address as its feed has it, or the id that the API shows; it may also have been erased.',
          );
        const steps = await articleTrail(row, pipeline);
        print({ id, url: row.url, state: row.state, reason: row.reason ?? null, steps }, options.json, () =>
          [
            `${row.title ?? row.url}\n${row.url}\n${id}: ${row.state}${row.reason ? ` (${row.reason})` : ''}`,
            ...steps.map(({ stage, at, text }) => `${stage.padEnd(13)}${(at ?? '').slice(0, 16).padEnd(17)} ${text}`),
            `Its log lines in the cloud (Logs Insights, all functions): filter articleId = "${id}" | sort @timestamp`,
          ].join('\n'),
        );
      }),
    );
}
