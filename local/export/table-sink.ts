import { createHash } from 'node:crypto';
import { type FileHandle, open } from 'node:fs/promises';
import type { SchemaElement } from 'hyparquet';
import { fileWriter, ParquetWriter } from 'hyparquet-writer';
import type { WrittenFile } from '../../shared/export/data-package.ts';
import { csvHead, csvLines, jsonLines } from '../../shared/export/table-formats.ts';
import type { Cell, Field, FieldType } from '../../shared/export/tables.ts';

export type TableFormat = 'csv' | 'jsonl' | 'parquet';

/** Takes rows as they come and holds few of them. */
export interface TableSink {
  write(rows: readonly Cell[][]): Promise<void>;
  close(): Promise<void>;
}

/** Opens a new file for a table. `bom`: CSV begins with a byte order mark. */
export async function openSink(
  format: TableFormat,
  path: string,
  fields: readonly Field[],
  { bom }: { bom: boolean },
): Promise<TableSink> {
  if (format === 'parquet') return new ParquetSink(path, fields);
  const file = await open(path, 'wx');
  if (format === 'csv') await file.write(csvHead(fields, bom));
  return new LineSink(file, format === 'csv' ? csvLines : (rows) => jsonLines(fields, rows));
}

const bytesAtOnce = 1 << 20;

/** The file's size and SHA-256, read through one buffer: a stream's many would lie about until V8 collects them. */
export async function describeFile(path: string): Promise<Omit<WrittenFile, 'path'>> {
  const hash = createHash('sha256');
  const buffer = new Uint8Array(bytesAtOnce);
  const file = await open(path, 'r');
  try {
    for (let bytes = 0; ; ) {
      const { bytesRead } = await file.read(buffer);
      if (bytesRead === 0) return { bytes, sha256: hash.digest('hex') };
      hash.update(buffer.subarray(0, bytesRead));
      bytes += bytesRead;
    }
  } finally {
    await file.close();
  }
}

class LineSink implements TableSink {
  readonly #file: FileHandle;
  readonly #linesOf: (rows: readonly Cell[][]) => string;

  constructor(file: FileHandle, linesOf: (rows: readonly Cell[][]) => string) {
    this.#file = file;
    this.#linesOf = linesOf;
  }

  async write(rows: readonly Cell[][]): Promise<void> {
    if (rows.length > 0) await this.#file.write(this.#linesOf(rows));
  }

  close(): Promise<void> {
    return this.#file.close();
  }
}

/** Rows of a row group: readers skip whole groups, and the writer holds one. */
const groupSize = 2_000;

class ParquetSink implements TableSink {
  readonly #fields: readonly Field[];
  readonly #writer: ParquetWriter;
  #rows: Cell[][] = [];

  constructor(path: string, fields: readonly Field[]) {
    this.#fields = fields;
    this.#writer = new ParquetWriter({
      writer: fileWriter(path),
      schema: parquetSchema(fields),
      createdBy: 'picketline',
      // Kept in memory to the end: of a text its beginning is enough to skip groups by.
      statisticsTruncateLength: 32,
    });
  }

  async write(rows: readonly Cell[][]): Promise<void> {
    this.#rows.push(...rows);
    if (this.#rows.length >= groupSize) await this.#flush();
  }

  async close(): Promise<void> {
    if (this.#rows.length > 0) await this.#flush();
    await this.#writer.finish();
  }

  async #flush(): Promise<void> {
    const columnData = this.#fields.map(({ name, type }, column) => ({
      name,
      data: this.#rows.map((row) => parquetValue(row[column] ?? null, type)),
    }));
    await this.#writer.write({ columnData });
    this.#rows = [];
  }
}

const parquetValue = (cell: Cell, type: FieldType) =>
  type === 'datetime' && typeof cell === 'string' ? new Date(cell) : cell;

const parquetTypes: Record<FieldType, Pick<SchemaElement, 'type' | 'converted_type'>> = {
  string: { type: 'BYTE_ARRAY', converted_type: 'UTF8' },
  integer: { type: 'INT32' },
  number: { type: 'DOUBLE' },
  datetime: { type: 'INT64', converted_type: 'TIMESTAMP_MILLIS' },
};

const parquetSchema = (fields: readonly Field[]): SchemaElement[] => [
  { name: 'root', num_children: fields.length },
  ...fields.map(({ name, type }): SchemaElement => ({ name, repetition_type: 'OPTIONAL', ...parquetTypes[type] })),
];
