import { expect, test } from 'vitest';
import { findSentences } from '../../shared/language/1-sentences.ts';
import { tokenize } from '../../shared/language/tokens.ts';

const split = (text: string) =>
  findSentences(text, tokenize(text)).sentences.map(({ start, end }) => text.slice(start, end));

test.each<[string, string[]]>([
  ['Dr. Marlow left. She was late.', ['Dr. Marlow left.', 'She was late.']],
  ['It sails for the U.K. on Monday.', ['It sails for the U.K. on Monday.']],
  ['P. Marlow, Ryde', ['P. Marlow, Ryde']],
  ['He paid £3.5m. Nobody else did.', ['He paid £3.5m.', 'Nobody else did.']],
  ['‘It is over.’ She sat down.', ['‘It is over.’', 'She sat down.']],
  ['"Is it fair?" Mr Hunter asked.', ['"Is it fair?" Mr Hunter asked.']],
  ['09.15 And will there be more? We think so.', ['09.15 And will there be more?', 'We think so.']],
  ['A heading\n\nA sentence.', ['A heading', 'A sentence.']],
  ['No. 10 said nothing. No one did.', ['No. 10 said nothing.', 'No one did.']],
  ['', []],
])('%j', (text, sentences) => {
  expect(split(text)).toEqual(sentences);
});
