import { describe, expect, it } from 'vitest';
import { codebookSchema } from '../../shared/codebook/codebook.ts';
import { diffCodebooks } from '../../shared/codebook/diff-codebooks.ts';
import { ferryCodebook } from '../pipeline/harness.ts';

const base = ferryCodebook();
const changed = (change: (draft: ReturnType<typeof ferryCodebook>) => void) => {
  const draft = structuredClone(base);
  change(draft);
  return codebookSchema.parse(draft);
};

describe('the difference of two codebooks', () => {
  it.each([
    ['nothing', () => {}, []],
    ['the order of actors means nothing', (draft) => draft.actors.reverse(), []],
    [
      'a title',
      (draft) => {
        draft.title = 'The long ferry dispute';
      },
      [{ place: 'title', kind: 'changed', before: 'The ferry dispute', after: 'The long ferry dispute' }],
    ],
    [
      'words: those that came and those that went',
      (draft) => {
        draft.actors[0]!.aliases = ['Ferry Union'];
      },
      [{ place: 'actors.union.aliases', kind: 'changed', before: ['FWU'], after: ['Ferry Union'] }],
    ],
    [
      'an issue that came',
      (draft) =>
        draft.issues.push({ id: 'pay', proposition: 'Pay should rise.', terms: ['pay'], for: [], against: [] }),
      [
        {
          place: 'issues.pay',
          kind: 'added',
          after: { id: 'pay', proposition: 'Pay should rise.', terms: ['pay'], for: [], against: [] },
        },
      ],
    ],
    [
      'an actor that went',
      (draft) => draft.actors.pop(),
      [{ place: 'actors.line', kind: 'removed', before: base.actors[1] }],
    ],
  ] as [string, (draft: ReturnType<typeof ferryCodebook>) => void, object[]][])('%s', (_, change, expected) => {
    expect(diffCodebooks(base, changed(change))).toEqual(expected);
  });
});
