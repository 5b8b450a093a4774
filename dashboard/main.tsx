import { render } from 'preact';
import { useCallback, useEffect, useMemo, useState } from 'preact/hooks';
import {
  type Dispute,
  getDisputes,
  getSeries,
  getStatements,
  getTones,
  type SeriesAnswer,
  type StatementView,
  type ToneView,
} from './api.ts';
import { Chart } from './chart.tsx';
import { countsText, coverageChart, toneChart, volumeChart } from './charts.ts';
import { Controls } from './controls.tsx';
import { EvidenceTables } from './evidence-tables.tsx';
import { coverageDays, type Step, steps } from './steps.ts';
import { readViewState, toQuery, type ViewState } from './view-state.ts';

interface Evidence {
  statements: StatementView[];
  tones: ToneView[];
}

/** The page: charts of the chosen actors, and the rows behind the chosen step. */
function Page({ disputes, first }: { disputes: Dispute[]; first: ViewState }) {
  const [state, setState] = useState(first);
  const [answer, setAnswer] = useState<SeriesAnswer | null>(null);
  const [evidence, setEvidence] = useState<Evidence | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const dispute = disputes.find(({ id }) => id === state.dispute) ?? disputes[0]!;
  const length = state.step === 'day' ? 1 : 7;
  const change = useCallback((changes: Partial<ViewState>) => setState((old) => ({ ...old, ...changes })), []);

  useEffect(() => history.replaceState(null, '', `?${toQuery(state)}`), [state]);
  useEffect(() => {
    setProblem(null);
    getSeries(state.dispute, state.actors, state.from, state.to).then(setAnswer, (error: Error) =>
      setProblem(error.message),
    );
  }, [state.dispute, state.actors, state.from, state.to]);

  const whole = useMemo(() => {
    const points = answer?.series.find(({ actor }) => actor === '*')?.points ?? [];
    return answer ? steps(points, 'all', answer.from, answer.to, length) : [];
  }, [answer, length]);
  const chosen = whole.find(({ from }) => from === state.day) ?? null;

  useEffect(() => {
    setEvidence(null);
    if (!chosen || state.actors.length === 0) return;
    const rows = [state.dispute, state.actors, chosen.from, chosen.to] as const;
    Promise.all([getStatements(...rows), getTones(...rows)]).then(
      ([{ statements }, { tones }]) => setEvidence({ statements, tones }),
      (error: Error) => setProblem(error.message),
    );
  }, [chosen?.from, chosen?.to, state.actors, state.dispute]);

  const pick = useCallback((step: Step) => change({ day: step.from }), [change]);
  const drawTone = useCallback(() => {
    const actors = (answer?.series ?? [])
      .filter(({ actor }) => actor !== '*')
      .map(({ actor, points }) => ({
        name: dispute.actors.find(({ id }) => id === actor)?.name ?? actor,
        steps: steps(points, state.voice, answer!.from, answer!.to, length),
      }));
    return toneChart(actors, dispute.events, state.from, state.to);
  }, [answer, state.voice, length]);
  const drawVolume = useCallback(() => volumeChart(whole, dispute.events, state.from, state.to), [whole]);
  const drawCoverage = useCallback(
    () => coverageChart(coverageDays(answer?.coverage ?? []), state.from, state.to),
    [answer],
  );

  return (
    <>
      <header>
        <h1>{dispute.title}</h1>
        <p>
          Codebook <code>{dispute.version}</code>. Click a mark to read the sentences behind it.
        </p>
      </header>
      <Controls disputes={disputes} dispute={dispute} state={state} change={change} />
      {problem && <p class="status problem">{problem}</p>}
      {state.actors.length === 0 && <p class="status">Choose at least one actor.</p>}
      {answer && (
        <section>
          <h2>Tone</h2>
          <Chart label="Tone of the chosen actors over time" draw={drawTone} onPick={pick} />
          <h2>
            Articles <small>by day: pale copies, dark distinct texts</small>
          </h2>
          <Chart label="Articles over time" draw={drawVolume} onPick={pick} />
          <h2>
            Feeds <small>hatched: the share not heard, so a dip above may be ours</small>
          </h2>
          <Chart label="Feeds heard by day" draw={drawCoverage} />
        </section>
      )}
      {chosen && (
        <section aria-live="polite">
          <h2>
            {chosen.from === chosen.to ? chosen.from : `${chosen.from} to ${chosen.to}`}: {countsText(chosen)}
          </h2>
          {evidence ? <EvidenceTables dispute={dispute} {...evidence} /> : <p class="status">Loading …</p>}
        </section>
      )}
    </>
  );
}

const app = document.getElementById('app')!;
const show = (text: string) => {
  app.textContent = text;
};

getDisputes().then(
  (disputes) => {
    const first = readViewState(new URLSearchParams(location.search), disputes);
    if (!first) return show('No codebook is published yet. Run `picketline codebook publish FILE`.');
    app.replaceChildren();
    render(<Page disputes={disputes} first={first} />, app);
  },
  (error: Error) => show(`The page can't reach its server: ${error.message}`),
);
