import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { dataPackage, type TableFile } from '../../shared/export/data-package.ts';
import { type Finding, type FoundText, FoundWords } from '../../shared/export/found-words.ts';
import { type ExportTable, exportTables } from '../../shared/export/tables.ts';
import { describeFile, openSink } from '../export/table-sink.ts';
import type { TableRecord } from './read-table.ts';
import type { SafeExport } from './safe-export.ts';

/** What was found again: articles by finding, and the sentences of tags. */
export interface RebuildSummary {
  articles: Record<Finding, number>;
  sentences: { found: number; missing: number };
}

/**
 * Writes an export with its words into a folder, from the copyright-safe one and whatever texts of its articles are at hand.
 * What is not found stays empty.
 */
export async function rebuildExport(
  safe: SafeExport,
  textsOf: (articleId: string) => Promise<FoundText[]>,
  folder: string,
): Promise<RebuildSummary> {
  const summary: RebuildSummary = {
    articles: { exact: 0, changed: 0, missing: 0 },
    sentences: { found: 0, missing: 0 },
  };
  const hashes = new Map<string, string | null>();
  const files: TableFile[] = [];
  for (const table of exportTables) {
    const path = `${table.name}.${safe.format}`;
    const sink = await openSink(safe.format, join(folder, path), table.fields, { bom: false });
    let rows = 0;
    let current: { id: string; words: FoundWords } | undefined;
    try {
      for await (const record of safe.rowsOf(table)) {
        const id = String(record.article_id);
        if (table.name === 'articles') hashes.set(id, record.text_hash as string | null);
        if (current?.id !== id) current = { id, words: new FoundWords(await textsOf(id), hashes.get(id) ?? null) };
        const filled = table.name === 'articles' ? fillArticle(record, current.words) : fillTag(record, current.words);
        count(table, filled, current.words, summary);
        await sink.write([table.fields.map(({ name }) => filled[name] ?? null)]);
        rows += 1;
      }
    } finally {
      await sink.close();
    }
    files.push({ table, path, format: safe.format, rows, ...(await describeFile(join(folder, path))) });
  }
  await writeFile(join(folder, 'datapackage.json'), `${JSON.stringify(dataPackage(safe.origin, files), null, 2)}\n`);
  return summary;
}

const fillArticle = (record: TableRecord, { title, text }: FoundWords): TableRecord => ({ ...record, title, text });

const fillTag = (record: TableRecord, words: FoundWords): TableRecord => ({
  ...record,
  sentence: words.sentence(Number(record.sentence_start), Number(record.sentence_end), String(record.sentence_hash)),
});

function count(table: ExportTable, filled: TableRecord, words: FoundWords, summary: RebuildSummary): void {
  if (table.name === 'articles') summary.articles[words.finding] += 1;
  else summary.sentences[filled.sentence === null ? 'missing' : 'found'] += 1;
}
