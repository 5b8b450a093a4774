import * as Plot from '@observablehq/plot';
import { counted, stepText } from '../shaping/format.ts';
import type { VolumeStep } from '../shaping/volume-steps.ts';
import { joinedBars } from './joined.ts';
import { dayScale, ground, hearingLines, middleOf, type Part, spanOf, type TimeFrame, timePlot } from './time-frame.ts';

const panelHeight = 130;
const barInset = 0.5;

/** Articles by step: all copies pale, distinct texts darker, independent outlets darkest. */
export function volumePanel(steps: readonly VolumeStep[], row: number, frame: TimeFrame): Part {
  const most = Math.max(1, ...steps.map(({ copies }) => copies));
  const bars = (count: 'copies' | 'texts' | 'outlets') =>
    Plot.rect(
      steps.filter((step) => (step[count] ?? 0) > 0),
      { ...spanOf, y1: 0, y2: count, render: joinedBars(barInset, { fill: `var(--${count})` }) },
    );
  const svg = timePlot(frame, {
    height: panelHeight,
    marginTop: 10,
    y: { domain: [0, most], axis: null, nice: true },
    marks: [
      ...ground(frame),
      Plot.gridY({ ticks: Math.min(4, most), stroke: 'var(--line)', strokeOpacity: 1 }),
      Plot.axisY({
        ticks: Math.min(4, most),
        tickSize: 0,
        tickFormat: (value: number) => (Number.isInteger(value) ? String(value) : ''),
        color: 'var(--muted)',
        label: null,
      }),
      bars('copies'),
      bars('texts'),
      bars('outlets'),
      Plot.ruleY([0], { stroke: 'var(--muted)' }),
    ],
  });
  const x = dayScale(frame);
  const y = svg.scale('y')!;
  const coverageOf = new Map(frame.coverage.map((step) => [step.from, step]));
  return {
    svg,
    targets: steps.map((step) => ({
      ...{ x: x(middleOf(step)), y: y.apply(step.copies) as number, row },
      lines: [stepText(step), volumeText(step), ...hearingLines(coverageOf.get(step.from), frame.today)],
      pick: { kind: 'articles', from: step.from, to: step.to },
    })),
  };
}

/** The three counts in words; texts and outlets only where they are known. */
export const volumeText = ({ copies, texts, outlets }: VolumeStep): string =>
  texts === null || outlets === null
    ? counted(copies, 'article')
    : `${counted(copies, 'article')}: ${counted(texts, 'text')}, ${counted(outlets, 'outlet')}`;
