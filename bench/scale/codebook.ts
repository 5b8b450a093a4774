import { codebookSchema } from '../../shared/codebook/codebook.ts';
import { actors, dispute, year } from './synthetic-corpus.ts';

/** Names what the synthetic corpus is tagged with. */
export const scaleCodebook = codebookSchema.parse({
  id: dispute,
  title: 'Scale bench',
  period: year,
  relevance: { terms: ['ferry'] },
  actors: actors.map((id) => ({ id, name: `The ${id}`, kind: 'organisation' })),
  issues: ['rota', 'pay', 'talks'].map((id) => ({ id, proposition: `The ${id} should be agreed.`, terms: [id] })),
});
