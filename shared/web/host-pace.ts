/** What is known of a host: a row of the Hosts table, plain JSON, instants in milliseconds since the epoch. */
export interface HostPace {
  revision: number;
  /** No request may start earlier. */
  nextStartAt: number;
  /** Requests under way; a lease that is never released lapses at `until`. */
  open: { id: string; until: number }[];
}

/** Longer than any request may take: after it the worker that held the lease is gone. */
const leaseMs = 60_000;
/** How soon to look again when all leases of a host are out. */
const lookAgainMs = 500;

export interface TurnRequest {
  /** Names the lease. */
  id: string;
  now: number;
  gapMs: number;
  maximumOpen: number;
}

/** Either a turn, with the pace to write before starting at `startAt`; or no turn before `retryAt`. */
export type Turn = { startAt: number; pace: HostPace } | { startAt: null; retryAt: number };

/** The next turn of a host, given what is known of it (null: nothing yet). */
export function takeTurn(pace: HostPace | null, { id, now, gapMs, maximumOpen }: TurnRequest): Turn {
  const open = (pace?.open ?? []).filter(({ until }) => until > now);
  if (open.length >= maximumOpen) return { startAt: null, retryAt: now + lookAgainMs };
  const startAt = Math.max(now, pace?.nextStartAt ?? 0);
  const lease = { id, until: startAt + leaseMs };
  return {
    startAt,
    pace: { revision: (pace?.revision ?? 0) + 1, nextStartAt: startAt + gapMs, open: [...open, lease] },
  };
}

/** The pace once a lease is given back. */
export function releaseTurn(pace: HostPace, id: string, now: number): HostPace {
  const open = pace.open.filter((lease) => lease.id !== id && lease.until > now);
  return { ...pace, revision: pace.revision + 1, open };
}
