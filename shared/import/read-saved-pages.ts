import { Parser } from 'htmlparser2';
import { decodeBytes } from '../feed/decode-bytes.ts';
import { badRecord, type ImportRecord, importRecord } from './import-record.ts';

const maximumPage = 5 * 1024 * 1024;
const headBytes = 256 * 1024;

/** A page as it was saved, with its path relative to the folder, `/` between its parts. */
export interface SavedPage {
  path: string;
  bytes: Uint8Array;
}

/**
 * Reads saved pages. The address comes from the page (canonical link, og:url), from the note browsers leave when they
 * save ("saved from url", SingleFile), or from a path that begins with a host, as wget mirrors have it.
 */
export async function* readSavedPages(input: AsyncIterable<SavedPage>): AsyncGenerator<ImportRecord> {
  for await (const { path, bytes } of input) {
    if (bytes.length > maximumPage) yield badRecord(path, 'too-large', `${bytes.length} bytes`);
    else yield importRecord(path, { url: addressOf(path, bytes), page: { bytes, contentType: null } });
  }
}

function addressOf(path: string, bytes: Uint8Array): string | null {
  const head = decodeBytes(bytes.subarray(0, headBytes));
  const saved =
    /saved from url=\(\d{4}\)(https?:\/\/\S+)/.exec(head) ??
    /<!--\s*Page saved with SingleFile\s+url:\s*(https?:\/\/\S+)/.exec(head);
  return saved?.[1] ?? statedAddress(head) ?? mirroredAddress(path);
}

/** What the page calls itself. */
function statedAddress(head: string): string | null {
  const found: { canonical?: string; openGraph?: string } = {};
  const parser = new Parser({
    onopentag(name, { rel, href, property, content }) {
      if (name === 'link' && rel?.toLowerCase() === 'canonical' && href) found.canonical ??= href;
      if (name === 'meta' && property?.toLowerCase() === 'og:url' && content) found.openGraph ??= content;
    },
  });
  parser.end(head.slice(0, 64 * 1024));
  return [found.canonical, found.openGraph].find((address) => /^https?:\/\//i.test(address ?? '')) ?? null;
}

function mirroredAddress(path: string): string | null {
  const [host = '', ...rest] = path.split('/');
  if (rest.length === 0 || !/^(?:[a-z0-9-]+\.)+[a-z]{2,}$/i.test(host)) return null;
  return `https://${host}/${rest.join('/').replace(/(?:\/index)?\.html?$/, '')}`;
}
