/** What is known of a host: a row of the Hosts table, plain JSON, instants in milliseconds since the epoch. */
export interface HostPace {
  revision: number;
  /** No request may start earlier. */
  nextStartAt: number;
  /** Requests under way; a lease that is never released lapses at `until`. */
  open: { id: string; until: number }[];
}

/** Where paces are kept, shared by all workers. */
export interface HostPaceStore {
  /** Consistent read; null when the host is new. */
  read(host: string): Promise<HostPace | null>;
  /** Writes if the stored revision still is `expectedRevision` (or no row exists and it is 0); else false. */
  write(host: string, pace: HostPace, expectedRevision: number): Promise<boolean>;
}

/** A right to send one request to a host. */
export interface HostLease {
  /** Says that the response has been read, so that another request may open. */
  release(): Promise<void>;
}

export interface HostPaceRequest {
  /** Smallest time between the starts of two requests to the host, e.g. its crawl-delay. */
  gapMs: number;
}

/** Keeps requests to one host apart, over all workers that share its store. */
export interface HostPacer {
  /** Waits for the host's turn. Resolves to a lease, or to the instant to come back at when the wait would be too long. */
  take(host: string, request: HostPaceRequest): Promise<HostLease | { retryAt: number }>;
}
