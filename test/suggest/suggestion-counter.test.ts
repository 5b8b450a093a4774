import { describe, expect, it } from 'vitest';
import { SuggestionCounter } from '../../shared/suggest/suggestion-counter.ts';
import { ferryCodebook } from '../pipeline/harness.ts';

const suggest = (articles: string[][], limit = 20) => {
  const counter = new SuggestionCounter();
  for (const sentences of articles) counter.add(sentences);
  return counter.unknown(ferryCodebook(), limit);
};
const texts = (articles: string[][]) => suggest(articles).map(({ kind, text, articles: count }) => [kind, text, count]);

describe('suggestions', () => {
  it.each([
    ['a name of two articles', [['Mr Alan Pike spoke.'], ['Later Alan Pike left.']], [['name', 'Alan Pike', 2]]],
    ['not a name of one article, however often', [['Alan Pike spoke.', 'Alan Pike left.'], ['Nobody spoke.']], []],
    [
      'not what the codebook knows',
      [["Ferry Workers' Union spoke."], ["Ferry Workers' Union left."], ['Gannet Line ran.'], ['Gannet Line stopped.']],
      [],
    ],
    [
      'a name with its small words, whole and not in parts',
      [['The Royal Guild of Pilots met.'], ['A letter of the Royal Guild of Pilots came.']],
      [['name', 'Royal Guild of Pilots', 2]],
    ],
    [
      'a phrase, without the small words around it',
      [['It was a night crossing.'], ['The night crossing ran.']],
      [['phrase', 'night crossing', 2]],
    ],
    ['no phrase over a comma', [['By night, crossing was hard.'], ['By night, crossing was slow.']], []],
    [
      'two names that are joined once or twice, each for itself',
      [['Alan Pike and Ida Wren met.'], ['Alan Pike and Ida Wren left.'], ['Alan Pike slept. Ida Wren sang.']],
      [
        ['name', 'Alan Pike', 3],
        ['name', 'Ida Wren', 3],
      ],
    ],
    [
      'one name that holds an "and", whole',
      [['The Harbour Safety and Pilots Board met.'], ['The Harbour Safety and Pilots Board rose.']],
      [['name', 'Harbour Safety and Pilots Board', 2]],
    ],
    ['nothing of nothing', [[], ['']], []],
  ])('%s', (_, articles, expected) => {
    expect(texts(articles)).toEqual(expected);
  });

  it('come with sentences of different articles, the most frequent first', () => {
    const [first] = suggest([
      ['Alan Pike spoke.', 'Alan Pike left.'],
      ['Then Alan Pike rested.', 'Ida Wren sang.'],
      ['Ida Wren danced.', 'Alan Pike slept.'],
    ]);
    expect(first).toEqual({
      text: 'Alan Pike',
      kind: 'name',
      articles: 3,
      examples: ['Alan Pike spoke.', 'Then Alan Pike rested.', 'Alan Pike slept.'],
    });
  });
});
