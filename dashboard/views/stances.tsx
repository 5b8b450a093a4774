import { useCallback, useMemo } from 'preact/hooks';
import { sideOf } from '../../shared/trend/stance-history.ts';
import { ChartFrame } from '../charts/chart-frame.tsx';
import { type Lane, lanesPart } from '../charts/lanes.ts';
import { stackedChart } from '../charts/stacked-chart.ts';
import { stancePanel } from '../charts/stance-panels.ts';
import { type TimeFrame, timeMargin } from '../charts/time-frame.ts';
import type { StancesAnswer } from '../data/answers.ts';
import { getCoverage } from '../data/requests.ts';
import { useAnswer } from '../data/use-answer.ts';
import { coverageSteps } from '../shaping/coverage.ts';
import { addDays, stepsOf } from '../shaping/days.ts';
import { dayText, issueLabel } from '../shaping/format.ts';
import { chosenCells, stanceSteps } from '../shaping/stance-steps.ts';
import { laneTable, stanceTable } from '../shaping/stance-tables.ts';
import { CorrectedShares } from './corrected-shares.tsx';
import { SideTable } from './side-table.tsx';
import { Status } from './status.tsx';
import { CoverageKeys } from './trend.tsx';
import { actorName, eventsIn, propositionOf, sourceText, type ViewProps } from './view-props.ts';

/** For and against by issue over time, who holds which side on a day, and when that changed. */
export function StancesView({ stances, ...props }: ViewProps & { stances: StancesAnswer | null }) {
  const { dispute, state, change, onPick } = props;
  const { from, to, step, pick } = state;
  const feeds = useAnswer(JSON.stringify([dispute.id, from, to]), () => getCoverage(state));
  const steps = useMemo(() => stepsOf(from, to, step), [from, to, step]);
  const coverage = useMemo(() => coverageSteps(feeds.value?.days ?? [], steps), [feeds.value, steps]);
  const cells = useMemo(
    () => chosenCells(stances?.cells ?? [], state.actors, state.issues),
    [stances, state.actors, state.issues],
  );
  const issues = useMemo(
    () => dispute.issues.map(({ id }) => id).filter((id) => state.issues.length === 0 || state.issues.includes(id)),
    [dispute, state.issues],
  );
  const rows = useMemo(
    () =>
      issues.map((issue) => ({
        ...{ issue, label: issueLabel(issue) },
        steps: stanceSteps(
          cells.filter((cell) => cell.issue === issue),
          steps,
        ),
      })),
    [cells, issues, steps],
  );
  const focus = state.focus && issues.includes(state.focus) ? state.focus : (issues[0] ?? null);
  const lanes = useMemo(
    () =>
      cells
        .filter((cell) => cell.issue === focus)
        .map((cell): Lane => laneOf(cell, actorName(dispute, cell.actor), to)),
    [cells, focus, dispute, to],
  );
  const frame = useCallback(
    (id: string, width: number): TimeFrame => ({
      ...{ id, width, marginLeft: timeMargin(width), from, to, coverage },
      ...{ today: dispute.today, events: eventsIn(dispute, from, to) },
    }),
    [from, to, coverage, dispute],
  );
  const only = state.actors.length === 1 ? state.actors[0]! : null;
  const drawRows = useCallback(
    (width: number) => {
      const shared = frame('stances', width);
      const all = rows.flatMap((row) => row.steps);
      const most = {
        for: Math.max(1, ...all.map((each) => each.for)),
        against: Math.max(1, ...all.map((each) => each.against)),
      };
      return stackedChart(
        shared,
        rows.map((row, index) => () => stancePanel(row, index, most, only, shared)),
      );
    },
    [frame, rows, only],
  );
  const drawLanes = useCallback(
    (width: number) => {
      const shared = { ...frame('lanes', width), marginLeft: width < 560 ? 112 : 200 };
      return stackedChart(shared, [() => lanesPart(lanes, focus ?? '', shared)], false);
    },
    [frame, lanes, focus],
  );
  if (!stances) return <Status busy>Loading …</Status>;
  const period = `${dayText(from)} to ${dayText(to)}`;
  const whose = state.actors.length === 0 ? 'All actors' : state.actors.map((id) => actorName(dispute, id)).join(', ');
  const source = sourceText(dispute);
  return (
    <>
      {cells.length === 0 && (
        <Status>
          No statement by the chosen actors on the chosen issues from {period}. Choose others, or another period.
        </Status>
      )}
      <SideTable {...props} cells={cells} issues={issues} />
      <ChartFrame
        title="For and against over time"
        subtitle={
          <span class="keys">
            {whose}. Statements by {step}: <span class="key for">for</span> above the line,{' '}
            <span class="key against">against</span> below · <CoverageKeys />
          </span>
        }
        name={`stances-${dispute.id}-${from}-${to}`}
        caption={{ title: 'For and against over time', subtitle: `${whose}, statements by ${step}, ${period}`, source }}
        draw={drawRows}
        table={() => stanceTable(rows)}
        picked={pick}
        onPick={onPick}
      />
      {focus && (
        <ChartFrame
          title={`Who stood where: ${issueLabel(focus)}`}
          subtitle={
            <span class="keys">
              “{propositionOf(dispute, focus)}” <span class="key for">for</span>{' '}
              <span class="key against">against</span> <span class="key divided">divided</span>{' '}
              <span class="key neutral">neutral</span>; thin where nothing more was heard.
            </span>
          }
          name={`sides-${dispute.id}-${focus}-${from}-${to}`}
          caption={{
            title: `Who stood where: ${issueLabel(focus)}`,
            subtitle: `${propositionOf(dispute, focus)} ${period}`,
            source,
          }}
          draw={drawLanes}
          table={() => laneTable(lanes)}
          picked={pick}
          onPick={onPick}
        >
          <label class="inline">
            Issue{' '}
            <select value={focus} onChange={(event) => change({ focus: event.currentTarget.value })}>
              {issues.map((issue) => (
                <option key={issue} value={issue}>
                  {issueLabel(issue)}
                </option>
              ))}
            </select>
          </label>
        </ChartFrame>
      )}
      <CorrectedShares {...props} issues={issues} frame={frame} />
    </>
  );
}

function laneOf({ actor, days, history }: StancesAnswer['cells'][number], name: string, to: string): Lane {
  return {
    ...{ actor, name },
    stretches: history.map(({ from, lastHeard, side }, index) => {
      const next = history[index + 1];
      return { from, lastHeard, side, to: next ? addDays(next.from, -1) : to };
    }),
    days: days.map((day) => ({ day: day.day, side: sideOf(day)!, statements: day.for + day.against + day.neutral })),
  };
}
