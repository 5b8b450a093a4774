import { describe, expect, it } from 'vitest';
import { type Quotation, quoteLineages } from '../../shared/lineage/quote-lineage.ts';

let number = 0;
const quotation = (outlet: string, at: string, words: string, changes: Partial<Quotation> = {}): Quotation => {
  number += 1;
  return { tag: `t${number}`, articleId: `a${number}`, at, outlet, actor: 'union', words, ...changes };
};
const told = (quotations: Quotation[]) =>
  quoteLineages(quotations).map(({ first, outlets, quotations: members }) => ({
    first: first.outlet,
    outlets,
    forms: members.map(({ outlet, form }) => `${outlet} ${form}`),
  }));

const whole = 'Crews are too tired to cross in winter, and no rota on paper will change that';

describe('the lineage of a quotation', () => {
  it.each([
    [
      'who had it first, and who shortened it',
      [
        quotation('Lantern', '2', 'crews are too tired to cross in winter'),
        quotation('Gazette', '1', whole),
        quotation('Quayside', '3', `“${whole.toUpperCase()}”`),
      ],
      [{ first: 'Gazette', outlets: 3, forms: ['Gazette fullest', 'Lantern shortened', 'Quayside same'] }],
    ],
    [
      'the first may have had less than a later one',
      [quotation('Gazette', '1', 'too tired to cross in winter'), quotation('Lantern', '2', whole)],
      [{ first: 'Gazette', outlets: 2, forms: ['Gazette shortened', 'Lantern fullest'] }],
    ],
    [
      'other words are another utterance',
      [quotation('A', '1', whole), quotation('B', '2', 'No crossing is worth a life to us')],
      [],
    ],
    [
      'the same words of another speaker too',
      [quotation('A', '1', whole), quotation('B', '2', whole, { actor: 'line' })],
      [],
    ],
    [
      'twice in one article is no lineage',
      [quotation('A', '1', whole, { articleId: 'x' }), quotation('A', '1', whole, { articleId: 'x' })],
      [],
    ],
    ['four words are anybody’s', [quotation('A', '1', 'we will not go'), quotation('B', '2', 'we will not go')], []],
    ['nothing of nothing', [], []],
  ])('%s', (_, quotations, expected) => {
    expect(told(quotations)).toEqual(expected);
  });
});
