import type { ExportTable } from './tables.ts';

/** What an export was made of. */
export interface ExportOrigin {
  dispute: string;
  title: string;
  codebookVersion: string;
  taggerVersion: string;
  from: string;
  to: string;
  /** ISO 8601. */
  createdAt: string;
}

/** A written file of an export. */
export interface WrittenFile {
  path: string;
  bytes: number;
  /** Hexadecimal. */
  sha256: string;
}

export interface TableFile extends WrittenFile {
  table: ExportTable;
  format: 'csv' | 'jsonl' | 'parquet';
  rows: number;
}

const mediatypes = {
  csv: 'text/csv',
  jsonl: 'application/jsonl',
  parquet: 'application/vnd.apache.parquet',
};

/** The data dictionary as a Frictionless Data Package (v1, specs.frictionlessdata.io): every file with its columns. */
export function dataPackage(origin: ExportOrigin, files: readonly TableFile[]): object {
  return {
    profile: 'data-package',
    name: `picketline-${origin.dispute}`,
    title: `${origin.title}: coverage from ${origin.from} to ${origin.to}`,
    created: origin.createdAt,
    picketline: origin,
    resources: files.map(({ table, path, format, bytes, sha256, rows }) => ({
      name: table.name,
      path,
      description: table.description,
      format,
      mediatype: mediatypes[format],
      encoding: 'utf-8',
      bytes,
      hash: `sha256:${sha256}`,
      rows,
      schema: {
        fields: table.fields.map(({ name, type, description }) => ({ name, type, description })),
        ...(table.name === 'articles' && { primaryKey: 'article_id' }),
        ...(table.name !== 'articles' && {
          foreignKeys: [{ fields: 'article_id', reference: { resource: 'articles', fields: 'article_id' } }],
        }),
      },
    })),
  };
}
