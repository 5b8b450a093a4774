import { expect, test } from 'vitest';
import { antecedent, findMentions } from '../../shared/language/2-actors.ts';
import { viewText } from '../../shared/language/text-view.ts';
import { tokenize } from '../../shared/language/tokens.ts';
import { article, FERRIES } from './invented-codebook.ts';

/** The actor that the last of a pronoun in a text stands for, null if nobody. */
function antecedentOf(pronoun: string, text: string): string | null {
  const view = viewText(text);
  const mentions = findMentions(view.tokens, view.pass, FERRIES, '2015-03-10', tokenize(''));
  const context = { ...view, article: article(text), codebook: FERRIES, mentions };
  return FERRIES.actors[antecedent(context, view.tokens.lower.lastIndexOf(pronoun))]?.id ?? null;
}

test.each<[string, string, string, string | null]>([
  ['a person', 'she', 'Anna Marlow left early. Then she came back.', 'marlow'],
  ['a body', 'it', 'Anna Marlow left the FCU. Then it closed.', 'fcu'],
  ['a group', 'they', 'The crews met on Monday. Then they left.', 'crews'],
  ['a body of many', 'they', 'The FCU met on Monday. Then they left.', 'fcu'],
  ['others in the same sentence', 'they', 'The FCU met Blue Line. Passengers said they hoped both would talk.', null],
  [
    'others in the sentence before',
    'they',
    'The FCU met Blue Line. Angry passengers left early. Then they came back.',
    null,
  ],
  [
    'others with an actor',
    'they',
    'The FCU met on Monday. Passengers wrote to Blue Line, and they want an answer.',
    null,
  ],
  [
    'a body that speaks of others',
    'they',
    'The FCU met on Monday. It told passengers to stay at home. Then they left.',
    'fcu',
  ],
  ['those who speak for a body', 'they', 'The FCU met on Monday. Managers at Blue Line said they were sorry.', 'line'],
  ['others in a clause before', 'they', 'The FCU met on Monday. When talks failed they left.', 'fcu'],
  ['one of others', 'it', 'The FCU met on Monday. Passengers said it was wrong.', 'fcu'],
  [
    'no one whom the sentence calls theirs',
    'she',
    'Anna Marlow wrote to Mr Hunter. Her Labour shadow, she said, was right.',
    'marlow',
  ],
  ['one who is theirs', 'he', 'Anna Marlow wrote on Monday. Her Harbour Secretary said he would reply.', 'hunter'],
  ['a body that is theirs', 'it', 'The crews met on Monday. Their union said it would strike.', 'fcu'],
  ['nobody', 'they', 'The gulls were late on Monday. Then they came back.', null],
])('%s', (_, pronoun, text, expected) => {
  expect(antecedentOf(pronoun, text)).toBe(expected);
});
