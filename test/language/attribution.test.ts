import { expect, test } from 'vitest';
import { tagArticle } from '../../shared/language/tag-article.ts';
import { article, FERRIES } from './invented-codebook.ts';

const first = (text: string) => {
  const [found] = tagArticle(article(text), FERRIES).attributions;
  const read = (span: { start: number; end: number } | null | undefined) =>
    span ? text.slice(span.start, span.end) : null;
  return {
    source: read(found?.source),
    cue: read(found?.cue),
    content: found?.content.map(read).join(' … '),
    actor: found?.actor ?? null,
  };
};

test.each([
  ['indirect', 'Anna Marlow said that the crews were tired.', 'said', 'the crews were tired'],
  ['direct', '“We are tired of all this,” said Anna Marlow.', 'said', 'We are tired of all this'],
  [
    'single quotes',
    "'We are tired of the owners' games,' said Anna Marlow.",
    'said',
    "We are tired of the owners' games",
  ],
  ['according to', 'The crews are tired, according to Anna Marlow.', 'according', 'The crews are tired'],
])('%s', (_, text, cue, content) => {
  const found = first(text);
  expect(found.cue).toBe(cue);
  expect(found.content).toContain(content);
  expect(found.actor).toBe('marlow');
});

test.each([
  ['who spoke before', 'Anna Marlow said that the crews were tired. Further announcements are expected on Monday.'],
  ['who is expected to', 'Anna Marlow is expected to reply in writing on Thursday.'],
  ['who is asked to', 'Blue Line has been asked to find a room.'],
  ['who is understood to', 'Anna Marlow is understood to be against the new timetable.'],
  ['who isn’t expected to', "Blue Line isn't expected to reply in writing on Thursday."],
])('what nobody is named to say is not told of the one %s', (_, text) => {
  expect(tagArticle(article(text), FERRIES).attributions.at(-1)).toMatchObject({ source: null, actor: null });
});

test('what is said to somebody is not theirs', () => {
  expect(first('Blue Line was not told that the crews were tired.')).toMatchObject({
    source: null,
    actor: null,
  });
});

test('a quote goes on after its cue', () => {
  const found = first('“We are tired of all this,” said Anna Marlow. “We shall not sail on Monday.”');
  expect(found.content).toContain('We shall not sail on Monday.');
});

test('a pronoun is the last person spoken of', () => {
  expect(first('Anna Marlow left early. She said that the crews were tired.').actor).toBe('marlow');
});

test.each<[string, string, string | null]>([
  ['a columnist’s “I”', 'Anna Marlow met the owners on Monday. I think that the crews were tired.', null],
  ['a speaker’s “I” in a turn', 'MARLOW: I think that the crews were tired.', 'marlow'],
  ['a report’s', 'The FCU met on Monday. We understand that the crews were tired.', null],
  ['those whom a report asked', 'The FCU met on Monday. Passengers we spoke to said that the crews were tired.', null],
  ['a speaker’s in a quote', 'The FCU met on Monday. “We think that the crews were tired,” said the union.', 'fcu'],
  ['a speaker’s in a turn', 'MARLOW: We think that the crews were tired.', 'marlow'],
  ['a turn’s that a recording gives', 'MARLOW (clip): We think that the crews were tired.', 'marlow'],
  [
    'a member’s, whose party is told',
    'Anna Marlow (Sedge and Harrow) [Lab]: We think that the crews were tired.',
    'marlow',
  ],
])('“we” and “I”: %s', (_, text, expected) => {
  const { attributions } = tagArticle(article(text), FERRIES);
  expect(attributions.length).toBeGreaterThan(0);
  expect([...new Set(attributions.map(({ actor }) => actor))]).toEqual([expected]);
});

test.each<[string, string, string | null]>([
  ['goes on for the body that it spoke for', 'The spokesman added that the rota was safe.', 'line'],
  ['a new one speaks for the body spoken of last', 'A spokesman added that the rota was safe.', 'fcu'],
])('“the spokesman” %s', (_, second, expected) => {
  const text = `A spokesman for Blue Line said that it regretted the vote by the FCU. ${second}`;
  expect(tagArticle(article(text), FERRIES).attributions.at(-1)?.actor).toBe(expected);
});

test('the caption of a picture is no turn', () => {
  const { attributions } = tagArticle(article('Marlow (photo): the crews at Harwick were tired on Monday.'), FERRIES);
  expect(attributions.filter(({ rule }) => rule === 'attribution.speaker-turn')).toEqual([]);
});
