import { getArticles, getStatements } from '../data/requests.ts';
import { useAnswer } from '../data/use-answer.ts';
import { counted, stepText } from '../shaping/format.ts';
import { Status } from '../views/status.tsx';
import { allRows } from './all-rows.ts';
import type { EvidenceProps } from './evidence-panel.tsx';
import { Missing } from './missing.tsx';
import { ArticleRows, StatementRows } from './rows.tsx';

/** The articles that a bar of the volume chart counts, and what was said in them. */
export function ArticlesEvidence({ pick, dispute, state, marking }: EvidenceProps<'articles'>) {
  const filter = { from: pick.from, to: pick.to, outlet: state.outlets };
  const key = JSON.stringify([dispute.id, filter]);
  const articles = useAnswer(`articles ${key}`, () =>
    allRows(
      (cursor) => getArticles(dispute.id, { ...filter, cursor }),
      (page) => page.articles,
    ),
  );
  const statements = useAnswer(`statements ${key}`, () =>
    allRows(
      (cursor) => getStatements(dispute.id, { ...filter, cursor }),
      (page) => page.statements,
    ),
  );
  const problem = articles.problem ?? statements.problem;
  return (
    <>
      <h2>Articles</h2>
      <p class="subtitle">{stepText(pick)}</p>
      {problem && <Status problem>{problem}</Status>}
      {articles.value && !articles.isLoading && (
        <>
          <p class="total">
            <strong data-total={articles.value.total}>{counted(articles.value.total, 'article')}</strong>
          </p>
          <Missing list={articles.value} />
          <ArticleRows rows={articles.value.rows} dispute={dispute} />
        </>
      )}
      {statements.value && !statements.isLoading && (
        <>
          <h3>{counted(statements.value.total, 'statement')} in them</h3>
          <Missing list={statements.value} />
          <StatementRows rows={statements.value.rows} dispute={dispute} marking={marking} />
        </>
      )}
    </>
  );
}
