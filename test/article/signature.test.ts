import { describe, expect, test } from 'vitest';
import { scoreDuplicates } from '../../bench/extraction/near-duplicates.ts';
import { loadArchive } from '../../local/archive/load-archive.ts';
import { sameText, signatureOf } from '../../shared/article/signature.ts';

const stories = loadArchive().articles.filter(({ paragraphs }) => paragraphs.length > 0);
const signatures = new Map(stories.map((story) => [story.id, signatureOf(story.paragraphs.join('\n\n'))]));

test('copies are told from different stories of one event', () => {
  const { pairs, f1 } = scoreDuplicates();
  expect(pairs).toBeGreaterThanOrEqual(300);
  expect(f1).toBeGreaterThanOrEqual(0.97);
});

test('a text files under eight bands and a signature of under 700 characters, however long it is', () => {
  const long = Array.from({ length: 20_000 }, (_, index) => `word${index % 7919}`).join(' ');
  for (const text of ['', 'One.', long]) {
    const { bands, value } = signatureOf(text);
    expect(bands).toHaveLength(8);
    expect(value.length).toBeLessThan(700);
  }
});

describe.each(stories.filter((story) => story.syndicatedFrom))('the syndicated copy $id', (copy) => {
  const source = stories.find(({ id }) => id === copy.syndicatedFrom);

  test.runIf(source !== undefined)('shares a band with its source and is its text', () => {
    const [left, right] = [signatures.get(copy.id)!, signatures.get(source!.id)!];
    expect(left.bands.some((band) => right.bands.includes(band))).toBe(true);
    expect(sameText(left.value, right.value)).toBe(true);
  });
});

test('no two stories of the archive that were written apart are one text', () => {
  const root = (id: string): string => stories.find((story) => story.id === id)?.syndicatedFrom ?? id;
  const merged: string[] = [];
  for (const [index, left] of stories.entries()) {
    for (const right of stories.slice(index + 1)) {
      const isCopy = root(left.id) === root(right.id);
      if (!isCopy && sameText(signatures.get(left.id)!.value, signatures.get(right.id)!.value))
        merged.push(`${left.id} ${right.id}`);
    }
  }
  expect(merged).toEqual([]);
});

test('empty texts are no copies of each other', () => {
  expect(sameText(signatureOf('').value, signatureOf('').value)).toBe(false);
});
