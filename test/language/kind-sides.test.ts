import { expect, test } from 'vitest';
import { findMentions } from '../../shared/language/2-actors.ts';
import { findCandidates } from '../../shared/language/4-statements/candidates.ts';
import { viewText } from '../../shared/language/text-view.ts';
import { tokenize } from '../../shared/language/tokens.ts';
import { article, FERRIES } from './invented-codebook.ts';

/** What the words of one sentence about Anna Marlow say for and against an issue's kind of question. */
function sidesOf(text: string, issue: string): { pro: number; con: number } {
  const tagged = article(text);
  const view = viewText(text);
  const mentions = findMentions(view.tokens, view.pass, FERRIES, '2015-03-01', tokenize(tagged.title));
  const { index, candidates } = findCandidates({ ...view, article: tagged, codebook: FERRIES, mentions }, []);
  const number = index.issues.findIndex(({ id }) => id === issue);
  const { kindPro, kindCon } = candidates[0]!.evidence;
  return { pro: kindPro[number]!, con: kindCon[number]! };
}

test.each([
  ['Anna Marlow says that people are ready to talk.', 'talks', { pro: 1, con: 0 }],
  ['Anna Marlow says that there is nothing left to discuss.', 'talks', { pro: 0, con: 1 }],
  ['Anna Marlow is not ready to talk.', 'talks', { pro: 0, con: 1 }],
  ['Anna Marlow says that the crews have had enough.', 'strike', { pro: 1, con: 0 }],
  ['Anna Marlow wants crews back to work.', 'strike', { pro: 0, con: 1 }],
  ['Anna Marlow wants crews back to work.', 'talks', { pro: 0, con: 0 }],
])('%s: %s %o, though the codebook lists none of it', (text, issue, expected) => {
  expect(sidesOf(text, issue)).toEqual(expected);
});
