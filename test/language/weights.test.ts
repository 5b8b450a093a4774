import { describe, expect, it } from 'vitest';
import { quantisedFile, weightColumn } from '../../shared/language/quantised-weights.ts';
import { readWeightsFile, writeWeightsFile } from '../../shared/language/weights-file.ts';
import { findWord, wordColumns } from '../../shared/language/word-columns.ts';

describe('a file of weights', () => {
  const file = { meta: { threshold: 0.25 }, columns: { a: Uint8Array.of(1, 2, 3), b: Uint8Array.of(255) } };

  it('holds its columns and what its head says', () => {
    expect(readWeightsFile(writeWeightsFile(file))).toEqual(file);
  });

  it.each([
    ['cut short', (bytes: Uint8Array) => bytes.subarray(0, -1)],
    ['with bytes left over', (bytes: Uint8Array) => Buffer.concat([bytes, Buffer.of(0)])],
  ])('%s is refused', (_, broken) => {
    expect(() => readWeightsFile(broken(writeWeightsFile(file)))).toThrow(/holds \d+ bytes instead of \d+/);
  });
});

describe('quantised weights', () => {
  const stored = quantisedFile({ source: 'invented' }, { cue: [0, 1, -1, 0.25, -0.001] });

  it('keep zero, the largest either way, and a quarter of it within a step', () => {
    const column = weightColumn(stored, 'cue');
    expect([0, 1, 2].map((slot) => column.at(slot))).toEqual([0, 1, -1]);
    expect(column.at(3)).toBeCloseTo(0.25, 1);
  });

  it('survive their file', () => {
    const read = weightColumn(readWeightsFile<(typeof stored)['meta']>(writeWeightsFile(stored)), 'cue');
    expect([0, 1, 2, 3, 4].map((slot) => read.at(slot))).toEqual(
      [0, 1, 2, 3, 4].map((slot) => weightColumn(stored, 'cue').at(slot)),
    );
  });

  it('name the column that is not there', () => {
    expect(() => weightColumn(stored, 'verdict')).toThrow(/no column verdict/);
  });
});

it('each of many words is found under its number, and no other word is', () => {
  const words = Array.from({ length: 5_000 }, (_, index) => `word${index.toString(36)}`);
  const columns = wordColumns(words);
  expect(words.map((word) => findWord(columns, word))).toEqual(words.map((_, index) => index));
  for (const other of ['', 'word', 'wordzzzz', 'wörd1']) expect(findWord(columns, other)).toBe(-1);
});
