import { describe, expect, it } from 'vitest';
import { codebookSchema } from '../../shared/codebook/codebook.ts';
import { isRelevant } from '../../shared/codebook/relevance.ts';

const codebook = (relevance: object) =>
  codebookSchema.parse({
    id: 'x',
    title: 'X',
    period: { from: '2020-01-01' },
    relevance,
    actors: [{ id: 'union', name: "Ferry Workers' Union", kind: 'organisation', aliases: ['FWU'] }],
    issues: [{ id: 'rota', proposition: 'P.', terms: ['rota'] }],
  });

describe('an article is relevant', () => {
  const both = codebook({
    terms: ['ferry strike'],
    together: [
      ['crew', 'captain'],
      ['rota', 'walkout'],
    ],
  });
  it.each([
    ['one term', 'The Ferry  strike goes on.', true],
    ['a word of every list', 'A captain spoke of the walkout.', true],
    ['a word of one list only', 'A captain spoke of the weather.', false],
    ['a term inside another word', 'The crewman left.', false],
    ['nothing', 'Hospital parking charges rise.', false],
  ])('by %s', (_, text, expected) => expect(isRelevant(both, text)).toBe(expected));

  it("by its actors' names where the codebook lists nothing, whatever the apostrophe", () => {
    expect(isRelevant(codebook({}), 'the ferry workers’ union said')).toBe(true);
    expect(isRelevant(codebook({}), 'the bus drivers said')).toBe(false);
  });
});
