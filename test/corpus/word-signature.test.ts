import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchesText, parseTextQuery } from '../../shared/corpus/text-query.ts';
import { signatureFilter, wordSignature } from '../../shared/corpus/word-signature.ts';

const vocabulary = Array.from({ length: 3_000 }, (_, index) => `w${index}`);
const someWords = (count: number, from = 0) => vocabulary.slice(from, from + count).join(' ');

describe('the signature of a text', () => {
  it('never hides a text that holds what is asked for', async () => {
    const word = fc.constantFrom('Ferry', 'rota', '“safe”', 'crews', 'café', 'U.K.', "union's", '2020', '—');
    await fc.assert(
      fc.property(fc.array(word, { maxLength: 30 }), fc.array(word, { minLength: 1, maxLength: 4 }), (text, asked) => {
        const [held, wanted] = [text.join(' '), `"${asked.join(' ')}" ${asked[0]}`];
        const query = parseTextQuery(wanted);
        if (query.length > 0 && matchesText(query, held))
          expect(signatureFilter(query)(wordSignature(held))).toBe(true);
      }),
    );
  });

  it.each([
    ['a sentence', 20],
    ['an article', 260],
    ['a long article', 900],
  ])('hides nineteen in twenty words that do not stand in %s', (_, words) => {
    const signature = wordSignature(someWords(words));
    const absent = vocabulary.slice(words, words + 1_000);
    const seen = absent.filter((word) => signatureFilter([word])(signature));
    expect(seen.length).toBeLessThan(50);
  });

  it('takes as many bytes as the text has different words, up to a power of two', () => {
    expect([12, 100, 260, 5_000].map((words) => Buffer.from(wordSignature(someWords(words)), 'base64').length)).toEqual(
      [16, 128, 512, 1_024],
    );
  });

  it('is not wanting where a row has none', () => {
    expect(signatureFilter(['rota'])(undefined)).toBe(true);
  });
});
