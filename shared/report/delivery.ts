/**
 * Where the delivery of one message to one channel stands.
 *
 *   (none) ──claim──> posting ──taken──> sent
 *     ^                  ├──not taken──> waiting ──claim──> posting ...
 *     │                  ├──refused────> refused ──new address──> posting ...
 *   compose              └──no answer, or the run died──> unconfirmed
 *
 * `kept`: no webhook is set; the message is kept and counts as delivered. `sent`, `kept` and `unconfirmed` are final.
 */
export type DeliveryState = 'posting' | 'sent' | 'kept' | 'waiting' | 'refused' | 'unconfirmed';

/** What a delivery remembers. Instants are ISO 8601 UTC. */
export interface Delivery {
  state: DeliveryState;
  /** When the run that last worked on it began to. */
  claimedAt: string;
  attempts: number;
  /** The receiver asked not to be asked before. */
  notBefore?: string | undefined;
  /** Which address refused it; see `addressKey`. */
  refusedBy?: string | undefined;
  error?: string | undefined;
}

/** What a run does about a delivery: post it, leave it, note that a run died with it, or say that it is still refused. */
export type DeliveryStep = 'post' | 'leave' | 'lost' | 'still-refused';

export interface DeliverySituation {
  /** Milliseconds since the epoch. */
  now: number;
  /** Key of the channel's address. */
  address: string;
  /** A final delivery so old no longer counts, and a new message may take its place; never where left out. */
  coolDownMs?: number | undefined;
}

/** Longer than any function may run (`stages.ts`): a claim so old belongs to a run that died. */
export const claimLapsesAfterMs = 150_000;

/** Decides the next step of a delivery. */
export function nextStep(
  standing: Delivery | undefined,
  { now, address, coolDownMs = Number.POSITIVE_INFINITY }: DeliverySituation,
): DeliveryStep {
  if (!standing) return 'post';
  const age = now - Date.parse(standing.claimedAt);
  switch (standing.state) {
    case 'waiting':
      return standing.notBefore !== undefined && Date.parse(standing.notBefore) > now ? 'leave' : 'post';
    case 'refused':
      return standing.refusedBy === address ? 'still-refused' : 'post';
    case 'posting':
      return age > claimLapsesAfterMs ? 'lost' : 'leave';
    default:
      return age >= coolDownMs ? 'post' : 'leave';
  }
}
