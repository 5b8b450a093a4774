import { getTones } from '../data/requests.ts';
import { useAnswer } from '../data/use-answer.ts';
import { counted, stepText } from '../shaping/format.ts';
import { Status } from '../views/status.tsx';
import { voiceNames } from '../views/trend.tsx';
import { actorName } from '../views/view-props.ts';
import { allRows } from './all-rows.ts';
import type { EvidenceProps } from './evidence-panel.tsx';
import { Missing } from './missing.tsx';
import { ToneRows } from './rows.tsx';

/** The sentences that a point of the tone chart is the mean of. */
export function ToneEvidence({ pick, dispute, state, marking }: EvidenceProps<'tone'>) {
  const filter = {
    ...{ actor: [pick.actor], from: pick.from, to: pick.to, outlet: state.outlets },
    voice: state.voice === 'all' ? undefined : state.voice,
  };
  const answer = useAnswer(JSON.stringify([dispute.id, 'tones', filter]), () =>
    allRows(
      (cursor) => getTones(dispute.id, { ...filter, cursor }),
      ({ tones }) => tones,
    ),
  );
  const rows = answer.value?.rows ?? [];
  const articles = new Set(rows.map(({ articleId }) => articleId)).size;
  const strongest = [...rows].sort((a, b) => Math.abs(b.score) - Math.abs(a.score));
  return (
    <>
      <h2>Tone towards {actorName(dispute, pick.actor)}</h2>
      <p class="subtitle">
        {stepText(pick)}. {voiceNames[state.voice]}.
      </p>
      {answer.problem && <Status problem>{answer.problem}</Status>}
      {answer.isLoading && <Status busy>Loading …</Status>}
      {answer.value && !answer.isLoading && (
        <>
          <p class="total">
            <strong data-total={answer.value.total}>{counted(answer.value.total, 'sentence')}</strong> in{' '}
            {counted(articles, 'article')}, strongest first.
          </p>
          <Missing list={answer.value} />
          <ToneRows rows={strongest} dispute={dispute} marking={marking} />
        </>
      )}
    </>
  );
}
