import * as Plot from '@observablehq/plot';
import { counted, stepText } from '../shaping/format.ts';
import type { StanceStep } from '../shaping/stance-steps.ts';
import { joinedBars } from './joined.ts';
import type { Target } from './target.ts';
import { dayScale, ground, middleOf, type Part, spanOf, type TimeFrame, timePlot } from './time-frame.ts';

const panelHeight = 76;
const titleHeight = 22;
const barInset = 0.5;

export interface StanceRow {
  issue: string;
  label: string;
  steps: StanceStep[];
}

/** Statements for an issue above the line, against it below, by step. `most` is the same for all issues, so that
 * their bars can be compared. */
export function stancePanel(
  row: StanceRow,
  index: number,
  most: { for: number; against: number },
  actor: string | null,
  frame: TimeFrame,
): Part {
  const sum = (stance: 'for' | 'against') => row.steps.reduce((total, step) => total + step[stance], 0);
  const bars = (stance: 'for' | 'against') =>
    Plot.rect(
      row.steps.filter((step) => step[stance] > 0),
      {
        ...spanOf,
        y1: 0,
        y2: (step: StanceStep) => (stance === 'for' ? step.for : -step.against),
        render: joinedBars(barInset, { fill: `var(--${stance})` }),
      },
    );
  const svg = timePlot(frame, {
    height: panelHeight,
    marginTop: titleHeight,
    y: { domain: [-most.against, most.for], axis: null },
    marks: [
      ...ground(frame),
      Plot.axisY([0, most.for], {
        tickSize: 0,
        color: 'var(--muted)',
        label: null,
      }),
      bars('for'),
      bars('against'),
      Plot.ruleY([0], { stroke: 'var(--muted)' }),
      Plot.text([row.label], { frameAnchor: 'top-left', dy: -16, fontSize: 13, fontWeight: 600, fill: 'var(--ink)' }),
      Plot.text([`${sum('for')} for, ${sum('against')} against`], {
        ...{ frameAnchor: 'top-right', dy: -16, fontSize: 11.5, fill: 'var(--muted)' },
      }),
    ],
  });
  return { svg, targets: targetsOf(row, index, actor, frame, svg.scale('y')!) };
}

function targetsOf(row: StanceRow, index: number, actor: string | null, frame: TimeFrame, y: Plot.Scale): Target[] {
  const x = dayScale(frame);
  return (['for', 'against'] as const).flatMap((stance, below) =>
    row.steps
      .filter((step) => step[stance] > 0)
      .map((step): Target => {
        const value = stance === 'for' ? step.for / 2 : -step.against / 2;
        return {
          ...{ x: x(middleOf(step)), y: y.apply(value) as number, row: index * 2 + below },
          lines: [`${row.label}, ${stepText(step)}`, `${counted(step[stance], 'statement')} ${stance}`],
          pick: { kind: 'statements', actor, issue: row.issue, stance, from: step.from, to: step.to },
        };
      }),
  );
}
