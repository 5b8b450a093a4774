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
 * quiet days, but never longer than half the feed's mean gap between entries of the last week. Mostly new: back to the
 * default, from there an hour shorter. A poll that came off schedule teaches nothing.
 * Source: Media Cloud rss-fetcher (`_check_auto_adjust`), miniflux (weekly count).
 */
export function nextInterval(input: IntervalInput, limits: IntervalLimits): number {
  const { intervalMs } = input;
  const heard = input.new + input.duplicate;
  if (Math.abs(input.driftMs) > lateOrEarly || heard === 0) return clamp(intervalMs, limits);
  const duplicates = input.duplicate / heard;
  if (duplicates < 0.33)
    return clamp(intervalMs > limits.defaultIntervalMs ? limits.defaultIntervalMs : intervalMs - 60 * minute, limits);
  if (duplicates < 0.67) return clamp(intervalMs, limits);
  const step = Math.max(isQuiet(input) ? 60 * minute : 10 * minute, intervalMs / 4);
  return clamp(Math.min(intervalMs + step, Math.max(ceiling(input, limits), limits.minimumIntervalMs)), limits);
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
