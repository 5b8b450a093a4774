import { expect, test } from 'vitest';
import { tagArticle } from '../../shared/language/tag-article.ts';
import { article, FERRIES } from './invented-codebook.ts';

const statements = (text: string) =>
  tagArticle(article(text), FERRIES).statements.map((s) => `${s.actor} ${s.issue} ${s.stance}`);

test.each([
  ['Giles Hunter condemned the strike.', 'hunter strike against'],
  ['The FCU announced another strike in June.', 'fcu strike for'],
  ['Anna Marlow called for arbitration.', 'marlow talks for'],
  ['The FCU rejected the new rota, which it called unfair.', 'fcu rota against'],
  ['Giles Hunter declined to say whether he supported the strike.', 'hunter strike neutral'],
  ['Giles Hunter met Anna Marlow on Monday. She condemned the strike.', 'marlow strike against'],
  ['Anna Marlow met Giles Hunter on Monday. He condemned the strike.', 'hunter strike against'],
])('%s', (text, expected) => {
  expect(statements(text)).toContain(expected);
});

test('a word that every object has as a property counts as any other', () => {
  const [plain, odd] = ['captain', 'constructor'].map((word) =>
    statements(`Giles Hunter, a ${word}, condemned the strike.`),
  );
  expect(odd).toEqual(plain);
  expect(odd).toContain('hunter strike against');
});

test('a sentence without a position holds none', () => {
  expect(statements('Anna Marlow has two dogs and a boat.')).toEqual([]);
});

test('every statement says why, surest reasons first', () => {
  const [statement] = tagArticle(article('Giles Hunter condemned the strike.'), FERRIES).statements;
  expect(statement?.rule).toMatch(/^statement\./);
  expect(statement?.reasons.length).toBeGreaterThan(2);
  expect(statement?.confidence).toBeGreaterThan(0);
  expect(statement?.confidence).toBeLessThanOrEqual(1);
});

test('the actor’s name decides nothing', () => {
  const swap = (name: string) =>
    tagArticle(article(`${name} said that the strike was wrong and reckless.`), FERRIES).statements.map((s) => [
      s.issue,
      s.stance,
      s.confidence,
    ]);
  expect(swap('Giles Hunter')).toEqual(swap('Anna Marlow'));
});
