import type { IntervalLimits } from './poll-interval.ts';

/** What a decision after a poll depends on beside the feed and what was found. */
export interface PollContext {
  /** When the poll began and ended, milliseconds since the epoch. */
  startedAt: number;
  endedAt: number;
  /** In [0, 1). */
  random: number;
  limits: IntervalLimits;
  timeZone: string;
}
