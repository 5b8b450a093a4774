import { useState } from 'preact/hooks';
import { messageOf } from '../../shared/errors.ts';
import type { UnitView } from '../../shared/reliability/unit-view.ts';
import { getNext, sendCode } from '../data/audit-requests.ts';
import { useAnswer } from '../data/use-answer.ts';
import { Status } from '../views/status.tsx';
import { CodeChoice } from './code-choice.tsx';
import { UnitText } from './unit-text.tsx';

/** One drawn unit after another, as the coder finds them: nothing tells what the tagger or anybody else says. */
export function CodeUnits({ dispute, audit, coder }: { dispute: string; audit: string; coder: string }) {
  const [turn, setTurn] = useState(0);
  const [problem, setProblem] = useState<string | null>(null);
  const [last, setLast] = useState<UnitView | null>(null);
  /** The unit before, opened again to be coded otherwise. */
  const [again, setAgain] = useState<UnitView | null>(null);
  const next = useAnswer(JSON.stringify([dispute, audit, coder, turn]), () => getNext(dispute, audit, coder));
  if (next.problem) return <Status problem>{next.problem}</Status>;
  if (!next.value) return <Status busy>Loading …</Status>;
  const { coded, size } = next.value;
  const unit = again ?? next.value.unit;
  const undo = last && !again && (
    <button type="button" onClick={() => setAgain(last)}>
      Code the one before again
    </button>
  );
  if (!unit)
    return (
      <>
        <Status>You have coded all {size} units. Thank you. Results show once every coder is done.</Status>
        {undo}
      </>
    );
  return (
    <section class="coding-unit" aria-label="Unit to code" aria-busy={next.isLoading}>
      <p class="total" role="status">
        <strong>{again ? coded : coded + 1}</strong> of {size}
      </p>
      <progress value={coded} max={size} aria-label="Coded" />
      <UnitText unit={unit} />
      <CodeChoice
        unit={`${unit.id} ${turn} ${again !== null}`}
        onCode={async (code, voice) => {
          if (next.isLoading) return;
          try {
            await sendCode(dispute, audit, { unit: unit.id, code, voice, who: coder });
            setLast(unit);
            setAgain(null);
            setProblem(null);
            setTurn(turn + 1);
          } catch (thrown) {
            setProblem(messageOf(thrown));
          }
        }}
      />
      {undo}
      {problem && <Status problem>{problem}</Status>}
    </section>
  );
}
