import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { readPages } from '../../bench/extraction/pages.ts';

const root = mkdtempSync(join(tmpdir(), 'extraction-pages-'));
afterAll(() => rmSync(root, { recursive: true }));

function folderOf(name: string, pages: Record<string, Uint8Array>): string {
  const folder = join(root, name);
  mkdirSync(join(folder, 'html'), { recursive: true });
  for (const [page, bytes] of Object.entries(pages)) writeFileSync(join(folder, 'html', page), bytes);
  return folder;
}

describe('pages to predict', () => {
  it('are read by id, in order', async () => {
    const page = (text: string) => gzipSync(Buffer.from(text));
    const pages = await readPages(folderOf('good', { 'b.html.gz': page('<p>B'), 'a.html.gz': page('<p>A') }));
    expect(pages.map(({ id, bytes }) => `${id} ${Buffer.from(bytes)}`)).toEqual(['a <p>A', 'b <p>B']);
  });

  it('are missed by name', async () => {
    await expect(readPages(folderOf('empty', {}))).rejects.toThrow(
      /empty holds no html\/\*\.html\.gz: give the folder/,
    );
    await expect(readPages(join(root, 'nowhere'))).rejects.toThrow(/nowhere holds no html/);
  });

  it('that are no gzip are named', async () => {
    const folder = folderOf('bad', { 'a.html.gz': Buffer.from('<p>A') });
    await expect(readPages(folder)).rejects.toThrow(/a\.html\.gz can't be unpacked/);
  });
});
