import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { lexiconEntries } from '../../bench/stance/lexicons/entries.ts';
import { StanceClass } from '../../shared/language/4-statements/stance-words.ts';
import { hashOf } from '../../shared/language/hashing.ts';
import { LEXICONS, lexicons } from '../../shared/language/lexicon.ts';
import { NEGATIONS } from '../../shared/language/negations.ts';
import { phraseFile, type StoredPhrase } from '../../shared/language/stored-phrases.ts';

const entries = lexiconEntries();
const byFirst = new Map<string, StoredPhrase[]>();
for (const entry of entries) byFirst.set(entry.words[0]!, [...(byFirst.get(entry.words[0]!) ?? []), entry]);

test('the shipped file holds what the lists say (else: npx tsx bench/stance/lexicons/stem.ts)', () => {
  const file = new URL('../../shared/language/model/lexicons.txt', import.meta.url);
  expect(readFileSync(file, 'utf8')).toBe(phraseFile(entries));
});

test('of each lexicon the longest phrase is found, with all that it says', () => {
  for (const { words } of entries) {
    const expected = LEXICONS.map((_, lexicon) => {
      const own = byFirst.get(words[0]!)!.filter((each) => each.lexicon === lexicon && beginsWith(words, each.words));
      const length = Math.max(...own.map((each) => each.words.length));
      const values = own.filter((each) => each.words.length === length).map(({ value }) => value);
      return own.length === 0 ? null : { length, values };
    });
    expect(lexicons.at(words, 0)).toEqual(expected);
    expect(lexicons.at(['x', ...words], 1)).toEqual(expected);
    expect(lexicons.mayBegin(hashOf(words[0]!))).toBe(true);
  }
});

test.each([...NEGATIONS])('"%s", which turns round a tone, turns round a stance, too', (word) => {
  const [stance] = lexicons.at([word], 0) ?? [];
  expect(stance?.values).toContain(StanceClass.negation);
});

test('where a text ends before a phrase does, the phrase is not there', () => {
  expect(lexicons.at(['picket', 'line'], 0)).toEqual(lexicons.at(['picket', 'line', 'line'], 0));
  expect(lexicons.at(['zebra'], 0)).toBeNull();
  expect(lexicons.at([], 0)).toBeNull();
});

test.each([[[]], [['a|b']], [['a b']], [['a=b']]])("a phrase of %j can't be stored, and it says so", (words) => {
  expect(() => phraseFile([{ lexicon: 0, words, value: 0 }])).toThrow(
    `a phrase of a lexicon can't be stored: "${words.join(' ')}"`,
  );
});

function beginsWith(words: readonly string[], phrase: readonly string[]): boolean {
  return phrase.every((word, at) => words[at] === word);
}
