/** Base of all errors Picketline throws on purpose: `message` names the thing, `remedy` says what to do about it. */
export class PicketlineError extends Error {
  // Written out, since the bundles' minifier shortens class names.
  override readonly name: string = 'PicketlineError';
  readonly remedy: string;

  constructor(message: string, remedy: string, options?: ErrorOptions) {
    super(message, options);
    this.remedy = remedy;
  }
}

/** Trying again later may help: the message goes back to its queue. */
export class TransientError extends PicketlineError {
  override readonly name = 'TransientError';
}

/** Trying again can't help: the work is counted as failed under `reason` and kept. */
export class PermanentError extends PicketlineError {
  override readonly name = 'PermanentError';
  readonly reason: string;

  constructor(reason: string, message: string, remedy: string, options?: ErrorOptions) {
    super(message, remedy, options);
    this.reason = reason;
  }
}

/** A setting is missing or wrong. */
export class SettingError extends PicketlineError {
  override readonly name = 'SettingError';
}

/** The text of anything thrown, for logs and outcome rows. */
export const messageOf = (thrown: unknown): string => (thrown instanceof Error ? thrown.message : String(thrown));
