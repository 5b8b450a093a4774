import * as Plot from '@observablehq/plot';
import type { Side } from '../../shared/trend/stance-history.ts';
import { dayEnd, dayStart } from '../shaping/days.ts';
import { counted, dayText } from '../shaping/format.ts';
import { dayScale, ground, middleOf, type Part, type TimeFrame, timePlot } from './time-frame.ts';

const laneHeight = 24;
const top = 8;

/** An actor's way with one issue: stretches of one side, and the days on which they spoke. */
export interface Lane {
  actor: string;
  name: string;
  stretches: { from: string; to: string; lastHeard: string; side: Side }[];
  days: { day: string; side: Side; statements: number }[];
}

/** One line an actor: coloured by the side held, faint after it was last heard; a dot for each day with a statement. */
export function lanesPart(lanes: readonly Lane[], issue: string, frame: TimeFrame): Part {
  const height = top + lanes.length * laneHeight + 6;
  const middle = (index: number) => top + (index + 0.5) * laneHeight;
  const stretches = lanes.flatMap((lane, index) => lane.stretches.map((stretch) => ({ ...stretch, index })));
  const days = lanes.flatMap((lane, index) => lane.days.map((day) => ({ ...day, index, lane })));
  const line = (kind: 'heard' | 'kept') =>
    Plot.link(stretches, {
      x1: ({ from, lastHeard }) => (kind === 'heard' ? dayStart(from) : dayEnd(lastHeard)),
      x2: ({ to, lastHeard }) => (kind === 'heard' ? dayEnd(lastHeard) : dayEnd(to)),
      y1: ({ index }) => middle(index),
      y2: ({ index }) => middle(index),
      stroke: ({ side }) => `var(--${side})`,
      strokeOpacity: kind === 'heard' ? 0.85 : 0.3,
      strokeWidth: kind === 'heard' ? 4 : 2,
    });
  const svg = timePlot(frame, {
    height,
    marginTop: 0,
    marginBottom: 0,
    y: { domain: [0, height], range: [0, height], axis: null },
    marks: [
      ...ground(frame),
      line('kept'),
      line('heard'),
      Plot.dot(days, {
        x: ({ day }) => middleOf({ from: day, to: day }),
        y: ({ index }) => middle(index),
        r: ({ statements }) => Math.min(7, 3 + Math.sqrt(statements)),
        symbol: 'circle',
        fill: ({ side }) => `var(--${side})`,
        stroke: 'var(--paper)',
      }),
      Plot.text(lanes, {
        x: null,
        frameAnchor: 'left',
        y: (_: Lane, index: number) => middle(index),
        text: ({ name }: Lane) => shortened(name, frame.marginLeft),
        textAnchor: 'end',
        dx: -8,
        fontSize: 12,
        fill: 'var(--ink)',
      }),
    ],
  });
  const x = dayScale(frame);
  return {
    svg,
    targets: days.map(({ day, side, statements, index, lane }) => ({
      ...{ x: x(middleOf({ from: day, to: day })), y: middle(index), row: index },
      lines: [`${lane.name}, ${dayText(day)}`, `${side}: ${counted(statements, 'statement')}`],
      pick: { kind: 'statements', actor: lane.actor, issue, stance: null, from: day, to: day },
    })),
  };
}

/** Names keep inside their margin. */
const shortened = (name: string, margin: number) => {
  const most = Math.floor((margin - 10) / 6.9);
  return name.length <= most ? name : `${name.slice(0, most - 1).trimEnd()}…`;
};
