import { getStatements } from '../data/requests.ts';
import { useAnswer } from '../data/use-answer.ts';
import { count, counted, issueLabel, stepText } from '../shaping/format.ts';
import { Status } from '../views/status.tsx';
import { actorName, propositionOf } from '../views/view-props.ts';
import { allRows } from './all-rows.ts';
import type { EvidenceProps } from './evidence-panel.tsx';
import { Missing } from './missing.tsx';
import { StatementRows } from './rows.tsx';

/** The statements that a mark of a stance chart or of the map counts. */
export function StatementsEvidence({ pick, dispute, state, marking }: EvidenceProps<'statements'>) {
  // Where a point stands for no actor or issue of its own, it counts those chosen.
  const filter = {
    ...{ from: pick.from, to: pick.to, outlet: state.outlets },
    actor: pick.actor ? [pick.actor] : state.actors,
    issue: pick.issue ? [pick.issue] : state.issues,
    stance: pick.stance ?? undefined,
  };
  const answer = useAnswer(JSON.stringify([dispute.id, 'statements', filter]), () =>
    allRows(
      (cursor) => getStatements(dispute.id, { ...filter, cursor }),
      ({ statements }) => statements,
    ),
  );
  const list = answer.value;
  return (
    <>
      <h2>
        {pick.actor ? actorName(dispute, pick.actor) : 'Statements'}
        {pick.issue && ` on ${issueLabel(pick.issue).toLowerCase()}`}
        {pick.stance && `, ${pick.stance}`}
      </h2>
      <p class="subtitle">
        {stepText(pick)}.{pick.issue && ` “${propositionOf(dispute, pick.issue)}”`}
      </p>
      {answer.problem && <Status problem>{answer.problem}</Status>}
      {answer.isLoading && <Status busy>Loading …</Status>}
      {list && !answer.isLoading && (
        <>
          <p class="total">
            <strong data-total={list.total}>{counted(list.total, 'statement')}</strong>
            {list.isCut && `, the first ${count(list.rows.length)} listed`}
          </p>
          <Missing list={list} />
          <StatementRows rows={list.rows} dispute={dispute} marking={marking} />
        </>
      )}
    </>
  );
}
