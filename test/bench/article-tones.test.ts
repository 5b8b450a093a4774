import { expect, test } from 'vitest';
import { tonesOf } from '../../bench/sentiment/article-tones.ts';
import { labelOf } from '../../bench/sentiment/examples.ts';
import { codedArticles } from '../../bench/stance/coded-articles.ts';
import { FERRIES } from '../language/invented-codebook.ts';

const tones = (...lines: string[]) => {
  const source = ['## Crews to stay ashore', '@ 2015-03-10 | hard news', ...lines].join('\n');
  const [article] = codedArticles(source, { name: 'ferries', dispute: 'ferry-crews', codebook: FERRIES });
  return tonesOf({ article: article!, codebook: FERRIES }).map(({ window, label }) => [window.lower.join(' '), label]);
};

test('a sentence is seen from each actor that it names, neutral where nothing is coded', () => {
  expect(tones('hunter!- | Giles Hunter was booed by the FCU.', '- | It rained.')).toEqual([
    ['<target> <target> was booed by the <other> .', labelOf('negative')],
    ['<other> <other> was booed by the <target> .', labelOf('neutral')],
  ]);
});

test('a tone towards an actor whom the sentence does not name has no target', () => {
  expect(tones('hunter!- | He was booed.')).toEqual([]);
});
