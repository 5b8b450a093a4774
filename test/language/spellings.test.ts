import { expect, test } from 'vitest';
import { hashOf } from '../../shared/language/hashing.ts';
import { tokenize } from '../../shared/language/tokens.ts';
import { classifyWords } from '../../shared/language/word-classes.ts';

const surfaces = (text: string) => tokenize(text).surface;

test('a word is read the same whether it was met before or not', () => {
  const text = "The union’s strike; the UNION's \"strike\" and ``strike''";
  const first = surfaces(text);
  expect(first).toEqual([
    ...['The', 'union', "'s", 'strike', ';', 'the', 'UNION', "'s", '"', 'strike', '"', 'and'],
    ...['"', 'strike', '"'],
  ]);
  expect(surfaces(text)).toEqual(first);
});

test('marks that nobody sees make no other word', () => {
  const seen = tokenize('strike');
  const { surface, lower, spelling } = tokenize('str\u00adike');
  expect({ surface, lower, spelling }).toEqual({
    surface: seen.surface,
    lower: seen.lower,
    spelling: seen.spelling,
  });
});

test('more words than are kept lose none', () => {
  const words = Array.from({ length: 70_000 }, (_, n) => `w${n.toString(36)}ö`);
  const tokens = tokenize(words.join(' '));
  expect(tokens.lower).toEqual(words);
  const { word } = classifyWords(tokens);
  const wrong = words.filter((each, at) => word[at] !== hashOf(each) || tokens.hash[at] !== hashOf(each));
  expect(wrong).toEqual([]);
});
