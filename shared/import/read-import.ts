import { gunzipped } from './gunzipped.ts';
import type { ImportRecord } from './import-record.ts';
import { readCsv } from './read-csv.ts';
import { readJsonl } from './read-jsonl.ts';
import { readSavedPages, type SavedPage } from './read-saved-pages.ts';
import { readSitemap } from './read-sitemap.ts';
import { readWarc } from './read-warc.ts';

/** Sources that are one file. */
export type ImportFileKind = 'csv' | 'jsonl' | 'sitemap' | 'warc';

const readers = { csv: readCsv, jsonl: readJsonl, sitemap: readSitemap, warc: readWarc };

/**
 * Reads articles out of history, record by record, in the order of the source and in little memory. Files may be
 * gzip-compressed. Each record is a candidate or a bad record with its place; the good ones are never lost to the bad.
 * @throws ImportError when the source is no such thing at all
 */
export function readImport(kind: ImportFileKind, input: AsyncIterable<Uint8Array>): AsyncIterable<ImportRecord>;
export function readImport(kind: 'html', input: AsyncIterable<SavedPage>): AsyncIterable<ImportRecord>;
export function readImport(
  kind: ImportFileKind | 'html',
  input: AsyncIterable<Uint8Array> | AsyncIterable<SavedPage>,
): AsyncIterable<ImportRecord> {
  if (kind === 'html') return readSavedPages(input as AsyncIterable<SavedPage>);
  const file = input as AsyncIterable<Uint8Array>;
  // A WARC is compressed record by record, which its own parser undoes to know where records begin.
  return readers[kind](kind === 'warc' ? file : gunzipped(file));
}
