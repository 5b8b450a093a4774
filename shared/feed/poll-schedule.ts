const hour = 3_600_000;
const day = 24 * hour;
/** Share of the wait that is left to chance, so that feeds created together drift apart. */
const jitterShare = 0.1;
const jitterAfter429 = hour;
/** A feed that has failed for weeks is still asked this often. */
export const parkedWait = 30 * day;

/** A wish for how long to wait, and who wishes it. */
export interface Wish {
  why: string;
  waitMs: number;
}

export interface ScheduleInput {
  now: number;
  /** In [0, 1). */
  random: number;
  minimumIntervalMs: number;
  maximumIntervalMs: number;
  /** Own interval first; the longest wins, the earlier among equals. */
  wishes: readonly Wish[];
  skipHours: readonly number[];
  skipDays: readonly string[];
  /** The server said it is asked too often. */
  tooManyRequests: boolean;
}

/** When a feed is asked next (milliseconds since the epoch), and why then. */
export interface Schedule {
  nextPollAt: number;
  why: string;
}

/** The longest wish, within limits, plus jitter, moved out of the hours and days the feed asked us to leave out. */
export function schedule(input: ScheduleInput): Schedule {
  const longest = input.wishes.reduce((best, wish) => (wish.waitMs > best.waitMs ? wish : best), {
    why: 'minimum',
    waitMs: 0,
  });
  const wait = Math.min(input.maximumIntervalMs, Math.max(input.minimumIntervalMs, longest.waitMs));
  const jitter = input.random * (wait * jitterShare + (input.tooManyRequests ? jitterAfter429 : 0));
  const due = Math.round(input.now + wait + jitter);
  const nextPollAt = afterSkipped(due, input.skipHours, input.skipDays);
  return { nextPollAt, why: nextPollAt === due ? longest.why : `${longest.why}, then skipHours or skipDays` };
}

/** Wait after failures, all weights since the last success added up: the interval times that, at most a day. */
export function backOff(intervalMs: number, failures: number): Wish {
  const times = Math.max(1, failures);
  return { why: `back-off after failures (${failures})`, waitMs: Math.min(day, intervalMs * times) };
}

/** First instant from `due` on that is in no skipped hour or day (GMT, RSS 2.0); `due` itself if all are skipped. */
function afterSkipped(due: number, skipHours: readonly number[], skipDays: readonly string[]): number {
  if (skipHours.length >= 24 || skipDays.length >= 7) return due;
  let at = due;
  for (let tries = 0; tries <= 7 * 24; tries += 1) {
    const date = new Date(at);
    if (!skipHours.includes(date.getUTCHours()) && !skipDays.includes(weekdays[date.getUTCDay()] ?? '')) return at;
    at = Math.floor(at / hour) * hour + hour;
  }
  return due;
}

const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
