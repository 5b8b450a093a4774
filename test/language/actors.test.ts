import { expect, test } from 'vitest';
import { tagArticle } from '../../shared/language/tag-article.ts';
import { article, FERRIES } from './invented-codebook.ts';

const mentions = (text: string, date?: string) =>
  tagArticle(article(text, date), FERRIES).mentions.map((m) => `${m.actor}: ${text.slice(m.start, m.end)}`);

test.each<[string, string, string[]]>([
  [
    'a full name with its title',
    'Dr Anna Marlow spoke to the crowd in the square on Monday.',
    ['marlow: Dr Anna Marlow'],
  ],
  [
    'a surname after the full name',
    'Anna Marlow spoke to the crowd. Then Marlow left.',
    ['marlow: Anna Marlow', 'marlow: Marlow'],
  ],
  ['a verb is no name', 'The gulls hunter and hunted are the ones that the boats feed.', []],
  ['a street is no person', 'They met in Marlow Street on the Monday after the storm.', []],
  ['another person of the surname', 'Sam Marlow, a roofer, was waiting for the boat with his dog.', []],
  ['an initial and a surname', 'The letter was signed by R. Marlow of the town of Ryde.', []],
  [
    'a union by its description',
    'The FCU met on Monday. The union was angry with the firm.',
    ['fcu: FCU', 'fcu: The union'],
  ],
  [
    'the chair of a body',
    'The FCU met on Monday. Its chair was late for the meeting.',
    ['fcu: FCU', 'marlow: Its chair'],
  ],
  [
    'name and office are two',
    'The Harbour Secretary, Giles Hunter, was at sea for the day.',
    ['hunter: The Harbour Secretary', 'hunter: Giles Hunter'],
  ],
  [
    'a shadow is not the minister',
    'The Shadow Harbour Secretary was on the radio in the morning.',
    ['price: The Shadow Harbour Secretary'],
  ],
  [
    'a title and a first name that the codebook lists',
    'The gulls liked what Dame Olga had brought for them in a bag.',
    ['price: Dame Olga'],
  ],
  ['somebody called something', 'The baker called Mr Hunter a decent man, and he knows of one.', ['hunter: Mr Hunter']],
  ['somebody of that name', 'A baker called Hunter was at sea for most of the day.', []],
  [
    'a title that ends the sentence before',
    'They went to see a retired judge. Mr Hunter was there already.',
    ['hunter: Mr Hunter'],
  ],
  ['an indefinite office is nobody', 'No Harbour Secretary has ever been as wet as this one was.', []],
])('%s', (_, text, expected) => {
  expect(mentions(text)).toEqual(expected);
});

test.each([
  ['2015-03-10', 'hunter'],
  ['2015-08-01', 'price'],
])('an office is its holder’s on %s', (date, holder) => {
  expect(mentions('The Harbour Secretary was at sea for most of the day.', date)).toEqual([
    `${holder}: The Harbour Secretary`,
  ]);
});

test('nobody holds an office before anybody did', () => {
  expect(mentions('The Harbour Secretary was at sea for most of the day.', '2001-01-01')).toEqual([]);
});
