import * as Plot from '@observablehq/plot';
import type { Dispute } from './api.ts';
import type { CoverageDay, Step } from './steps.ts';

/** An actor's steps, named for the legend. */
export interface ActorSteps {
  name: string;
  steps: Step[];
}

const shared = { width: 1000, marginLeft: 56, marginRight: 12, style: { background: 'transparent', fontSize: '12px' } };
const utcTime = (from: string, to: string) => ({
  type: 'utc' as const,
  domain: [new Date(from), new Date(`${to}T23:59:59Z`)],
  label: null,
});

const eventMarks = (events: Dispute['events'], labelled: boolean) => [
  Plot.ruleX(events, {
    x: (event) => new Date(`${event.date}T12:00:00Z`),
    stroke: 'currentColor',
    strokeOpacity: 0.25,
    strokeDasharray: '3,3',
  }),
  ...(labelled
    ? [
        Plot.tip(
          events,
          Plot.pointerX({
            x: (event) => new Date(`${event.date}T12:00:00Z`),
            title: (event) => `${event.date}\n${event.label}`,
            frameAnchor: 'top',
            fill: 'var(--paper)',
          }),
        ),
      ]
    : []),
];

/** Tone of the chosen actors with its 95 % interval. The plot's value is the step under the pointer. */
export function toneChart(actors: ActorSteps[], events: Dispute['events'], from: string, to: string) {
  const marks = actors.flatMap(({ name, steps }) =>
    steps.filter((step) => step.mean !== null).map((step) => ({ ...step, name })),
  );
  return Plot.plot({
    ...shared,
    height: 300,
    x: utcTime(from, to),
    y: { domain: [-1, 1], label: 'tone (−1 negative, 1 positive)', grid: true },
    color: { legend: true, domain: actors.map(({ name }) => name), range: palette },
    marks: [
      Plot.ruleY([0], { strokeOpacity: 0.5 }),
      ...eventMarks(events, false),
      Plot.ruleX(marks, {
        x: 'date',
        y1: 'low',
        y2: 'high',
        stroke: 'name',
        strokeOpacity: 0.35,
        filter: (mark) => mark.low !== null,
      }),
      Plot.line(marks, { x: 'date', y: 'mean', stroke: 'name', strokeOpacity: 0.5 }),
      Plot.dot(marks, { x: 'date', y: 'mean', fill: 'name', r: 4 }),
      Plot.tip(
        marks,
        Plot.pointer({
          x: 'date',
          y: 'mean',
          fill: 'var(--paper)',
          title: (mark) =>
            `${mark.name}\n${mark.from}${mark.to === mark.from ? '' : ` to ${mark.to}`}\ntone ${mark.mean!.toFixed(2)}, n = ${mark.n} articles`,
        }),
      ),
    ],
  });
}

/** The three counts of a day; of a week the articles only. */
export const countsText = ({ copies, texts, outlets }: Step) =>
  texts === null ? `${copies} articles` : `${copies} articles (copies), ${texts} texts, ${outlets} outlets`;

/** Articles a step; by day with the distinct texts among them in the darker part. */
export function volumeChart(steps: Step[], events: Dispute['events'], from: string, to: string) {
  return Plot.plot({
    ...shared,
    height: 150,
    x: utcTime(from, to),
    y: { label: 'articles', grid: true, nice: true },
    marks: [
      ...eventMarks(events, true),
      Plot.rectY(steps, {
        x1: (step) => new Date(step.from),
        x2: (step) => new Date(`${step.to}T23:59:59Z`),
        y: 'copies',
        fill: 'var(--soft)',
        insetRight: 1,
      }),
      Plot.rectY(steps, {
        x1: (step) => new Date(step.from),
        x2: (step) => new Date(`${step.to}T23:59:59Z`),
        y: (step) => step.texts ?? step.copies,
        fill: 'var(--strong)',
        insetRight: 1,
      }),
      Plot.tip(
        steps,
        Plot.pointerX({
          x: 'date',
          y: 'copies',
          fill: 'var(--paper)',
          title: (step) => `${step.from}${step.to === step.from ? '' : ` to ${step.to}`}\n${countsText(step)}`,
        }),
      ),
    ],
  });
}

const daySpan = {
  x1: (day: CoverageDay) => new Date(day.day),
  x2: (day: CoverageDay) => new Date(`${day.day}T23:59:59Z`),
};
const share = ({ total, missing }: CoverageDay) => (total === 0 ? 0 : (total - missing) / total);

/** The share of each day's feeds that were heard; the rest is hatched, which may explain a dip above. */
export function coverageChart(days: CoverageDay[], from: string, to: string) {
  return Plot.plot({
    ...shared,
    height: 44,
    x: { ...utcTime(from, to), axis: null },
    y: { axis: null, domain: [0, 1] },
    marks: [
      Plot.rectY(days, { ...daySpan, y1: 0, y2: share, fill: 'var(--good)' }),
      Plot.rectY(days, { ...daySpan, y1: share, y2: 1, fill: 'url(#hatch)' }),
      Plot.tip(
        days,
        Plot.pointerX({
          x: 'date',
          y: 0.5,
          fill: 'var(--paper)',
          title: (day) =>
            `${day.day}\n${day.total - day.missing} of ${day.total} feeds heard${day.names ? `\nnot heard: ${day.names}` : ''}`,
        }),
      ),
    ],
  });
}

/** Okabe & Ito's colours (2008), which colour-blind readers can tell apart. */
const palette = ['#0072B2', '#D55E00', '#009E73', '#CC79A7', '#56B4E9', '#E69F00', '#8a8a8a', '#b8a900'];
