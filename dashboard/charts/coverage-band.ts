import * as Plot from '@observablehq/plot';
import { type Hearing, hearings } from '../../shared/trend/hearing.ts';
import { type CoverageStep, coverageText, feedsIn } from '../shaping/coverage.ts';
import { lengthInDays } from '../shaping/days.ts';
import { stepText } from '../shaping/format.ts';
import { dayScale, middleOf, type Part, spanOf, type TimeFrame, timePlot } from './time-frame.ts';

const bandHeight = 18;
/** Even one feed of many is seen: no state takes less of the band than this. */
const leastShare = 0.2;
const axisHeight = 36;
const top = 6;

interface Share extends CoverageStep {
  hearing: Hearing;
  y1: number;
  y2: number;
}

/** Under every chart: of the feeds expected, how many were heard, late, silent or dead; and the time axis. */
export function coverageBand(frame: TimeFrame, row: number): Part {
  const fill: Record<Hearing, string> = {
    heard: 'var(--heard)',
    late: 'var(--late)',
    silent: 'var(--silent)',
    dead: `url(#hatch-${frame.id})`,
  };
  const svg = timePlot(frame, {
    height: top + bandHeight + axisHeight,
    marginTop: top,
    marginBottom: axisHeight,
    x: { type: 'utc', domain: timeDomain(frame) },
    y: { domain: [0, 1], axis: null },
    marks: [
      Plot.rect(sharesOf(frame.coverage), {
        ...spanOf,
        y1: 'y1',
        y2: 'y2',
        fill: ({ hearing }: Share) => fill[hearing],
      }),
      Plot.ruleY([0, 1], { stroke: 'var(--line)' }),
      Plot.axisX({ ticks: ticksOf(frame), tickSize: 4, color: 'var(--muted)', label: null }),
      Plot.text(frame.marginLeft < 40 ? [] : ['Feeds'], {
        frameAnchor: 'left',
        textAnchor: 'end',
        dx: -6,
        fill: 'var(--muted)',
        fontSize: 11,
      }),
    ],
  });
  const x = dayScale(frame);
  return {
    svg,
    targets: frame.coverage
      .filter(({ expected }) => expected > 0)
      .map((step) => ({
        ...{ x: x(middleOf(step)), y: top + bandHeight / 2, row },
        lines: [`Feeds, ${stepText(step)}`, coverageText(step)],
        pick: { kind: 'feeds', from: step.from, to: step.to },
      })),
  };
}

/** As many ticks as there is room for, but none within a day. */
function ticksOf({ from, to, width }: TimeFrame): number | string {
  const room = Math.max(3, Math.floor(width / 95));
  return lengthInDays(from, to) <= room ? 'day' : room;
}

const timeDomain = (frame: TimeFrame) => [
  spanOf.x1({ from: frame.from, to: frame.from }),
  spanOf.x2({ from: frame.to, to: frame.to }),
];

/** Runs of equal coverage as stacked shares: heard at the bottom. */
function sharesOf(coverage: readonly CoverageStep[]): Share[] {
  const runs: CoverageStep[] = [];
  for (const step of coverage) {
    const last = runs.at(-1);
    if (last && hearings.every((hearing) => feedsIn(last, hearing) === feedsIn(step, hearing))) last.to = step.to;
    else runs.push({ ...step });
  }
  return runs
    .filter(({ expected }) => expected > 0)
    .flatMap((step) => {
      const shares = hearings.map((hearing) => shareOf(feedsIn(step, hearing) / step.expected));
      const whole = shares.reduce((total, share) => total + share, 0);
      let sum = 0;
      return hearings.flatMap((hearing, index) => {
        const y1 = sum;
        sum += shares[index]! / whole;
        return sum > y1 ? [{ ...step, hearing, y1, y2: sum }] : [];
      });
    });
}

const shareOf = (share: number) => (share === 0 ? 0 : Math.max(share, leastShare));
