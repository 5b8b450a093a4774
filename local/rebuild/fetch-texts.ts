import { canonicalUrl } from '../../shared/article/canonical-url.ts';
import { hashOf } from '../../shared/export/tables.ts';
import { importCandidate } from '../import-candidate.ts';
import type { LocalPipeline } from '../local-pipeline.ts';
import type { SafeExport } from './safe-export.ts';
import { articlesTable } from './safe-export.ts';
import { storedRevisions } from './stored-revisions.ts';

/** Articles asked for before they are worked off. */
const chunk = 100;

/**
 * Fetches the pages of an export's articles whose text is not stored, as politely as the pipeline fetches any: hosts are
 * paced, robots.txt is obeyed. What was read stays in the data folder, so a stopped run goes on where it was. An article
 * that was read before and has changed is not read again.
 * @returns how many articles were asked for
 */
export async function fetchTexts(safe: SafeExport, pipeline: LocalPipeline): Promise<number> {
  const { runtime, drain } = pipeline;
  await pipeline.finish();
  let asked = 0;
  for await (const record of safe.rowsOf(articlesTable)) {
    const stored = await storedRevisions(runtime.store, String(record.article_id));
    if (stored.some(({ text }) => hashOf(text) === record.text_hash)) continue;
    const url = String(record.url);
    const candidate = {
      ...{ url, canonicalUrl: canonicalUrl(url) ?? url, outlet: String(record.outlet) },
      ...{ title: null, published: String(record.published_at), page: null, text: null },
    };
    await importCandidate(candidate, { runtime, disputes: [], outlet: candidate.outlet, source: 'rebuild' });
    asked += 1;
    if (asked % chunk === 0) await drain();
  }
  await drain();
  return asked;
}
