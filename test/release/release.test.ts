import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { corpusOf } from '../../local/corpus-options.ts';
import { isVerified, verifyRelease } from '../../local/release/verify-release.ts';
import { writeRelease } from '../../local/release/write-release.ts';
import { type Corpus, startCorpus } from '../query/corpus.ts';

let corpus: Corpus;
let folder: string;
beforeAll(async () => {
  corpus = await startCorpus();
  folder = await mkdtemp(join(tmpdir(), 'picketline-release-'));
  const options = { data: '', json: false };
  await writeRelease(await corpusOf('ferry-dispute', options, corpus.harness.pipeline.runtime), folder);
}, 120_000);
afterAll(async () => {
  await corpus.harness.stop();
  await rm(folder, { recursive: true });
});

/** Changes a file for as long as the work takes. */
async function changed(file: string, change: (text: string) => string, work: () => Promise<void>): Promise<void> {
  const path = join(folder, file);
  const before = await readFile(path, 'utf8');
  await writeFile(path, change(before));
  try {
    await work();
  } finally {
    await writeFile(path, before);
  }
}

describe('a release', () => {
  it('is verified from its folder alone: not a byte of its tables differs', async () => {
    const verification = await verifyRelease(folder);
    expect(verification).toMatchObject({ articles: 8, changedFiles: [], firstDifferences: {} });
    expect(isVerified(verification)).toBe(true);
  });

  it('can be cited', async () => {
    const citation = parse(await readFile(join(folder, 'CITATION.cff'), 'utf8'));
    expect(citation).toMatchObject({
      'cff-version': '1.2.0',
      type: 'dataset',
      title: 'The ferry dispute: tagged coverage from 2020-03-01 to 2020-03-31',
      'date-released': '2020-04-01',
    });
  });

  it.each([
    [
      'a stance was changed by hand',
      'statements.jsonl',
      (text: string) => text.replace('"against"', '"for"'),
      'statements',
      () => 1,
    ],
    [
      'the last statement was taken out',
      'statements.jsonl',
      (text: string) => text.replace(/[^\n]*\n$/, ''),
      'statements',
      (lines: number) => lines,
    ],
    [
      'a statement was added',
      'statements.jsonl',
      (text: string) => text + text.split('\n')[0]!,
      'statements',
      (lines: number) => lines + 1,
    ],
    [
      'a text was changed',
      'articles.jsonl',
      (text: string) => text.replace('too tired', 'far too tired'),
      'articles',
      () => 1,
    ],
  ] as const)('is not verified when %s', async (_, file, change, table, lineAmong) => {
    const lines = (await readFile(join(folder, file), 'utf8')).trimEnd().split('\n').length;
    await changed(file, change, async () => {
      const verification = await verifyRelease(folder);
      expect(isVerified(verification)).toBe(false);
      expect(verification.changedFiles).toEqual([file]);
      expect(verification.firstDifferences).toHaveProperty(table, lineAmong(lines));
    });
  });

  it('a folder without a release is refused by name', async () => {
    await expect(verifyRelease(tmpdir())).rejects.toThrow(/holds no release: manifest.json is missing/);
  });
});
