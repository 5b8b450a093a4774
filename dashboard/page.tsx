import { useCallback, useEffect, useMemo, useState } from 'preact/hooks';
import { CodingView } from './coding/coding-view.tsx';
import { Controls } from './controls/controls.tsx';
import { SignOut } from './controls/sign-out.tsx';
import type { Dispute } from './data/answers.ts';
import { getStances } from './data/requests.ts';
import { useAnswer } from './data/use-answer.ts';
import { EvidencePanel } from './evidence/evidence-panel.tsx';
import { useMarking } from './evidence/marking.ts';
import type { ChartPick } from './state/pick.ts';
import { useAfterPaint } from './state/use-after-paint.ts';
import { type Change, useViewState } from './state/use-view-state.ts';
import { periodOf, type ReadLink, toQuery, type View, type ViewState, views } from './state/view-state.ts';
import { MapView } from './views/map.tsx';
import { StancesView } from './views/stances.tsx';
import { StatementsView } from './views/statements.tsx';
import { Status } from './views/status.tsx';
import { TrendView } from './views/trend.tsx';

const viewNames: Record<View, string> = {
  trend: 'Trend',
  stances: 'Stances',
  map: 'Map',
  statements: 'Statements',
  coding: 'Coding',
};

/** The page: what is shown, the view, and beside it the rows behind the chosen point. */
export function Page({ disputes, first }: { disputes: Dispute[]; first: ReadLink }) {
  const { state, unknown, change } = useViewState(disputes, first);
  const dispute = disputes.find(({ id }) => id === state.dispute)!;
  // What was pressed shows at once; the views follow after the paint.
  const shown = useAfterPaint(state);
  useEffect(() => {
    document.title = `${viewNames[state.view]} – ${dispute.title} – Picketline`;
  }, [state.view, dispute]);
  return (
    <>
      <a class="skip" href="#content">
        Skip to the charts
      </a>
      <header class="top">
        <div class="titles">
          <p class="brand">Picketline</p>
          {disputes.length > 1 ? <DisputeChoice {...{ disputes, dispute, state, change }} /> : <h1>{dispute.title}</h1>}
        </div>
        <nav aria-label="Views">
          {views.map((view) => (
            <a
              key={view}
              href={`?${toQuery({ ...state, view, pick: null })}`}
              aria-current={state.view === view ? 'page' : undefined}
              onClick={(event) => {
                if (event.ctrlKey || event.metaKey || event.shiftKey) return;
                event.preventDefault();
                change({ view, pick: null });
              }}
            >
              {viewNames[view]}
            </a>
          ))}
        </nav>
        {/* Other controls come with their view: before it, they would only push about what is still there. */}
        <Controls dispute={dispute} state={{ ...state, view: shown.view }} change={change} />
      </header>
      {useMemo(
        () => (
          <Body {...{ state: shown, unknown, change }} dispute={disputes.find(({ id }) => id === shown.dispute)!} />
        ),
        [shown, unknown, change, disputes],
      )}
      <footer>
        Codebook <code>{dispute.version}</code>. Tags are made by rules and models and can be wrong: open the sentence
        before you quote a number. <SignOut />
      </footer>
    </>
  );
}

interface BodyProps {
  dispute: Dispute;
  state: ViewState;
  unknown: string[];
  change: Change;
}

/** The view, and beside it the rows behind the chosen point. */
function Body({ dispute, state, unknown, change }: BodyProps) {
  const hasPanel = state.pick !== null && state.view !== 'statements' && state.view !== 'coding';
  const marking = useMarking(dispute.id, hasPanel || state.view === 'statements');
  const { from, to, outlets } = state;
  // Trend draws its charts first: it needs the sides of all actors for its briefing alone.
  const [isDrawn, setIsDrawn] = useState(false);
  const showDrawn = useCallback(() => setIsDrawn(true), []);
  const needsStances = state.view === 'stances' || state.view === 'map' || (state.view === 'trend' && isDrawn);
  const stances = useAnswer(needsStances ? JSON.stringify([dispute.id, from, to, outlets]) : null, () =>
    getStances(state),
  );
  const onPick = useCallback((pick: ChartPick) => change({ pick }), [change]);
  const close = useCallback(() => change({ pick: null }), [change]);
  const props = { dispute, state, change, onPick };
  return (
    <div class={hasPanel ? 'body with-panel' : 'body'}>
      <main id="content" tabIndex={-1}>
        {unknown.length > 0 && (
          <Status>
            This link names what the codebook no longer has: {unknown.join(', ')}. It was left out; everything else is
            as the link says.
          </Status>
        )}
        {stances.problem && <Status problem>{stances.problem}</Status>}
        {state.view === 'trend' && <TrendView {...props} stances={stances.value} onDrawn={showDrawn} />}
        {state.view === 'stances' && <StancesView {...props} stances={stances.value} />}
        {state.view === 'map' && <MapView {...props} stances={stances.value} />}
        {state.view === 'statements' && <StatementsView {...props} marking={marking} />}
        {state.view === 'coding' && <CodingView {...props} />}
      </main>
      {hasPanel && <EvidencePanel pick={state.pick!} onClose={close} {...{ dispute, state, marking }} />}
    </div>
  );
}

interface DisputeChoiceProps {
  disputes: Dispute[];
  dispute: Dispute;
  state: ViewState;
  change: Change;
}

/** Another dispute has other actors, issues and days: only the view is kept. */
const DisputeChoice = ({ disputes, dispute, change }: DisputeChoiceProps) => (
  <h1>
    <select
      class="dispute"
      aria-label="Dispute"
      value={dispute.id}
      onChange={(event) => {
        const chosen = disputes.find(({ id }) => id === event.currentTarget.value)!;
        change({
          dispute: chosen.id,
          ...periodOf(chosen),
          actors: [],
          issues: [],
          outlets: [],
          pick: null,
          day: null,
          focus: null,
        });
      }}
    >
      {disputes.map(({ id, title }) => (
        <option key={id} value={id}>
          {title}
        </option>
      ))}
    </select>
  </h1>
);
