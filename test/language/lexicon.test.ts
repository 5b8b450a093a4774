import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { lexiconEntries } from '../../bench/stance/lexicons/entries.ts';
import { hashOf } from '../../shared/language/hashing.ts';
import { LEXICONS, type LexiconEntry, lexiconFile, mayHaveMeaning, meaningsAt } from '../../shared/language/lexicon.ts';

const entries = lexiconEntries();
const byFirst = new Map<string, LexiconEntry[]>();
for (const entry of entries) byFirst.set(entry.stems[0]!, [...(byFirst.get(entry.stems[0]!) ?? []), entry]);

test('the shipped file holds what the lists say (else: npx tsx bench/stance/lexicons/stem.ts)', () => {
  const file = new URL('../../shared/language/model/lexicons.txt', import.meta.url);
  expect(readFileSync(file, 'utf8')).toBe(lexiconFile(entries));
});

test('of each lexicon the longest phrase is found, with all that it says', () => {
  for (const { stems } of entries) {
    const expected = LEXICONS.map((name) => {
      const own = byFirst.get(stems[0]!)!.filter((other) => other.lexicon === name && beginsWith(stems, other.stems));
      const length = Math.max(...own.map((other) => other.stems.length));
      const values = own.filter((other) => other.stems.length === length).map(({ value }) => value);
      return own.length === 0 ? null : { length, values };
    });
    expect(meaningsAt(stems, 0)).toEqual(expected);
    expect(meaningsAt(['x', ...stems], 1)).toEqual(expected);
    expect(mayHaveMeaning(hashOf(stems[0]!))).toBe(true);
  }
});

test('a phrase that ends with the sentence before its last word is not there', () => {
  expect(meaningsAt(['picket', 'line'], 0)).toEqual(meaningsAt(['picket', 'line', 'line'], 0));
  expect(meaningsAt(['zebra'], 0)).toBeNull();
  expect(meaningsAt([], 0)).toBeNull();
});

test.each([[[]], [['a|b']], [['a b']], [['a=b']]])("a phrase of %j can't be stored, and it says so", (stems) => {
  expect(() => lexiconFile([{ lexicon: 'stance', stems, value: 0 }])).toThrow(
    `a phrase of the lexicon stance can't be stored: "${stems.join(' ')}"`,
  );
});

function beginsWith(words: readonly string[], phrase: readonly string[]): boolean {
  return phrase.every((word, at) => words[at] === word);
}
