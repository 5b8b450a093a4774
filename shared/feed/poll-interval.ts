const minute = 60_000;
const lateOrEarly = 20 * minute;
const quietDays = 31;

export interface IntervalInput {
  intervalMs: number;
  /** What the poll brought; an unchanged document counts as all duplicates. Both 0: nothing to go by. */
  new: number;
  duplicate: number;
  /** Now minus the instant the poll was due. */
  driftMs: number;
  /** Since an entry was last new; null when none ever was. */
  quietMs: number | null;
  /** Mean time between entries over the last week; null when none came. */
  meanGapMs: number | null;
}

export interface IntervalLimits {
  minimumIntervalMs: number;
  defaultIntervalMs: number;
  maximumIntervalMs: number;
}

/**
 * Our own interval after a poll. Mostly duplicates: longer by ten minutes or a quarter, by an hour at least after 31
 * quiet days. Mostly new: back to the default, from there an hour shorter. Never longer than half the feed's mean gap
 * between entries of the last week. A poll that came off schedule teaches nothing.
 * Source: Media Cloud rss-fetcher (`_check_auto_adjust`), miniflux (weekly count).
 */
export function nextInterval(input: IntervalInput, limits: IntervalLimits): number {
  const heard = input.new + input.duplicate;
  if (Math.abs(input.driftMs) > lateOrEarly || heard === 0) return clamp(input.intervalMs, limits);
  return clamp(Math.min(byDuplicates(input, input.duplicate / heard, limits), ceiling(input, limits)), limits);
}

function byDuplicates(input: IntervalInput, duplicates: number, { defaultIntervalMs }: IntervalLimits): number {
  const { intervalMs } = input;
  if (duplicates < 0.33) return intervalMs > defaultIntervalMs ? defaultIntervalMs : intervalMs - 60 * minute;
  if (duplicates < 0.67) return intervalMs;
  return intervalMs + Math.max(isQuiet(input) ? 60 * minute : 10 * minute, intervalMs / 4);
}

function isQuiet({ quietMs }: IntervalInput): boolean {
  return quietMs !== null && quietMs > quietDays * 24 * 60 * minute;
}

function ceiling({ meanGapMs }: IntervalInput, { maximumIntervalMs }: IntervalLimits): number {
  return meanGapMs === null ? maximumIntervalMs : meanGapMs / 2;
}

function clamp(intervalMs: number, { minimumIntervalMs, maximumIntervalMs }: IntervalLimits): number {
  return Math.round(Math.min(maximumIntervalMs, Math.max(minimumIntervalMs, intervalMs)));
}
