import fc from 'fast-check';
import { expect, test } from 'vitest';
import { phraseWords } from '../../shared/language/phrase-trie.ts';
import { tokenize } from '../../shared/language/tokens.ts';

test('the words of any phrase are its tokens', () => {
  const words = fc.string({ unit: fc.constantFrom(...'acnotwz'), minLength: 1, maxLength: 9 });
  const phrase = fc.array(words, { minLength: 1, maxLength: 5 }).map((all) => all.join(' '));
  fc.assert(
    fc.property(phrase, (text) => {
      expect(phraseWords(text)).toEqual(tokenize(text).lower);
    }),
  );
});

test.each(['cannot', "won't", '24/7', 'U.K. talks', 'fire-and-rehire', 'no  two spaces'])(
  'so are those of "%s"',
  (phrase) => {
    expect(phraseWords(phrase)).toEqual(tokenize(phrase).lower);
  },
);
