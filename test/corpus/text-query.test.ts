import { describe, expect, it } from 'vitest';
import { matchesText, parseTextQuery } from '../../shared/corpus/text-query.ts';

const text = 'The Rota, the union’s members said, is “unsafe”. Café crews agreed.';

describe('a text is found', () => {
  it.each([
    ['by a word, whatever its case', 'rota', true],
    ['only by whole words', 'rot', false],
    ['by words that stand apart', 'rota crews', true],
    ['not when one is missing', 'rota ferry', false],
    ['by a phrase over punctuation', '"rota the union"', true],
    ['not by a phrase whose words stand apart', '"rota crews"', false],
    ['by a phrase in curly marks', '“café crews”', true],
    ['by a phrase whose end mark is missing', 'agreed "is unsafe', true],
    ['with accents as written', 'cafe', false],
    ['always, when nothing is asked', ' "" ', true],
  ])('%s: %s', (_, query, found) => {
    expect(matchesText(parseTextQuery(query), text)).toBe(found);
  });
});
