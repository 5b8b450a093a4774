import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import { SettingError } from '../../shared/errors.ts';
import { type ExportTable, exportTables, withoutText } from '../../shared/export/tables.ts';
import type { TableFormat } from '../export/table-sink.ts';
import { readTable, type TableRecord } from './read-table.ts';

const packageSchema = z.looseObject({
  picketline: z.object({
    dispute: z.string(),
    title: z.string(),
    codebookVersion: z.string(),
    taggerVersion: z.string(),
    from: z.string(),
    to: z.string(),
    createdAt: z.string(),
  }),
  resources: z.array(
    z.looseObject({ name: z.string(), path: z.string(), format: z.enum(['csv', 'jsonl', 'parquet']) }),
  ),
});

/** A copyright-safe export in a folder. */
export interface SafeExport {
  origin: z.infer<typeof packageSchema>['picketline'];
  format: TableFormat;
  rowsOf(table: ExportTable): AsyncGenerator<TableRecord>;
}

/** Opens a folder that `export --copyright-safe` wrote. @throws SettingError when it is no such folder, or holds words already */
export async function openSafeExport(folder: string): Promise<SafeExport> {
  const content = await readFile(join(folder, 'datapackage.json'), 'utf8').catch(() => {
    throw new SettingError(
      `${folder} holds no export: datapackage.json is missing.`,
      'Name a folder that `export` wrote.',
    );
  });
  const parsed = packageSchema.safeParse(parseJson(content));
  if (!parsed.success) {
    throw new SettingError(
      `${folder}/datapackage.json was not written by Picketline.`,
      'Name a folder that `export` wrote.',
    );
  }
  const { picketline: origin, resources } = parsed.data;
  const format = resources[0]?.format ?? 'csv';
  const pathOf = (table: ExportTable) => {
    const found = resources.find(({ name }) => name === table.name);
    if (!found) throw new SettingError(`${folder} has no table "${table.name}".`, 'Export it again.');
    return join(folder, found.path);
  };
  return { origin, format, rowsOf: (table) => readTable(format, pathOf(table), withoutText(table).fields) };
}

export const articlesTable: ExportTable = exportTables.find(({ name }) => name === 'articles')!;

function parseJson(content: string): unknown {
  try {
    return JSON.parse(content);
  } catch {
    return null;
  }
}
