import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { codedArticles, readCodedArticles } from '../../bench/stance/coded-articles.ts';
import { FERRIES } from '../language/invented-codebook.ts';

const read = (...lines: string[]) =>
  codedArticles(lines.join('\n'), { name: 'ferries', dispute: 'ferry-crews', codebook: FERRIES });

test('an article is a headline, a day and labelled sentences', () => {
  const articles = read(
    '# Invented.',
    '## Crews to stay ashore',
    '@ 2015-03-10 | hard news',
    'fcu:strike+ fcu:rota- | The FCU called a strike over the rota.',
    '- | It rained.',
    '',
    'hunter!- | Giles Hunter was booed.',
  );
  expect(articles).toEqual([
    {
      id: 'ferries-1',
      dispute: 'ferry-crews',
      title: 'Crews to stay ashore',
      published: '2015-03-10',
      text: 'The FCU called a strike over the rota. It rained.\n\nGiles Hunter was booed.',
      sentences: [
        [0, 38],
        [39, 49],
        [51, 74],
      ],
      statements: [
        { s: 1, actor: 'fcu', issue: 'strike', stance: 'for' },
        { s: 1, actor: 'fcu', issue: 'rota', stance: 'against' },
      ],
      tones: [{ s: 3, actor: 'hunter', label: 'negative' }],
    },
  ]);
});

test.each([
  ['- | A sentence without a headline.', 'ferries.txt, line 1: stands before the first headline'],
  ['## Title\nA sentence without labels.', 'ferries.txt, line 2: a line is labels, " | " and a sentence'],
  ['## Title\nfcu:tides+ | The tides.', 'ferries.txt, line 2: "fcu:tides+" is no label'],
  ['## Title\nnobody!- | Nobody came.', 'ferries.txt, line 2: "nobody!-" is no label'],
])('%j is refused', (source, message) => {
  expect(() => read(source)).toThrow(message);
});

test('the articles learnt from can be read, and have a day and a statement each', () => {
  const lessons = readCodedArticles();
  expect(lessons.length).toBeGreaterThan(200);
  for (const { article } of lessons) {
    expect(article.published, article.id).toMatch(/^\d{4}-\d\d-\d\d$/);
    expect(article.statements.length, article.id).toBeGreaterThan(0);
  }
});

test('each file of them begins by saying that it is invented', () => {
  const folder = join(import.meta.dirname, '..', '..', 'bench', 'stance', 'lessons', 'articles');
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.txt')))
    expect(readFileSync(join(folder, file), 'utf8'), file).toMatch(/^# Invented for training/);
});
