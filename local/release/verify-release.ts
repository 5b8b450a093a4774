import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import * as z from 'zod';
import { codebookSchema } from '../../shared/codebook/codebook.ts';
import { codebookVersion } from '../../shared/codebook/version.ts';
import { SettingError } from '../../shared/errors.ts';
import { jsonLines } from '../../shared/export/table-formats.ts';
import { type ExportTable, exportTables } from '../../shared/export/tables.ts';
import { TAGGER_VERSION } from '../../shared/language/tag-article.ts';
import { describeFile } from '../export/table-sink.ts';
import { holdsText, type ReleasedArticle, retaggedEntry } from './retagged-entry.ts';
import { codebookFile, manifestFile } from './write-release.ts';

const manifestSchema = z.looseObject({
  format: z.literal(1),
  origin: z.looseObject({ codebookVersion: z.string(), taggerVersion: z.string() }),
  files: z.record(z.string(), z.string()),
});

export interface Verification {
  articles: number;
  /** Articles whose text was no longer kept at the release: their tags can't be made again. */
  withoutText: number;
  /** Files whose hash is another than the manifest's, or that are not there. */
  changedFiles: string[];
  /** The first line of each table that the tagger now makes otherwise, counted from 1. */
  firstDifferences: Record<string, number>;
  codebookVersion: string;
  taggerVersion: { released: string; here: string };
}

/** Whether every file is as released and every tag comes of its text again. */
export const isVerified = ({ changedFiles, firstDifferences }: Verification): boolean =>
  changedFiles.length === 0 && Object.keys(firstDifferences).length === 0;

/**
 * Derives every tag of a release again from its texts and its codebook, and compares the tables byte for byte.
 * @throws SettingError when the folder holds no release
 */
export async function verifyRelease(folder: string): Promise<Verification> {
  const manifest = await readJson(folder, manifestFile, manifestSchema);
  const codebook = await readJson(folder, codebookFile, codebookSchema);
  const changedFiles: string[] = [];
  for (const [name, sha256] of Object.entries(manifest.files)) {
    const found = await describeFile(join(folder, name)).catch(() => null);
    if (found?.sha256 !== sha256) changedFiles.push(name);
  }
  const published = { codebook, version: codebookVersion(codebook) };
  const tables = exportTables.map((table) => new ComparedTable(table, folder));
  let articles = 0;
  let withoutText = 0;
  for await (const line of linesOf(join(folder, 'articles.jsonl'))) {
    articles += 1;
    const released = JSON.parse(line) as ReleasedArticle;
    if (!holdsText(released)) {
      withoutText += 1;
      for (const table of tables) await table.pass(released.article_id);
      continue;
    }
    const entry = retaggedEntry(released, published);
    for (const table of tables) await table.compare(entry ? table.linesOf(entry) : []);
  }
  for (const table of tables) await table.end();
  return {
    articles,
    withoutText,
    changedFiles,
    firstDifferences: Object.fromEntries(
      tables.flatMap(({ name, firstDifference }) => (firstDifference === null ? [] : [[name, firstDifference]])),
    ),
    codebookVersion: published.version,
    taggerVersion: { released: manifest.origin.taggerVersion, here: TAGGER_VERSION },
  };
}

/** A released table that is read along with the lines made anew. */
class ComparedTable {
  readonly #table: ExportTable;
  readonly #released: AsyncIterator<string>;
  /** The next released line, read ahead. */
  #next: IteratorResult<string> | null = null;
  #line = 0;
  firstDifference: number | null = null;

  constructor(table: ExportTable, folder: string) {
    this.#table = table;
    this.#released = linesOf(join(folder, `${table.name}.jsonl`))[Symbol.asyncIterator]();
  }

  get name(): string {
    return this.#table.name;
  }

  linesOf(entry: Parameters<ExportTable['rowsOf']>[0]): string[] {
    return jsonLines(this.#table.fields, this.#table.rowsOf(entry)).split('\n').slice(0, -1);
  }

  async compare(lines: readonly string[]): Promise<void> {
    for (const line of lines) {
      if (this.firstDifference !== null) return;
      this.#line += 1;
      const released = await this.#take();
      if (released.done || released.value !== line) this.firstDifference = this.#line;
    }
  }

  /** Goes on behind the lines of an article that can't be made again. */
  async pass(articleId: string): Promise<void> {
    while (this.firstDifference === null) {
      this.#next ??= await this.#released.next();
      if (this.#next.done || JSON.parse(this.#next.value).article_id !== articleId) return;
      this.#next = null;
      this.#line += 1;
    }
  }

  async #take(): Promise<IteratorResult<string>> {
    const next = this.#next ?? (await this.#released.next());
    this.#next = null;
    return next;
  }

  /** Lines left over are tags that are no longer made. */
  async end(): Promise<void> {
    if (this.firstDifference === null && !(await this.#take()).done) this.firstDifference = this.#line + 1;
    await this.#released.return?.();
  }
}

async function* linesOf(path: string): AsyncGenerator<string> {
  yield* createInterface({ input: createReadStream(path), crlfDelay: Number.POSITIVE_INFINITY });
}

async function readJson<T>(folder: string, name: string, schema: z.ZodType<T>): Promise<T> {
  try {
    return schema.parse(JSON.parse(await readFile(join(folder, name), 'utf8')));
  } catch (cause) {
    throw new SettingError(
      `${folder} holds no release: ${name} is missing or damaged.`,
      'Name a folder that `picketline release` wrote.',
      {
        cause,
      },
    );
  }
}
