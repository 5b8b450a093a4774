import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { canonicalJson } from '../../shared/codebook/version.ts';
import { citationFile } from '../../shared/export/citation.ts';
import { describeFile } from '../export/table-sink.ts';
import { type ExportRequest, type ExportSummary, writeExport } from '../export/write-export.ts';

/** What is beside the tables of a release. */
export const manifestFile = 'manifest.json';
export const codebookFile = 'codebook.json';

export interface Manifest {
  format: 1;
  origin: ExportRequest['origin'];
  /** SHA-256 by file: all but the manifest itself. */
  files: Record<string, string>;
}

/** Writes a frozen release: the tables with their texts, the codebook, a citation file, and a manifest of hashes. */
export async function writeRelease(
  request: Omit<ExportRequest, 'format' | 'copyrightSafe' | 'bom'>,
  folder: string,
): Promise<ExportSummary> {
  const summary = await writeExport({ ...request, format: 'jsonl', copyrightSafe: false, bom: false }, folder);
  await writeFile(join(folder, codebookFile), canonicalJson(request.codebook));
  await writeFile(join(folder, 'CITATION.cff'), citationFile(request.origin));
  const names = [...summary.files.map(({ path }) => path), 'datapackage.json', codebookFile, 'CITATION.cff'].sort();
  const files: Manifest['files'] = {};
  for (const name of names) files[name] = (await describeFile(join(folder, name))).sha256;
  const manifest: Manifest = { format: 1, origin: request.origin, files };
  await writeFile(join(folder, manifestFile), `${JSON.stringify(manifest, null, 2)}\n`);
  return summary;
}
