import { expect, test } from 'vitest';
import { codebookSchema } from '../../shared/codebook/codebook.ts';
import { tagArticle } from '../../shared/language/tag-article.ts';
import { article, FERRIES } from './invented-codebook.ts';

const mentions = (text: string, date?: string, codebook = FERRIES) =>
  tagArticle(article(text, date), codebook).mentions.map((m) => `${m.actor}: ${text.slice(m.start, m.end)}`);

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

/** Actors whose descriptions are common words, some of them listed twice. */
const COMMON_WORDS = codebookSchema.parse({
  ...FERRIES,
  actors: [
    FERRIES.actors.find(({ id }) => id === 'fcu'),
    { id: 'party', name: 'Tide Party', kind: 'organisation', descriptors: ['the party'] },
    { id: 'deck', name: 'Deck Crews Committee', kind: 'organisation', descriptors: ['the committee'], partOf: 'fcu' },
    { id: 'minister', name: 'Lena Orr', kind: 'person', descriptors: ['the minister'] },
    { id: 'stewards', name: 'deck stewards', kind: 'group', aliases: ['the stewards', 'stewards'] },
  ],
});

test.each<[string, string, string[]]>([
  ['the party', 'The Tide Party was late. The party had lost its keys.', ['party: Tide Party', 'party: The party']],
  ['no party but one to a case', 'The Tide Party was late. The judge heard the injured party.', ['party: Tide Party']],
  ['a body’s own', 'The FCU was late, and so was its own committee.', ['fcu: FCU', 'deck: its own committee']],
  ['another body’s name', 'The FCU was late. The harbour committee had lost its keys.', ['fcu: FCU']],
  [
    'what it has besides',
    'The Deck Crews Committee was late. Its wine committee was not.',
    ['deck: Deck Crews Committee'],
  ],
  [
    'the committee of a body',
    'The Deck Crews Committee was late. The FCU committee had lost its keys.',
    ['deck: Deck Crews Committee', 'deck: FCU committee'],
  ],
  [
    'the committee that is a body’s',
    'The FCU’s committee had lost its keys to the hall.',
    ['fcu: FCU', 'deck: committee'],
  ],
  ['the minister', 'They blamed the minister for Monday’s storm.', ['minister: the minister']],
  ['the minister, again', 'The minister of whom they spoke was at sea.', ['minister: The minister']],
  ['a minister for something', 'The Minister for Gulls was at sea for most of the day.', []],
  ['one for something, in small letters', 'The minister for gulls was at sea for most of the day.', []],
  ['the stewards', 'They asked the stewards for tea on Monday.', ['stewards: stewards']],
  ['somebody’s stewards', 'Ryde’s stewards were late, and they had lost their keys.', ['stewards: stewards']],
  ['some of the stewards', 'The hungry stewards were late on Monday.', ['stewards: stewards']],
])('a common word: %s', (_, text, expected) => {
  expect(mentions(text, undefined, COMMON_WORDS)).toEqual(expected);
});
