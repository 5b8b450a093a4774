import { expect, test } from 'vitest';
import { codebookSchema } from '../../shared/codebook/codebook.ts';
import { pronounsOf } from '../../shared/language/2-actors/pronoun-of.ts';

test.each([
  ['a woman’s first name', 'Heidi Marlow', [], 'person', 'she'],
  ['a man’s first name', 'Norman Marlow', [], 'person', 'he'],
  ['a first name of both', 'Robin Marlow', [], 'person', 'unknown'],
  ['a title among the aliases', 'Robin Marlow', ['Ms Marlow'], 'person', 'she'],
  ['a title of both', 'Dr Norman Marlow', [], 'person', 'he'],
  ['a surname that is a title', 'Heidi Lord', ['Lord'], 'person', 'she'],
  ['a name without a first one', 'Marlow', [], 'person', 'unknown'],
  ['an unheard first name', 'Qyzzla Marlow', [], 'person', 'unknown'],
  ['a body', 'Heidi Marlow', [], 'organisation', 'unknown'],
])('%s: %s %j', (_, name, aliases, kind, expected) => {
  const codebook = codebookSchema.parse({
    id: 'invented',
    title: 'An invented dispute',
    period: { from: '2015-01-01' },
    actors: [{ id: 'marlow', name, aliases, kind }],
    issues: [{ id: 'strike', proposition: 'The strike is justified.', terms: ['strike'] }],
  });
  expect(pronounsOf(codebook)).toEqual([expected]);
});
