/** What came of a poll. `unmodified`: 304 or the same validators; `same-body`: new validators, same bytes. */
export type PollResult = 'entries' | 'unmodified' | 'same-body' | 'failed' | 'gone' | 'not-stored' | 'put-off';

/** Things that went well enough but that someone should know. */
export type PollWarning =
  | 'no-entries'
  | 'possible-gap'
  | 'bad-items'
  | 'too-many-items'
  | 'future-dates'
  | 'ancient-dates'
  | 'undated-items'
  | 'moved'
  | 'move-refused';

/** Why an entry was not taken. */
export type SkipReason = 'no-address' | 'home-page' | 'relative-address' | 'not-http' | 'address-too-long';

/** One poll: what was asked, what came, and when the feed is asked again and why. */
export interface PollEvent {
  /** Milliseconds since the epoch, as `nextPollAt`. */
  at: number;
  result: PollResult;
  /** HTTP status; null when no response came. */
  code: number | null;
  ms: number;
  bytes: number;
  items: number;
  /** Of the items: not known before / known / known with a changed text. */
  new: number;
  duplicate: number;
  updated: number;
  skipped: Partial<Record<SkipReason, number>>;
  /** Items that could not be read at all. */
  bad: number;
  warnings: PollWarning[];
  /** What failed, in one line; null after a success. */
  error: string | null;
  nextPollAt: number;
  /** Which wish decided `nextPollAt`, e.g. `own interval`, `Retry-After`, `ttl`. */
  why: string;
}
