import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { parse } from 'csv-parse';
import { asyncBufferFromFile, parquetMetadataAsync, parquetReadObjects } from 'hyparquet';
import type { Cell, Field } from '../../shared/export/tables.ts';
import type { TableFormat } from '../export/table-sink.ts';

export type TableRecord = Record<string, Cell>;

/** The rows of a table that `export` wrote, in its order and few at a time. */
export function readTable(format: TableFormat, path: string, fields: readonly Field[]): AsyncGenerator<TableRecord> {
  return { csv: readCsvTable, jsonl: readJsonTable, parquet: readParquetTable }[format](path, fields);
}

async function* readJsonTable(path: string): AsyncGenerator<TableRecord> {
  for await (const line of createInterface({ input: createReadStream(path, 'utf8'), crlfDelay: Infinity })) {
    if (line !== '') yield JSON.parse(line) as TableRecord;
  }
}

/** The apostrophe that keeps a spreadsheet from running a cell (see `csvLines`) is taken off again. */
const guardOfFormula = /^'(?=[=+\-@\t\r\uff1d\uff0b\uff0d\uff20])/u;

async function* readCsvTable(path: string, fields: readonly Field[]): AsyncGenerator<TableRecord> {
  const isNumber = new Map(fields.map(({ name, type }) => [name, type === 'integer' || type === 'number']));
  const records = createReadStream(path).pipe(parse({ columns: true, bom: true }));
  for await (const record of records as AsyncIterable<Record<string, string>>) {
    yield Object.fromEntries(
      Object.entries(record).map(([name, text]): [string, Cell] => {
        if (text === '') return [name, null];
        return [name, isNumber.get(name) ? Number(text) : text.replace(guardOfFormula, '')];
      }),
    );
  }
}

/** Rows of a Parquet file that are held at a time: a group of the writer's. */
const groupRows = 5_000;

async function* readParquetTable(path: string): AsyncGenerator<TableRecord> {
  const file = await asyncBufferFromFile(path);
  const metadata = await parquetMetadataAsync(file);
  const total = Number(metadata.num_rows);
  for (let rowStart = 0; rowStart < total; rowStart += groupRows) {
    const rowEnd = Math.min(total, rowStart + groupRows);
    for (const row of await parquetReadObjects({ file, metadata, rowStart, rowEnd })) {
      yield Object.fromEntries(
        Object.entries(row).map(([name, value]): [string, Cell] => [
          name,
          value instanceof Date ? value.toISOString() : ((value ?? null) as Cell),
        ]),
      );
    }
  }
}
