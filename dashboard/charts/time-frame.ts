import * as Plot from '@observablehq/plot';
import type { DisputeEvent } from '../data/answers.ts';
import { type CoverageStep, coverageText } from '../shaping/coverage.ts';
import { dayEnd, dayStart, type Step } from '../shaping/days.ts';
import type { Target } from './target.ts';

/** What all parts of a time chart share: so that they line up. */
export interface TimeFrame {
  /** Tells this chart's patterns from those of others on the page. */
  id: string;
  width: number;
  marginLeft: number;
  from: string;
  to: string;
  /** Days from this one on are still filling. */
  today: string;
  events: DisputeEvent[];
  coverage: CoverageStep[];
}

/** One part of a chart, with its targets in its own pixels. */
export interface Part {
  svg: SVGSVGElement;
  targets: Target[];
}

export const marginRight = 14;
/** A phone held upright. */
export const isNarrow = (width: number) => width < 560;
export const timeMargin = (width: number) => (isNarrow(width) ? 32 : 44);

/** A plot of the frame's period, without axes of its own. */
export function timePlot(frame: TimeFrame, options: Plot.PlotOptions): SVGSVGElement & Plot.Plot {
  const plot = Plot.plot({
    width: frame.width,
    marginLeft: frame.marginLeft,
    marginRight,
    marginTop: 4,
    marginBottom: 4,
    style: { background: 'none', color: 'var(--ink)', fontSize: '11.5px', fontFamily: 'inherit', overflow: 'visible' },
    x: { type: 'utc', domain: [dayStart(frame.from), dayEnd(frame.to)], axis: null },
    ...options,
  });
  return plot as SVGSVGElement & Plot.Plot;
}

/** Where days lie in the frame, in pixels. */
export function dayScale({ width, marginLeft, from, to }: TimeFrame): (date: Date) => number {
  const [start, end] = [dayStart(from).valueOf(), dayEnd(to).valueOf()];
  const scale = (width - marginLeft - marginRight) / (end - start);
  return (date) => marginLeft + (date.valueOf() - start) * scale;
}

export const middleOf = (step: Step): Date => new Date((dayStart(step.from).valueOf() + dayEnd(step.to).valueOf()) / 2);
export const spanOf = { x1: (step: Step) => dayStart(step.from), x2: (step: Step) => dayEnd(step.to) };

/** Ground of a part: days with dead feeds hatched, days still filling dotted, events as dashed lines. */
export function ground(frame: TimeFrame): Plot.Markish[] {
  const [firstFilling] = [frame.from, frame.today].sort().reverse();
  const filling = firstFilling! <= frame.to ? [{ from: firstFilling!, to: frame.to }] : [];
  return [
    Plot.rect(deadRuns(frame.coverage), {
      ...spanOf,
      fill: `url(#hatch-${frame.id})`,
      fillOpacity: ({ share }: DeadRun) => 0.13 + 0.6 * share,
    }),
    Plot.rect(filling, { ...spanOf, fill: `url(#dots-${frame.id})`, fillOpacity: 0.5 }),
    Plot.ruleX(frame.events, {
      x: (event: DisputeEvent) => middleOf({ from: event.date, to: event.date }),
      stroke: 'var(--muted)',
      strokeOpacity: 0.45,
      strokeDasharray: '2,3',
    }),
  ];
}

type DeadRun = Step & { share: number };

/** Steps in a row with the same share of dead feeds, joined: one hatched area instead of many. */
function deadRuns(coverage: readonly CoverageStep[]): DeadRun[] {
  const runs: DeadRun[] = [];
  let isOpen = false;
  for (const { from, to, expected, feeds } of coverage) {
    const share = expected === 0 ? 0 : feeds.dead.length / expected;
    const last = runs.at(-1);
    if (share === 0) isOpen = false;
    else if (isOpen && last && last.share === share) last.to = to;
    else {
      runs.push({ from, to, share });
      isOpen = true;
    }
  }
  return runs;
}

/** What is said beside a point of its day's feeds, where it matters. */
export function hearingLines(coverage: CoverageStep | undefined, today: string): string[] {
  if (!coverage) return [];
  const lines = coverage.feeds.dead.length > 0 ? [coverageText(coverage)] : [];
  return coverage.to >= today ? [...lines, 'Still filling'] : lines;
}
