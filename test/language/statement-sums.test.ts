import { expect, test } from 'vitest';
import { findMentions } from '../../shared/language/2-actors.ts';
import { findAttributions } from '../../shared/language/3-attribution.ts';
import { findCandidates } from '../../shared/language/4-statements/candidates.ts';
import { FeatureList } from '../../shared/language/4-statements/feature-list.ts';
import { statementModel } from '../../shared/language/4-statements/model.ts';
import { relationFeatures } from '../../shared/language/4-statements/relation-features.ts';
import { STANCES, stanceFeatures } from '../../shared/language/4-statements/stance-features.ts';
import { tagArticle } from '../../shared/language/tag-article.ts';
import { viewText } from '../../shared/language/text-view.ts';
import { tokenize } from '../../shared/language/tokens.ts';
import { article, FERRIES } from './invented-codebook.ts';

const TEXT = `Giles Hunter said on Monday that the strike was wrong, but the FCU called the new rota unfair and unsafe for crews.
“We will not accept a rota that nobody asked for,” Anna Marlow told reporters. She wants arbitration before the summer timetable.`;

function candidatesOf(text: string) {
  const view = viewText(text);
  const mentions = findMentions(view.tokens, view.pass, FERRIES, '2020-03-10', tokenize(''));
  const context = { ...view, article: article(text), codebook: FERRIES, mentions };
  return { context, ...findCandidates(context, findAttributions(context)) };
}

test('words and vectors summed apart give what all features summed one by one give', () => {
  const { context, index, candidates } = candidatesOf(TEXT);
  const { words, sums, stanceVectors } = statementModel();
  expect(candidates.length).toBeGreaterThan(2);
  for (const candidate of candidates) {
    const odds = words.sum(context, index, candidate);
    for (let issue = 0; issue < index.issues.length; issue++) {
      const [all, rest] = [new FeatureList(), new FeatureList({ words: true })].map((list) => {
        relationFeatures(context, index, candidate, issue, list);
        const sum = new Float64Array(1);
        sums.relation.sum(list, sum);
        return sum[0]!;
      });
      expect(odds[issue]! + rest!).toBeCloseTo(all!, 4);

      const [whole, parts] = [new FeatureList(), new FeatureList({ vector: true })].map((list) => {
        stanceFeatures(context, index, candidate, issue, list);
        const sum = new Float64Array(STANCES.length);
        sums.stance.sum(list, sum);
        return sum;
      });
      stanceVectors.addKind(context, candidate.view, candidate.local[issue]!, index.kind[issue]!, parts!);
      for (const [n, sum] of whole!.entries()) expect(parts![n]).toBeCloseTo(sum, 4);
    }
  }
});

test('a confidence has six digits', () => {
  const { statements } = tagArticle(article(TEXT), FERRIES);
  expect(statements.length).toBeGreaterThan(0);
  for (const { confidence } of statements) expect(confidence).toBe(Number(confidence.toFixed(6)));
});
