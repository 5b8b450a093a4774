import { useState } from 'preact/hooks';
import { messageOf } from '../../shared/errors.ts';
import { type Sampling, samplings } from '../../shared/reliability/sampling.ts';
import { type AuditView, getAudits, sendCoder, sendDraw } from '../data/audit-requests.ts';
import { useAnswer } from '../data/use-answer.ts';
import { counted, dayText } from '../shaping/format.ts';
import { Status } from '../views/status.tsx';
import type { ViewProps } from '../views/view-props.ts';
import { Benchmarks } from './benchmarks.tsx';
import { CodeUnits } from './code-units.tsx';
import { Results } from './results.tsx';

const nameKey = 'picketline.name';
const coderKey = (dispute: string, audit: string) => `picketline.coder.${dispute}.${audit}`;
const samplingNames: Record<Sampling, string> = {
  stratified: 'half statements, half others',
  random: 'at random',
  'least-confident': 'what the tagger is least sure of',
};

/** Samples drawn to be coded by people who do not see the tagger's answer: list, coding, results. */
export function CodingView({ dispute, state, change }: ViewProps) {
  const [turn, setTurn] = useState(0);
  const answer = useAnswer(JSON.stringify([dispute.id, turn]), () => getAudits(dispute.id));
  const audits = answer.value?.audits ?? [];
  const audit = audits.find(({ id }) => id === state.audit);
  return (
    <section class="figure" aria-label="Coding">
      <h2>{audit ? `Coding: ${audit.id}` : 'Coding'}</h2>
      <p class="subtitle">
        A drawn sample, coded by two or more people apart, says how far to trust the tags and corrects their shares.
      </p>
      {answer.problem && <Status problem>{answer.problem}</Status>}
      {!answer.value && answer.isLoading && <Status busy>Loading …</Status>}
      {answer.value && state.audit !== '' && !audit && <Status>There is no sample “{state.audit}”.</Status>}
      {audit ? (
        <OneAudit
          {...{ dispute: dispute.id, audit }}
          onLeave={() => {
            change({ audit: '' });
            setTurn(turn + 1);
          }}
        />
      ) : (
        answer.value && (
          <>
            <AuditList audits={audits} onOpen={(id) => change({ audit: id })} />
            <DrawForm
              {...{ dispute: dispute.id, from: state.from, to: state.to }}
              onDrawn={(id) => {
                change({ audit: id });
                setTurn(turn + 1);
              }}
            />
            <Benchmarks />
          </>
        )
      )}
    </section>
  );
}

function AuditList({ audits, onOpen }: { audits: AuditView[]; onOpen: (id: string) => void }) {
  if (audits.length === 0) return <Status>No sample has been drawn yet.</Status>;
  return (
    <ul class="audits">
      {audits.map(({ id, size, of, sampling, coders }) => (
        <li key={id}>
          <button type="button" onClick={() => onOpen(id)}>
            {id}
          </button>{' '}
          {size} of {counted(of, 'unit')}, {samplingNames[sampling]}.{' '}
          {coders.map(({ coder, coded }) => `${coder}: ${coded} coded`).join(', ')}
        </li>
      ))}
    </ul>
  );
}

interface OneAuditProps {
  dispute: string;
  audit: AuditView;
  onLeave: () => void;
}

function OneAudit({ dispute, audit, onLeave }: OneAuditProps) {
  const key = coderKey(dispute, audit.id);
  const [coder, setCoder] = useState(() => localStorage.getItem(key) ?? '');
  const [problem, setProblem] = useState<string | null>(null);
  const isDone = audit.isFinished;
  return (
    <>
      <p>
        <button type="button" onClick={onLeave}>
          All samples
        </button>
      </p>
      {isDone && <Results {...{ dispute, audit: audit.id }} name={coder || (localStorage.getItem(nameKey) ?? '')} />}
      {!isDone && coder && <CodeUnits {...{ dispute, audit: audit.id, coder }} />}
      {!isDone && !coder && (
        <form
          class="name-form"
          onSubmit={async (event) => {
            event.preventDefault();
            const name = String(new FormData(event.currentTarget).get('name') ?? '').trim();
            try {
              const taken = await sendCoder(dispute, audit.id, name);
              localStorage.setItem(key, taken.coder);
              setCoder(taken.coder);
            } catch (thrown) {
              setProblem(messageOf(thrown));
            }
          }}
        >
          <label>
            Your name, kept with your codes <input name="name" required maxLength={100} autoComplete="name" />
          </label>{' '}
          <button type="submit">Begin</button>
        </form>
      )}
      {problem && <Status problem>{problem}</Status>}
    </>
  );
}

interface DrawFormProps {
  dispute: string;
  from: string;
  to: string;
  onDrawn: (id: string) => void;
}

function DrawForm({ dispute, from, to, onDrawn }: DrawFormProps) {
  const [problem, setProblem] = useState<string | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const draw = async (form: FormData) => {
    setIsBusy(true);
    const text = (name: string) => String(form.get(name) ?? '').trim();
    try {
      const asked = { id: text('id'), size: Number(text('size')), sampling: text('sampling'), who: text('who') };
      localStorage.setItem(nameKey, asked.who);
      onDrawn((await sendDraw(dispute, { ...asked, from, to })).id);
    } catch (thrown) {
      setProblem(messageOf(thrown));
    }
    setIsBusy(false);
  };
  return (
    <form
      class="draw-form"
      aria-label="Draw a sample"
      onSubmit={(event) => {
        event.preventDefault();
        void draw(new FormData(event.currentTarget));
      }}
    >
      <h3>
        Draw a sample from {dayText(from)} to {dayText(to)}
      </h3>
      <label>
        Name <input name="id" required pattern="[a-z0-9\-]{1,40}" title="small letters, digits and hyphens" />
      </label>{' '}
      <label>
        Units <input name="size" type="number" required min={1} max={2000} value={200} />
      </label>{' '}
      <label>
        Drawn{' '}
        <select name="sampling">
          {samplings.toReversed().map((sampling) => (
            <option key={sampling} value={sampling} selected={sampling === 'stratified'}>
              {samplingNames[sampling]}
            </option>
          ))}
        </select>
      </label>{' '}
      <label>
        Your name <input name="who" required maxLength={100} autoComplete="name" />
      </label>{' '}
      <button type="submit" aria-busy={isBusy}>
        {isBusy ? 'Drawing …' : 'Draw'}
      </button>
      {problem && <Status problem>{problem}</Status>}
    </form>
  );
}
