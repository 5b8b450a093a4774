import { codebookSchema } from '../../shared/codebook/codebook.ts';

/** A codebook whose actor and issue no text speaks of, for benchmarks of passes that need none. */
export const NO_DISPUTE = codebookSchema.parse({
  id: 'no-dispute',
  title: 'No dispute',
  period: { from: '2000-01-01' },
  actors: [{ id: 'nobody', name: 'Qxzv Wjkqz', kind: 'person' }],
  issues: [{ id: 'nothing', proposition: 'Nothing is at issue.', terms: ['qxzvwjkqz'] }],
});
