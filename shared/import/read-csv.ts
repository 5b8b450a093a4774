import { pipeline, Readable } from 'node:stream';
import { type CsvError, type Info, parse } from 'csv-parse';
import { badRecord, ImportError, type ImportRecord, importRecord } from './import-record.ts';
import { peek } from './peek.ts';

/** Names under which tables give each thing, the first found wins. Media Cloud's and GDELT's exports among them. */
const columns = {
  url: ['url', 'link', 'address', 'article_url', 'documentidentifier'],
  outlet: ['outlet', 'media_name', 'source', 'publisher', 'sourcecommonname', 'publication'],
  title: ['title', 'headline'],
  published: ['published', 'publish_date', 'pub_date', 'date', 'published_at', 'publication_date'],
  text: ['text', 'body', 'content'],
} as const;
type Column = keyof typeof columns;
const maximumRow = 2_000_000;

/**
 * Reads a table of addresses: comma, semicolon or tab, quoted or not, with a row of column names; only the address is
 * needed. A row that can't be read is a bad record.
 * @throws ImportError when no column holds addresses
 */
export async function* readCsv(source: AsyncIterable<Uint8Array>): AsyncGenerator<ImportRecord> {
  const { head, input } = await peek(source);
  const delimiter = delimiterOf(head);
  const skipped: ImportRecord[] = [];
  const parser = parse({
    bom: true,
    delimiter,
    info: true,
    max_record_size: maximumRow,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
    on_skip: (error) => void skipped.push(badRecord(lineOf(error), 'bad-line', error?.message ?? '')),
  });
  // An error of the source destroys the parser, and so reaches whoever reads it.
  pipeline(Readable.from(input, { objectMode: false }), parser, () => {});
  let header: Partial<Record<Column, number>> | null = null;
  for await (const { record, info } of parser as AsyncIterable<{ record: string[]; info: Info }>) {
    yield* skipped.splice(0);
    if (header === null) header = readHeader(record);
    else yield importRecord(`line ${info.lines}`, stated(record, header));
  }
  yield* skipped.splice(0);
}

/** Of comma, semicolon and tab the one the first row has most of. */
function delimiterOf(head: Uint8Array): string {
  const row =
    Buffer.from(head)
      .toString('utf8')
      .split(/[\r\n]/, 1)[0] ?? '';
  const counts = [',', ';', '\t'].map((delimiter) => ({ delimiter, count: row.split(delimiter).length }));
  return counts.reduce((best, each) => (each.count > best.count ? each : best)).delimiter;
}

function readHeader(names: string[]): Partial<Record<Column, number>> {
  const lower = names.map((name) =>
    name
      .trim()
      .toLowerCase()
      .replace(/[\s-]+/g, '_'),
  );
  const found = Object.entries(columns).flatMap(([column, aliases]) => {
    const index = aliases.map((alias) => lower.indexOf(alias)).find((position) => position >= 0);
    return index === undefined ? [] : [[column, index] as const];
  });
  const header: Partial<Record<Column, number>> = Object.fromEntries(found);
  if (header.url === undefined) {
    throw new ImportError(
      `The table has no column of addresses; its columns are ${names
        .map((name) => `"${name}"`)
        .join(', ')
        .slice(0, 300)}.`,
      `Name the column of addresses "url" in the first row. Also read, if present: ${Object.keys(columns).slice(1).join(', ')}.`,
    );
  }
  return header;
}

function stated(row: string[], header: Partial<Record<Column, number>>) {
  const value = (column: Column) => (header[column] === undefined ? null : (row[header[column]] ?? null));
  return {
    url: value('url'),
    outlet: value('outlet'),
    title: value('title'),
    published: value('published'),
    text: value('text'),
  };
}

function lineOf(error: CsvError | undefined): string {
  const line = error === undefined ? undefined : (error as CsvError & { lines?: number }).lines;
  return line === undefined ? 'some line' : `line ${line}`;
}
