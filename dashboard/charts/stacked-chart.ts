import { coverageBand } from './coverage-band.ts';
import { eventStrip } from './event-strip.ts';
import type { Drawn } from './interactive-chart.tsx';
import { patterns, stack } from './stack.ts';
import type { Part, TimeFrame } from './time-frame.ts';

/** A time chart: events above, the parts, and the coverage band below. It is drawn part by part. */
export function* stackedChart(
  frame: TimeFrame,
  parts: readonly (() => Part)[],
  hasEvents = true,
): Generator<void, Drawn> {
  const all: Part[] = [];
  const band = () => coverageBand(frame, Number.MAX_SAFE_INTEGER);
  for (const part of [...(hasEvents ? [() => eventStrip(frame)] : []), ...parts, band]) {
    all.push(part());
    yield;
  }
  const { svg, width, height, offsets } = stack(
    all.map((part) => part.svg),
    patterns(frame.id),
  );
  const targets = all.flatMap((part, index) =>
    part.targets.map((target) => ({ ...target, y: target.y + (offsets[index] ?? 0) })),
  );
  return { svg, width, height, targets };
}
