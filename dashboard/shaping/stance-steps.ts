import type { Side } from '../../shared/trend/stance-history.ts';
import type { StanceCell } from '../data/answers.ts';
import { byStep, type Step } from './days.ts';

export interface StanceStep extends Step {
  for: number;
  against: number;
  neutral: number;
}

const nothing = { for: 0, against: 0, neutral: 0 };

/** Statements of the cells by step and stance. */
export function stanceSteps(cells: readonly StanceCell[], steps: readonly Step[]): StanceStep[] {
  const groups = byStep(
    cells.flatMap(({ days }) => days),
    steps,
  );
  return steps.map((step, index) =>
    groups[index]!.reduce<StanceStep>(
      (sum, day) => ({
        from: sum.from,
        to: sum.to,
        for: sum.for + day.for,
        against: sum.against + day.against,
        neutral: sum.neutral + day.neutral,
      }),
      { ...step, ...nothing },
    ),
  );
}

/** Cells of the chosen actors and issues; of all where none is chosen. */
export const chosenCells = (cells: readonly StanceCell[], actors: readonly string[], issues: readonly string[]) =>
  cells.filter(
    (cell) =>
      (actors.length === 0 || actors.includes(cell.actor)) && (issues.length === 0 || issues.includes(cell.issue)),
  );

/** Statements of a cell in all, within a period. */
export function cellTotal(cell: StanceCell | undefined, from: string, to: string) {
  const days = (cell?.days ?? []).filter(({ day }) => day >= from && day <= to);
  return days.reduce(
    (sum, day) => ({
      for: sum.for + day.for,
      against: sum.against + day.against,
      neutral: sum.neutral + day.neutral,
    }),
    nothing,
  );
}

/** How a side is drawn and said, told apart by sign as well as by colour. */
export const sideMarks: Record<Side, { sign: string; text: string }> = {
  for: { sign: '▲', text: 'for' },
  against: { sign: '▼', text: 'against' },
  divided: { sign: '◆', text: 'divided' },
  neutral: { sign: '○', text: 'neutral' },
};
