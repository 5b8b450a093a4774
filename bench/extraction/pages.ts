import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gunzipSync } from 'node:zlib';

/** Given material, beside the project: texts of others, never copied into it. */
export const benchmarkFolder = join(
  process.env.PICKETLINE_BENCH ?? join(import.meta.dirname, '../../../shared/bench'),
  'extraction',
);

export const hasBenchmark = (): boolean => existsSync(join(benchmarkFolder, 'dev'));

/** One page of the benchmark. */
export interface Page {
  id: string;
  bytes: Uint8Array;
}

/**
 * The pages of a folder that holds `html/*.html.gz`, by id.
 * @throws {Error} names a folder without such pages, or the page that isn't gzip
 */
export async function readPages(folder: string): Promise<Page[]> {
  const pages = join(folder, 'html');
  const names = existsSync(pages) ? (await readdir(pages)).filter((name) => name.endsWith('.html.gz')).sort() : [];
  if (names.length === 0) throw new Error(`${folder} holds no html/*.html.gz: give the folder that html/ stands in`);
  return Promise.all(names.map((name) => readPage(join(pages, name))));
}

async function readPage(file: string): Promise<Page> {
  const packed = await readFile(file);
  try {
    return { id: basename(file, '.html.gz'), bytes: gunzipSync(packed) };
  } catch (cause) {
    throw new Error(`${file} can't be unpacked: it must be a page packed by gzip`, { cause });
  }
}

export type Gold = Record<string, { articleBody: string; url: string }>;
export type Predictions = Record<string, { articleBody: string }>;

/** What the published scorer gives: means over pages, and per page the shares of true, false and missed shingles. */
export interface Score {
  f1: number;
  precision: number;
  recall: number;
  ids: string[];
  rows: [number, number, number, number][];
}

interface Scorer {
  evaluate(gold: Gold, predictions: Predictions, options: { boot: number }): Score;
  aggregate(rows: Score['rows']): Pick<Score, 'f1' | 'precision' | 'recall'>;
}

/** The development pages' texts and the published scorer. */
export async function readGold(): Promise<{ gold: Gold; scorer: Scorer }> {
  const gold = JSON.parse(await readFile(join(benchmarkFolder, 'dev', 'ground-truth.json'), 'utf8')) as Gold;
  const scorer = (await import(pathToFileURL(join(benchmarkFolder, 'score.mjs')).href)) as Scorer;
  return { gold, scorer };
}
