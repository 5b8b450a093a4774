import * as Plot from '@observablehq/plot';
import type { Estimate } from '../../shared/reliability/bootstrap.ts';
import type { Step } from '../shaping/days.ts';
import { percent, stepText } from '../shaping/format.ts';
import { joinedRules } from './joined.ts';
import { dayScale, ground, middleOf, type Part, type TimeFrame, timePlot } from './time-frame.ts';

const panelHeight = 92;
const titleHeight = 22;
const radius = 4;

/** Share for of an issue in a step: as tagged, and corrected by a coded sample. */
export interface ShareStep extends Step {
  for: number;
  against: number;
  raw: number | null;
  corrected: Estimate | null;
}

export interface ShareRow {
  issue: string;
  label: string;
  steps: ShareStep[];
}

/** Shares for by step: as tagged hollow, corrected filled with their 95 % interval. */
export function sharePanel(row: ShareRow, index: number, frame: TimeFrame): Part {
  const tagged = row.steps.filter((step) => step.raw !== null);
  const corrected = row.steps.filter((step) => step.corrected !== null);
  const svg = timePlot(frame, {
    height: panelHeight,
    marginTop: titleHeight,
    y: { domain: [0, 1], axis: null },
    marks: [
      ...ground(frame),
      Plot.ruleY([0, 1], { stroke: 'var(--line)' }),
      Plot.ruleY([0.5], { stroke: 'var(--muted)', strokeOpacity: 0.7 }),
      Plot.axisY([0, 0.5, 1], {
        tickSize: 0,
        tickFormat: (share: number) => String(100 * share),
        color: 'var(--muted)',
        label: null,
      }),
      Plot.ruleX(corrected, {
        ...{ x: middleOf, y1: (step: ShareStep) => step.corrected!.low, y2: (step: ShareStep) => step.corrected!.high },
        render: joinedRules({ stroke: 'var(--accent)', 'stroke-opacity': 0.4, 'stroke-width': 3 }),
      }),
      Plot.dot(corrected, {
        ...{ x: middleOf, y: (step: ShareStep) => step.corrected!.value, r: radius, fill: 'var(--accent)' },
      }),
      Plot.dot(tagged, {
        x: middleOf,
        y: 'raw',
        r: radius,
        fill: 'var(--paper)',
        stroke: 'var(--ink)',
        strokeWidth: 1.2,
      }),
      Plot.text([row.label], { frameAnchor: 'top-left', dy: -16, fontSize: 13, fontWeight: 600, fill: 'var(--ink)' }),
    ],
  });
  const x = dayScale(frame);
  const y = svg.scale('y')!;
  return {
    svg,
    targets: tagged.map((step) => ({
      ...{ x: x(middleOf(step)), y: y.apply(step.corrected?.value ?? step.raw) as number, row: index },
      lines: shareLines(row.label, step),
      pick: { kind: 'statements', actor: null, issue: row.issue, stance: null, from: step.from, to: step.to },
    })),
  };
}

function shareLines(label: string, step: ShareStep): string[] {
  const { raw, corrected } = step;
  return [
    `${label}, ${stepText(step)}`,
    `As tagged: ${percent(raw!)} for (${step.for} for, ${step.against} against)`,
    corrected === null
      ? 'Corrected: the coded sample can’t tell'
      : `Corrected: ${percent(corrected.value)} (95 %: ${percent(corrected.low)} to ${percent(corrected.high)})`,
  ];
}
