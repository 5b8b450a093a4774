import type { Dispute, Voice } from './api.ts';
import type { ViewState } from './view-state.ts';

interface ControlsProps {
  disputes: Dispute[];
  dispute: Dispute;
  state: ViewState;
  change: (changes: Partial<ViewState>) => void;
}

const voiceNames: Record<Voice, string> = {
  all: 'All',
  outlet: "Outlets' own words",
  quoted: 'What others say of them',
};

/** What is shown: dispute, period, actors, whose words, and the length of a step. */
export function Controls({ disputes, dispute, state, change }: ControlsProps) {
  const toggle = (id: string) =>
    change({
      actors: state.actors.includes(id) ? state.actors.filter((actor) => actor !== id) : [...state.actors, id],
    });
  return (
    <form class="controls" onSubmit={(event) => event.preventDefault()}>
      {disputes.length > 1 && (
        <label>
          Dispute{' '}
          <select value={dispute.id} onChange={(event) => change({ dispute: event.currentTarget.value, actors: [] })}>
            {disputes.map(({ id, title }) => (
              <option key={id} value={id}>
                {title}
              </option>
            ))}
          </select>
        </label>
      )}
      <label>
        From <input type="date" value={state.from} onChange={(event) => change({ from: event.currentTarget.value })} />
      </label>
      <label>
        To <input type="date" value={state.to} onChange={(event) => change({ to: event.currentTarget.value })} />
      </label>
      <label>
        Whose words{' '}
        <select value={state.voice} onChange={(event) => change({ voice: event.currentTarget.value as Voice })}>
          {Object.entries(voiceNames).map(([voice, name]) => (
            <option key={voice} value={voice}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <label>
        By{' '}
        <select
          value={state.step}
          onChange={(event) => change({ step: event.currentTarget.value as ViewState['step'], day: null })}
        >
          <option value="week">week</option>
          <option value="day">day</option>
        </select>
      </label>
      <fieldset>
        <legend>Actors</legend>
        {dispute.actors.map(({ id, name }) => (
          <label key={id} class="actor">
            <input type="checkbox" checked={state.actors.includes(id)} onChange={() => toggle(id)} /> {name}
          </label>
        ))}
      </fieldset>
    </form>
  );
}
