/** A total time for work done in several goes, such as the hops of a redirect; what lies between the goes is free. */
export class TimeBudget {
  readonly #limitMs: number;
  #spentMs = 0;
  #isSpent = false;

  constructor(limitMs: number) {
    this.#limitMs = limitMs;
  }

  /** Whether a go was cut off because the time was up. */
  get isSpent(): boolean {
    return this.#isSpent;
  }

  /** Milliseconds used so far, rounded. */
  get spentMs(): number {
    return Math.round(this.#spentMs);
  }

  /** Runs one go under a signal that aborts it when the rest of the time is up. */
  async run<T>(go: (signal: AbortSignal) => Promise<T>): Promise<T> {
    const started = performance.now();
    const controller = new AbortController();
    const timer = setTimeout(() => this.#abort(controller), Math.max(0, this.#limitMs - this.#spentMs));
    try {
      return await go(controller.signal);
    } finally {
      clearTimeout(timer);
      this.#spentMs += performance.now() - started;
    }
  }

  #abort(controller: AbortController): void {
    this.#isSpent = true;
    controller.abort();
  }
}
