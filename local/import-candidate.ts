import { collect } from '../functions/collect/collect.ts';
import { discover } from '../functions/poll/discover.ts';
import type { Runtime } from '../functions/runtime.ts';
import { articleId } from '../shared/article/article-id.ts';
import type { ImportCandidate } from '../shared/import/import-record.ts';
import { opened } from '../shared/store/article-states.ts';
import type { WebClient } from '../shared/web/web-client.ts';

export interface ImportPorts {
  runtime: Runtime;
  disputes: string[];
  /** Named where the record doesn't say. */
  outlet: string;
  /** What stands for the feed's address on the article. */
  source: string;
}

/**
 * Takes one record of history the way a feed's entry takes. A record that brings its page or text is not fetched.
 * @returns `known` for what was imported before, so that an import can be run again at any point
 */
export async function importCandidate(candidate: ImportCandidate, ports: ImportPorts): Promise<'new' | 'known'> {
  const { runtime } = ports;
  const held = heldPage(candidate);
  const id = articleId(candidate.canonicalUrl);
  const silent = { send: async () => {} };
  const known = await discover(entryOf(candidate, ports), {
    store: runtime.store,
    queues: held ? silent : runtime.queues,
    feed: { disputes: ports.disputes, aggregator: candidate.outlet === null },
  });
  if (held) await reopenFailed(id, runtime);
  const row = await runtime.store.articles.get({ id });
  if (row?.erasedAt || row?.redactedAt) return 'known';
  if (held && row?.state === 'discovered') await collect(id, { ...runtime, web: held });
  return known === 'new' ? 'new' : 'known';
}

const entryOf = (candidate: ImportCandidate, { outlet, source, runtime }: ImportPorts) => ({
  feedUrl: source,
  outlet: candidate.outlet ?? outlet,
  url: candidate.url,
  canonicalUrl: candidate.canonicalUrl,
  entryId: candidate.url,
  title: candidate.title ?? '',
  published: candidate.published,
  dateSource: candidate.published ? ('published' as const) : ('fetched' as const),
  dateFlag: null,
  summary: null,
  firstSeenAt: new Date(runtime.now()).toISOString(),
  titleKey: null,
});

/** A client that answers with what the record holds; null when it holds nothing. */
function heldPage(candidate: ImportCandidate): Pick<WebClient, 'get'> | null {
  const page =
    candidate.page ?? (candidate.text ? { bytes: pageOf(candidate), contentType: 'text/html; charset=utf-8' } : null);
  if (!page) return null;
  const headers: Record<string, string> = page.contentType ? { 'content-type': page.contentType } : {};
  return { get: async () => ({ status: 200, headers, body: page.bytes, url: candidate.url, redirects: [], ms: 0 }) };
}

/** A bare page around a text, so that it is read like any other. */
function pageOf({ title, text, published }: ImportCandidate): Uint8Array {
  const paragraphs = (text ?? '').split(/\n\s*\n/).map((paragraph) => `<p>${escaped(paragraph)}</p>`);
  const date = published ? `<meta property="article:published_time" content="${published}">` : '';
  const name = escaped(title ?? '');
  return new TextEncoder().encode(
    `<!doctype html><html><head><title>${name}</title>${date}</head><body><article><h1>${name}</h1>${paragraphs.join('\n')}</article></body></html>`,
  );
}

const escaped = (text: string) =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');

/** A page at hand puts right what could not be fetched before. */
async function reopenFailed(id: string, { store, now }: Runtime): Promise<void> {
  const at = new Date(now()).toISOString();
  const failed = { text: '#state = :failed', names: { '#state': 'state' }, values: { ':failed': 'failed' } };
  await store.articles.updateIf({ id }, { ...opened('discovered', at), reason: undefined }, failed);
}
