import { useState } from 'preact/hooks';
import type { Dispute, Voice } from '../data/answers.ts';
import { getOutlets } from '../data/requests.ts';
import { useAnswer } from '../data/use-answer.ts';
import { fittingLength, type StepLength } from '../shaping/days.ts';
import { issueLabel } from '../shaping/format.ts';
import type { Change } from '../state/use-view-state.ts';
import type { ViewState } from '../state/view-state.ts';
import { voiceNames } from '../views/trend.tsx';
import { MultiSelect } from './multi-select.tsx';
import { Period } from './period.tsx';

interface ControlsProps {
  dispute: Dispute;
  state: ViewState;
  change: Change;
}

const stepNames: Record<StepLength, string> = { day: 'day', week: 'week', month: 'month' };

/** What is shown: period, actors, issues, outlets; and of each view what it alone can vary. */
export function Controls({ dispute, state, change }: ControlsProps) {
  const { from, to } = state;
  const isTimed = state.view === 'trend' || state.view === 'stances';
  return (
    <form class="controls" aria-label="What is shown" onSubmit={(event) => event.preventDefault()}>
      <Period
        {...{ dispute, from, to }}
        onChange={(period) => change({ ...period, step: fittingLength(period.from, period.to), pick: null })}
      />
      {/* A sample is drawn of a period, whole: chosen by actor or outlet, it would stand for nothing. */}
      {state.view === 'coding' ? null : <Filters {...{ dispute, state, change }} />}
      {state.view === 'trend' && (
        <fieldset class="segments">
          <legend class="visually-hidden">Whose words</legend>
          {(Object.keys(voiceNames) as Voice[]).map((voice) => (
            <label key={voice}>
              <input
                type="radio"
                name="voice"
                value={voice}
                checked={state.voice === voice}
                onChange={() => change({ voice })}
              />
              <span>{voiceNames[voice]}</span>
            </label>
          ))}
        </fieldset>
      )}
      {isTimed && (
        <label class="field">
          <span class="label">By</span>
          <select
            value={state.step}
            onChange={(event) => change({ step: event.currentTarget.value as StepLength, pick: null })}
          >
            {Object.entries(stepNames).map(([length, name]) => (
              <option key={length} value={length}>
                {name}
              </option>
            ))}
          </select>
        </label>
      )}
    </form>
  );
}

/** Whose tags, on what, and in which outlets. */
function Filters({ dispute, state, change }: ControlsProps) {
  const { from, to } = state;
  const [isAsked, setIsAsked] = useState(false);
  const outlets = useAnswer(isAsked ? JSON.stringify([dispute.id, from, to]) : null, () =>
    getOutlets({ dispute: dispute.id, from, to }),
  );
  const listed = outlets.value?.outlets ?? [];
  const unlisted = state.outlets.filter((name) => !listed.some(({ outlet }) => outlet === name));
  return (
    <>
      <MultiSelect
        label="Actors"
        none={state.view === 'trend' ? 'Most quoted' : 'All'}
        options={dispute.actors}
        chosen={state.actors}
        onChange={(actors) => change({ actors })}
      />
      {state.view !== 'trend' && (
        <MultiSelect
          label="Issues"
          none="All"
          options={dispute.issues.map(({ id }) => ({ id, name: issueLabel(id) }))}
          chosen={state.issues}
          onChange={(issues) => change({ issues })}
        />
      )}
      <MultiSelect
        label="Outlets"
        none="All"
        options={[
          ...listed.map(({ outlet, articles }) => ({ id: outlet, name: outlet, detail: String(articles) })),
          ...unlisted.map((outlet) => ({ id: outlet, name: outlet, detail: '0' })),
        ]}
        chosen={state.outlets}
        onChange={(chosen) => change({ outlets: chosen })}
        onOpen={() => setIsAsked(true)}
      />
    </>
  );
}
