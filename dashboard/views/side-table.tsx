import { type HeldSide, sideOn } from '../../shared/trend/stance-history.ts';
import { DayChoice } from '../controls/day-choice.tsx';
import type { StanceCell } from '../data/answers.ts';
import { addDays } from '../shaping/days.ts';
import { counted, dayText, issueLabel } from '../shaping/format.ts';
import { cellTotal, sideMarks } from '../shaping/stance-steps.ts';
import { actorName, propositionOf, type ViewProps } from './view-props.ts';

interface SideTableProps extends ViewProps {
  cells: StanceCell[];
  issues: string[];
}

/** A change within these days of the day looked at is marked. */
const recentDays = 14;

/** Who holds which side on a day: actors down, issues across; each cell opens the statements it rests on. */
export function SideTable({ dispute, state, change, onPick, cells, issues }: SideTableProps) {
  const { from, to } = state;
  const lastDay =
    cells
      .flatMap(({ days }) => days.map(({ day }) => day))
      .sort()
      .at(-1) ?? from;
  const day = state.day && state.day >= from && state.day <= to ? state.day : lastDay;
  const until = (cell: StanceCell | undefined) => cellTotal(cell, from, day);
  const size = (cell: StanceCell | undefined) => Object.values(until(cell)).reduce((sum, number) => sum + number, 0);
  const actors = [...new Set(cells.map(({ actor }) => actor))]
    .map((actor) => ({
      actor,
      own: cells.filter((cell) => cell.actor === actor),
    }))
    .map((row) => ({ ...row, statements: row.own.reduce((sum, cell) => sum + size(cell), 0) }))
    .filter(({ statements }) => statements > 0)
    .sort((a, b) => b.statements - a.statements);
  return (
    <section class="figure" aria-label="Who holds which side">
      <div class="figure-head">
        <div>
          <h2>Who holds which side</h2>
          <p class="subtitle">
            The side each actor’s statements add up to on the day, and since when. Each cell opens its statements.
          </p>
        </div>
      </div>
      <DayChoice {...{ from, to, day }} onChange={(chosen) => change({ day: chosen })} />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard (WCAG 2.1.1) */}
      <section class="sides" tabIndex={0} aria-label="Sides by actor and issue">
        <table>
          <thead>
            <tr>
              <th scope="col">Actor</th>
              {issues.map((issue) => (
                <th key={issue} scope="col" title={propositionOf(dispute, issue)}>
                  {issueLabel(issue)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {actors.map(({ actor, own }) => (
              <tr key={actor}>
                <th scope="row">{actorName(dispute, actor)}</th>
                {issues.map((issue) => {
                  const cell = own.find((each) => each.issue === issue);
                  const held = cell && sideOn(cell.history, day);
                  return (
                    <td key={issue}>
                      {held ? (
                        <SideCell
                          held={held}
                          statements={size(cell)}
                          isRecent={held.from > addDays(day, -recentDays) && held.previous !== null}
                          onOpen={() => onPick({ kind: 'statements', actor, issue, stance: null, from, to: day })}
                        />
                      ) : (
                        <span class="muted">–</span>
                      )}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <details class="propositions">
        <summary>What the issues ask</summary>
        <dl>
          {issues.map((issue) => (
            <div key={issue}>
              <dt>{issueLabel(issue)}</dt>
              <dd>{propositionOf(dispute, issue)}</dd>
            </div>
          ))}
        </dl>
      </details>
    </section>
  );
}

interface SideCellProps {
  held: HeldSide;
  statements: number;
  isRecent: boolean;
  onOpen: () => void;
}

const SideCell = ({ held, statements, isRecent, onOpen }: SideCellProps) => (
  <button type="button" class={isRecent ? 'side-cell recent' : 'side-cell'} onClick={onOpen}>
    <span class={`side ${held.side}`}>
      <span aria-hidden="true">{sideMarks[held.side].sign}</span> {sideMarks[held.side].text}
    </span>
    <small>since {dayText(held.from)}</small>
    {isRecent && <small>was {held.previous}</small>}
    <small>{counted(statements, 'statement')}</small>
  </button>
);
