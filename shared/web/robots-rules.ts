/** Placeholder replaced in the next commit. */
export class RobotsRules {
  static readonly maximumBytes = 500 * 1024;
  constructor(_token: string, _clock: () => number, _ask: (url: string) => Promise<unknown>) {}
}
