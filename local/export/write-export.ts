import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import gexf from 'graphology-gexf';
import type { Codebook } from '../../shared/codebook/codebook.ts';
import { dataPackage, type ExportOrigin, type TableFile } from '../../shared/export/data-package.ts';
import { graphml } from '../../shared/export/graphml.ts';
import { graphsOf, StanceTotals } from '../../shared/export/graphs.ts';
import type { CorpusEntry } from '../../shared/export/read-corpus.ts';
import { exportTables, withoutText } from '../../shared/export/tables.ts';
import { DnaFile } from './dna-file.ts';
import type { ExportFormat } from './formats.ts';
import { describeFile, openSink, type TableFormat } from './table-sink.ts';

export interface ExportRequest {
  entries: AsyncIterable<CorpusEntry>;
  codebook: Codebook;
  origin: ExportOrigin;
  format: ExportFormat;
  /** Leave out what holds words of the articles. */
  copyrightSafe: boolean;
  bom: boolean;
}

/** What was written: files, and rows or articles. */
export interface ExportSummary {
  files: { path: string; rows: number }[];
  note?: string;
}

/** Writes an export into a folder, article by article. */
export function writeExport(request: ExportRequest, folder: string): Promise<ExportSummary> {
  if (request.format === 'dna') return writeDna(request, folder);
  if (request.format === 'graphml' || request.format === 'gexf') return writeGraphs(request, request.format, folder);
  return writeTables(request, request.format, folder);
}

async function writeTables(request: ExportRequest, format: TableFormat, folder: string): Promise<ExportSummary> {
  const { entries, copyrightSafe, bom, origin } = request;
  const tables = copyrightSafe ? exportTables.map(withoutText) : exportTables;
  const open = await Promise.all(
    tables.map(async (table) => {
      const path = `${table.name}.${format}`;
      return { table, path, rows: 0, sink: await openSink(format, join(folder, path), table.fields, { bom }) };
    }),
  );
  try {
    for await (const entry of entries) {
      for (const part of open) {
        const rows = part.table.rowsOf(entry);
        part.rows += rows.length;
        await part.sink.write(rows);
      }
    }
  } finally {
    for (const { sink } of open) await sink.close();
  }
  const files: TableFile[] = [];
  for (const { table, path, rows } of open) {
    files.push({ table, path, format, rows, ...(await describeFile(join(folder, path))) });
  }
  await writeFile(join(folder, 'datapackage.json'), `${JSON.stringify(dataPackage(origin, files), null, 2)}\n`);
  return { files: files.map(({ path, rows }) => ({ path, rows })) };
}

async function writeGraphs(request: ExportRequest, format: 'graphml' | 'gexf', folder: string): Promise<ExportSummary> {
  const totals = new StanceTotals();
  for await (const entry of request.entries) totals.add(entry);
  const files: ExportSummary['files'] = [];
  for (const [name, graph] of Object.entries(graphsOf(totals.all(), request.codebook))) {
    const path = `${name}.${format}`;
    await writeFile(join(folder, path), format === 'gexf' ? gexf.write(graph) : graphml(graph));
    files.push({ path, rows: graph.size });
  }
  return { files };
}

async function writeDna({ entries, codebook }: ExportRequest, folder: string): Promise<ExportSummary> {
  const path = `${codebook.id}.dna`;
  const file = new DnaFile(join(folder, path), codebook);
  let rows = 0;
  try {
    for await (const entry of entries) {
      file.add(entry);
      rows += 1;
    }
  } finally {
    file.close();
  }
  const note = `${file.neutral} neutral statements left out: DNA's agreement is yes or no`;
  return { files: [{ path, rows }], note };
}
