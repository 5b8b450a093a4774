/** A right to send one request to a host. */
export interface HostLease {
  /** Says that the response has been read, so that another request may open. */
  release(): Promise<void>;
}

export interface HostPaceRequest {
  /** Smallest time between the starts of two requests to the host, e.g. its crawl-delay. */
  gapMs: number;
  /** Longest time worth waiting here; beyond it the request is put off. */
  maximumWaitMs: number;
}

/** Keeps requests to one host apart, over all workers that share its store. */
export interface HostPacer {
  /** Waits for the host's turn. Resolves to a lease, or to the instant (ms since the epoch) to come back at. */
  take(host: string, request: HostPaceRequest): Promise<HostLease | { retryAt: number }>;
}
