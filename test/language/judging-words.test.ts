import { expect, test } from 'vitest';
import { judgedAt } from '../../shared/language/5-tone/judging-words.ts';
import { stem } from '../../shared/language/stem.ts';

test.each([
  ['condemned the offer', ['oppose']],
  ['to her credit she stayed', ['praise']],
  ['out of his depth', ['blame']],
  ['painted the boat', []],
])('what "%s" does: %o', (words, expected) => {
  expect(judgedAt(words.split(' ').map(stem), 0)).toEqual(expected);
});
