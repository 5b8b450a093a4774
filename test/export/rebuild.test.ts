import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newFolder } from '../../local/export/new-folder.ts';
import type { TableFormat } from '../../local/export/table-sink.ts';
import { writeExport } from '../../local/export/write-export.ts';
import { type LocalPipeline, startPipeline } from '../../local/local-pipeline.ts';
import { fetchTexts } from '../../local/rebuild/fetch-texts.ts';
import { readTable } from '../../local/rebuild/read-table.ts';
import { rebuildExport } from '../../local/rebuild/rebuild-export.ts';
import { openSafeExport } from '../../local/rebuild/safe-export.ts';
import { storedRevisions } from '../../local/rebuild/stored-revisions.ts';
import { readCorpus } from '../../shared/export/read-corpus.ts';
import { exportTables } from '../../shared/export/tables.ts';
import { toArray } from '../../shared/store/to-array.ts';
import { testEngine } from '../engine.ts';
import { ferryCodebook } from '../pipeline/harness.ts';
import { type Corpus, startCorpus } from '../query/corpus.ts';

let corpus: Corpus;
let scratch: string;
beforeAll(async () => {
  corpus = await startCorpus();
  scratch = await mkdtemp(join(tmpdir(), 'picketline-rebuild-'));
}, 120_000);
afterAll(async () => {
  await corpus.harness.stop();
  await rm(scratch, { recursive: true });
});

const origin = {
  ...{ dispute: 'ferry-dispute', title: 'The ferry dispute', codebookVersion: 'c1', taggerVersion: 't1' },
  ...{ from: '2020-03-01', to: '2020-03-31', createdAt: '2020-04-01T12:00:00.000Z' },
};
const instants = { from: '2020-03-01T00:00:00.000Z', to: '2020-03-31T22:59:59.999Z' };
const store = () => corpus.harness.pipeline.runtime.store;

async function exported(format: TableFormat, copyrightSafe: boolean): Promise<string> {
  const folder = join(scratch, `${format}-${copyrightSafe ? 'safe' : 'whole'}`);
  await newFolder(folder, (unfinished) =>
    writeExport(
      {
        ...{ entries: readCorpus(store(), 'ferry-dispute', instants), codebook: ferryCodebook(), origin, format },
        ...{ copyrightSafe, bom: false },
      },
      unfinished,
    ),
  );
  return folder;
}

const rebuilt = async (safeFolder: string, texts: LocalPipeline['runtime']['store'], name: string) => {
  const folder = join(scratch, name);
  const safe = await openSafeExport(safeFolder);
  const summary = await newFolder(folder, (unfinished) =>
    rebuildExport(safe, (id) => storedRevisions(texts, id), unfinished),
  );
  return { folder, summary };
};

describe('a copyright-safe export, filled again from the texts it was made of', () => {
  it.each(['csv', 'jsonl', 'parquet'] as const)('is the whole export, byte for byte: %s', async (format) => {
    const whole = await exported(format, false);
    const { folder, summary } = await rebuilt(await exported(format, true), store(), `${format}-rebuilt`);
    expect(summary.articles).toEqual({ exact: 8, changed: 0, missing: 0 });
    expect(summary.sentences.missing).toBe(0);
    for (const { name } of exportTables) {
      const file = `${name}.${format}`;
      const fields = exportTables.find((table) => table.name === name)!.fields;
      expect(await toArray(readTable(format, join(folder, file), fields))).toEqual(
        await toArray(readTable(format, join(whole, file), fields)),
      );
      if (format !== 'parquet') expect(await readFile(join(folder, file))).toEqual(await readFile(join(whole, file)));
    }
  });
});

describe('filled from the web', () => {
  let pipeline: LocalPipeline;
  beforeAll(async () => {
    const { pages, site, clock } = corpus.harness;
    const edited = pages.get('/1') as { title: string; paragraphs: string[] };
    pages.set('/1', {
      ...edited,
      paragraphs: [...edited.paragraphs, 'This report was extended on Wednesday morning.'],
    });
    pages.delete('/2');
    pipeline = await startPipeline({
      ...{ folder: null, ...testEngine(), contact: 'https://picketline.example/robot', now: () => clock.now },
      allowList: [new URL(site).host],
    });
  }, 60_000);
  afterAll(() => pipeline.stop());

  it('pages are read again; a changed one gives the sentences it still holds, a vanished one none', async () => {
    const folder = join(scratch, 'jsonl-safe');
    const safe = await openSafeExport(folder);
    expect(await fetchTexts(safe, pipeline)).toBe(8);
    const { summary, folder: filled } = await rebuilt(folder, pipeline.runtime.store, 'fetched');
    expect(summary.articles).toEqual({ exact: 6, changed: 1, missing: 1 });
    const rows = (await readFile(join(filled, 'statements.jsonl'), 'utf8')).trim().split('\n');
    const statements = rows.map((line) => JSON.parse(line) as { article_id: string; sentence: string | null });
    const empty = new Set(statements.filter(({ sentence }) => sentence === null).map((row) => row.article_id));
    expect(empty.size).toBe(1);
  });

  it('what was read is not asked for again, but for the pages that gave nothing as tagged', async () => {
    const asked = await fetchTexts(await openSafeExport(join(scratch, 'jsonl-safe')), pipeline);
    expect(asked).toBe(2);
  });
});

describe('a folder that is no copyright-safe export', () => {
  it('is told so', async () => {
    await expect(openSafeExport(scratch)).rejects.toThrow(/holds no export/);
    const folder = join(scratch, 'foreign');
    await newFolder(folder, (unfinished) => writeFile(join(unfinished, 'datapackage.json'), '{"name": "other"}'));
    await expect(openSafeExport(folder)).rejects.toThrow(/was not written by Picketline/);
  });
});
