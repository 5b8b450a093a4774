import * as Plot from '@observablehq/plot';
import type { DisputeEvent } from '../data/answers.ts';
import { dayScale, middleOf, type Part, type TimeFrame, timePlot } from './time-frame.ts';

const rowHeight = 14;
const rows = 3;
/** Width of a letter, near enough to keep labels apart. */
const letter = 5.9;
const gap = 10;

interface Placed {
  event: DisputeEvent;
  row: number;
  isTurned: boolean;
}

/** The dispute's events above a chart: as many labels as fit without touching; the others keep their line and a dot. */
export function eventStrip(frame: TimeFrame): Part {
  const labels = placed(frame);
  const used = labels.length > 0 ? Math.max(...labels.map(({ row }) => row)) + 1 : 0;
  const height = used * rowHeight + 12;
  const x = ({ event }: Placed) => middleOf({ from: event.date, to: event.date });
  const text = (isTurned: boolean) =>
    Plot.text(
      labels.filter((label) => label.isTurned === isTurned),
      {
        x,
        y: (label: Placed) => label.row,
        text: (label: Placed) => label.event.label,
        textAnchor: isTurned ? 'end' : 'start',
        dx: isTurned ? -4 : 4,
        fill: 'var(--muted)',
        fontSize: 11,
      },
    );
  const svg = timePlot(frame, {
    height,
    marginBottom: 2,
    y: { domain: [-0.5, Math.max(used, 1) - 0.1], range: [4, height - 4], axis: null },
    marks: [
      Plot.ruleX(labels, {
        x,
        y1: (label: Placed) => label.row - 0.3,
        y2: used,
        stroke: 'var(--muted)',
        strokeOpacity: 0.45,
        strokeDasharray: '2,3',
      }),
      Plot.dot(frame.events, {
        x: (event: DisputeEvent) => middleOf({ from: event.date, to: event.date }),
        frameAnchor: 'bottom',
        r: 2.2,
        fill: 'var(--muted)',
      }),
      text(false),
      text(true),
    ],
  });
  svg.classList.add('events');
  return { svg, targets: [] };
}

function placed(frame: TimeFrame): Placed[] {
  const scale = dayScale(frame);
  const ends: number[] = Array(rows).fill(0);
  const list: Placed[] = [];
  for (const event of frame.events) {
    const x = scale(middleOf({ from: event.date, to: event.date }));
    const length = event.label.length * letter + gap;
    const isTurned = x + length > frame.width;
    const start = isTurned ? x - length : x;
    const row = ends.findIndex((end) => end <= start);
    if (row === -1 || start < 0) continue;
    ends[row] = start + length;
    list.push({ event, row, isTurned });
  }
  return list;
}
