/** Base of all errors Picketline throws on purpose: `message` names the thing, `remedy` says what to do about it. */
export class PicketlineError extends Error {
  readonly remedy: string;

  constructor(message: string, remedy: string, options?: ErrorOptions) {
    super(message, options);
    this.name = new.target.name;
    this.remedy = remedy;
  }
}

/** Trying again later may help: the message goes back to its queue. */
export class TransientError extends PicketlineError {}

/** Trying again can't help: the work is counted as failed under `reason` and kept. */
export class PermanentError extends PicketlineError {
  readonly reason: string;

  constructor(reason: string, message: string, remedy: string, options?: ErrorOptions) {
    super(message, remedy, options);
    this.reason = reason;
  }
}

/** A setting is missing or wrong. */
export class SettingError extends PicketlineError {}

/** The text of anything thrown, for logs and outcome rows. */
export const messageOf = (thrown: unknown): string => (thrown instanceof Error ? thrown.message : String(thrown));
