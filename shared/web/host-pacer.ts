import { randomUUID } from 'node:crypto';
import { type HostPace, releaseTurn, takeTurn } from './host-pace.ts';

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

export interface HostPacerSettings {
  /** Milliseconds since the epoch. */
  clock: () => number;
  wait: (milliseconds: number) => Promise<void>;
  /** At most so many requests to a host at once. */
  maximumOpen: number;
  /** Least time between two starts; a site's crawl-delay can only lengthen it. */
  gapMs: number;
  /** Longest time worth waiting in a worker; beyond it the request is put off. */
  maximumWaitMs: number;
}

/** Two at once, five seconds apart (Media Cloud rss-fetcher), and no worker stands waiting for more than 20 seconds of real time. */
export const defaultPace: HostPacerSettings = {
  clock: Date.now,
  wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
  maximumOpen: 2,
  gapMs: 5_000,
  maximumWaitMs: 20_000,
};

const raceTries = 20;

/** A pacer over a shared store: each turn is one conditional write, so that two workers never take the same one. */
export function createHostPacer(store: HostPaceStore, settings: HostPacerSettings): HostPacer {
  return { take: (host, request) => take(store, settings, host, Math.max(settings.gapMs, request.gapMs)) };
}

/** A store for one process. */
export function memoryHostPaces(): HostPaceStore {
  const paces = new Map<string, HostPace>();
  return {
    read: async (host) => paces.get(host) ?? null,
    write: async (host, pace, expectedRevision) => {
      if ((paces.get(host)?.revision ?? 0) !== expectedRevision) return false;
      paces.set(host, pace);
      return true;
    },
  };
}

async function take(
  store: HostPaceStore,
  settings: HostPacerSettings,
  host: string,
  gapMs: number,
): Promise<HostLease | { retryAt: number }> {
  const id = randomUUID();
  const latest = settings.clock() + settings.maximumWaitMs;
  for (;;) {
    const pace = await store.read(host);
    const now = settings.clock();
    const turn = takeTurn(pace, { id, now, gapMs, maximumOpen: settings.maximumOpen });
    const startAt = turn.startAt ?? turn.retryAt;
    if (startAt > latest) return { retryAt: startAt };
    if (turn.startAt === null) await settings.wait(turn.retryAt - now);
    else if (await store.write(host, turn.pace, pace?.revision ?? 0)) {
      await settings.wait(turn.startAt - now);
      return { release: () => release(store, settings, host, id) };
    }
  }
}

/** A lease that can't be given back, for all the others doing the same, lapses on its own. */
async function release(store: HostPaceStore, { clock }: HostPacerSettings, host: string, id: string): Promise<void> {
  for (let tries = 0; tries < raceTries; tries += 1) {
    const pace = await store.read(host);
    if (pace === null || (await store.write(host, releaseTurn(pace, id, clock()), pace.revision))) return;
  }
}
