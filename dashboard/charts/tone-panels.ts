import * as Plot from '@observablehq/plot';
import type { CoverageStep } from '../shaping/coverage.ts';
import { counted, signed, stepText } from '../shaping/format.ts';
import type { ToneStep } from '../shaping/tone-steps.ts';
import { joinedRules } from './joined.ts';
import {
  dayScale,
  ground,
  hearingLines,
  isNarrow,
  middleOf,
  type Part,
  type TimeFrame,
  timePlot,
} from './time-frame.ts';

const panelHeight = 108;
const titleHeight = 22;

/** Tone of one actor for a panel. */
export interface ToneRow {
  actor: string;
  name: string;
  steps: ToneStep[];
  /** Of the whole period. */
  overall: { mean: number | null; n: number };
  /** Trailing mean, one value a step; the line breaks where it is null. */
  smooth: { date: Date; mean: number | null }[];
}

const radius = (n: number) => Math.min(6, 2 + Math.sqrt(n) * 0.9);

/** Mean tone by step with its 95 % interval, larger dots for more articles, and the trailing mean as a line. */
export function tonePanel(row: ToneRow, index: number, frame: TimeFrame): Part {
  const marks = row.steps.filter((step) => step.mean !== null);
  const svg = timePlot(frame, {
    height: panelHeight,
    marginTop: titleHeight,
    y: { domain: [-1, 1], axis: null },
    marks: [
      ...ground(frame),
      Plot.ruleY([-1, 1], { stroke: 'var(--line)' }),
      Plot.ruleY([0], { stroke: 'var(--muted)', strokeOpacity: 0.7 }),
      Plot.axisY([-1, 0, 1], {
        tickSize: 0,
        tickFormat: (value: number) => (value === 0 ? '0' : value > 0 ? '+1' : '−1'),
        color: 'var(--muted)',
        label: null,
      }),
      Plot.ruleX(
        marks.filter(({ low }) => low !== null),
        {
          ...{ x: middleOf, y1: 'low', y2: 'high' },
          render: joinedRules({ stroke: 'var(--accent)', 'stroke-opacity': 0.28, 'stroke-width': 2.5 }),
        },
      ),
      Plot.line(row.smooth, {
        x: 'date',
        y: ({ mean }) => mean ?? Number.NaN,
        stroke: 'var(--accent)',
        strokeWidth: 1.5,
        strokeOpacity: 0.75,
      }),
      dots(
        marks.filter(({ n }) => n > 1),
        'var(--accent)',
      ),
      dots(
        marks.filter(({ n }) => n === 1),
        'var(--paper)',
      ),
      Plot.text([row.name], { frameAnchor: 'top-left', dy: -16, fontSize: 13, fontWeight: 600, fill: 'var(--ink)' }),
      Plot.text([overallText(row, frame.width)], {
        frameAnchor: 'top-right',
        dy: -16,
        fontSize: 11.5,
        fill: 'var(--muted)',
      }),
    ],
  });
  const x = dayScale(frame);
  const y = svg.scale('y')!;
  const coverageOf = new Map(frame.coverage.map((step) => [step.from, step]));
  return {
    svg,
    targets: marks.map((step) => ({
      ...{ x: x(middleOf(step)), y: y.apply(step.mean) as number, row: index },
      lines: toneLines(row.name, step, coverageOf.get(step.from), frame.today),
      pick: { kind: 'tone', actor: row.actor, from: step.from, to: step.to },
    })),
  };
}

const dots = (steps: readonly ToneStep[], fill: string) =>
  Plot.dot(steps, {
    ...{ x: middleOf, y: 'mean', r: ({ n }: ToneStep) => radius(n) },
    ...{ fill, stroke: 'var(--accent)', strokeWidth: 1.4 },
  });

function overallText({ overall: { mean, n } }: ToneRow, width: number): string {
  if (isNarrow(width)) return mean === null ? '' : signed(mean);
  return mean === null ? 'not evaluated in this period' : `mean ${signed(mean)}, ${counted(n, 'article')}`;
}

function toneLines(name: string, step: ToneStep, coverage: CoverageStep | undefined, today: string): string[] {
  const interval = step.low === null ? '' : ` (95 %: ${signed(step.low)} to ${signed(step.high!)})`;
  return [
    `${name}, ${stepText(step)}`,
    `Tone ${signed(step.mean!)}${interval}`,
    `n = ${counted(step.n, 'article')}, ${counted(step.sentences, 'sentence')}`,
    ...hearingLines(coverage, today),
  ];
}
