import { describe, expect, it } from 'vitest';
import { carries, contentStems, nearness, stemWeights, wordingOf } from '../../shared/messages/near-wording.ts';
import { labelled, lines } from './labelled-sentences.ts';

const weightOf = stemWeights(labelled.map(([sentence]) => wordingOf(sentence)));
const evenly = () => 1;
const near = (line: string, sentence: string) => nearness(wordingOf(line), wordingOf(sentence), evenly);

describe('near wording', () => {
  it.each([
    ['the same words', 'Crews are tired.', 'The crews are tired.', 1],
    ['other forms of them', 'Crews are exhausted.', 'An exhausting week for one crew', 1],
    ['half of them', 'Tired crews cannot sail safely', 'tired crews', 0.5],
    ['three of four', 'Tired crews sail ferries', 'Tired crews sail on', 0.75],
    ['a single word in common', 'Tired crews', 'Tired passengers', 0],
    ['the opposite', 'Crews are tired.', 'Crews are not tired.', 0],
    ['the opposite of a negated line', 'The rota must not be imposed.', 'The rota must be imposed.', 0],
    [
      'a negation elsewhere',
      'Crews are tired.',
      'No date was set. Long after the vote of the branch the crews are tired.',
      1,
    ],
    [
      'words scattered over a long sentence',
      'Tired crews',
      'Tired of waiting, passengers watched lorries, cars, vans and coaches board before the crews',
      0,
    ],
  ])('%s', (_, line, sentence, expected) => expect(near(line, sentence)).toBeCloseTo(expected, 5));

  it('rare words weigh more than common ones', () => {
    expect(weightOf('lookout')).toBeGreaterThan(weightOf('strike'));
  });

  it('counts only words that carry meaning', () => {
    expect(contentStems('We have been there and it was so')).toEqual([]);
    expect(contentStems('The crews’ rotas')).toEqual(['crew', 'rota']);
  });
});

describe('measured on invented sentences labelled by hand', () => {
  const names = Object.keys(lines) as (keyof typeof lines)[];
  const judged = labelled.flatMap(([sentence, label]) =>
    names.map((name) => ({
      sentence,
      isCarried: carries(lines[name].map(wordingOf), wordingOf(sentence), weightOf),
      isLabelled: label === name,
    })),
  );
  const hits = judged.filter(({ isCarried, isLabelled }) => isCarried && isLabelled);

  it('precision: all 12 of the 12 found do carry the line', () => {
    expect(judged.filter(({ isCarried, isLabelled }) => isCarried && !isLabelled)).toEqual([]);
    expect(hits).toHaveLength(12);
  });

  it('recall: the 6 of 18 it misses say the line in words of their own', () => {
    const missed = judged.filter(({ isCarried, isLabelled }) => !isCarried && isLabelled);
    expect(missed.map(({ sentence }) => sentence)).toEqual([
      'The union warned that crews were left too tired to sail safely under the rota.',
      'Men who have not slept cannot keep a proper lookout, he said.',
      'She urged Gannet Line to return to the negotiating table before Christmas.',
      'The union wants fresh talks with the company at once.',
      'Nobody has complained of these hours anywhere else, the company said.',
      'Shops will close for good if the boats stay tied up, traders fear.',
    ]);
  });
});
