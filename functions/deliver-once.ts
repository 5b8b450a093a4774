import { PermanentError, type PicketlineError, TransientError } from '../shared/errors.ts';
import { nextStep } from '../shared/report/delivery.ts';
import { slackText } from '../shared/report/slack-message.ts';
import type { DeliveryRow, Store } from '../shared/store/store.ts';
import type { PostOutcome } from '../shared/web/post-webhook.ts';
import type { Log } from './runtime.ts';

/** A place messages go to. */
export interface Channel {
  name: string;
  /** Tells a new address from an old one without showing either. */
  addressKey: string;
  /** Posts a message; null where no webhook is set: messages are then kept, not posted. */
  post: ((message: unknown) => Promise<PostOutcome>) | null;
}

/** A message in the two forms in which it is kept: to be read, and to be posted. */
export interface Composed {
  text: string;
  posted: unknown;
}

export interface DeliveryPorts {
  store: Pick<Store, 'deliveries'>;
  now(): number;
  log: Log;
}

export interface DeliveryOrder {
  dispute: string;
  /** Without the channel, which is added: `digest#2016-02-11`. */
  message: string;
  channel: Channel;
  compose(): Promise<Composed>;
  /** After so long the same key may be delivered anew; never where left out. */
  coolDownMs?: number;
}

/**
 * Delivers a message to a channel at most once, however often and by however many runs it is asked for: the row is
 * claimed by a conditional write right before the post, and whatever leaves open whether the receiver has it is final.
 * What was certainly not taken waits for the next run, in the words it was composed in.
 * @returns the text when this run delivered (or kept) it, else null
 * @throws TransientError when the receiver was down: the next run tries again
 * @throws PermanentError `webhook-refused`, or `unconfirmed` once for a message that may or may not have arrived
 */
export async function deliverOnce(order: DeliveryOrder, ports: DeliveryPorts): Promise<string | null> {
  const { dispute, channel } = order;
  const key = { dispute, message: `${order.message}#${channel.name}` };
  const standing = await ports.store.deliveries.get(key);
  const situation = { now: ports.now(), address: channel.addressKey, coolDownMs: order.coolDownMs };
  const step = nextStep(standing, situation);
  if (step === 'leave') return null;
  if (step === 'still-refused') throw refused(key.message, standing?.error ?? 'refused');
  if (step === 'lost') return noteLost(standing!, ports);
  const claim = { ...key, ...(await composedOf(order, standing)), ...claimOn(standing, ports.now()) };
  if (!(await ports.store.deliveries.putIf(claim, unchanged(standing)))) return null;
  return post(claim, channel, ports);
}

/** An unfinished delivery goes out as it was first composed. */
async function composedOf(
  order: DeliveryOrder,
  standing: DeliveryRow | undefined,
): Promise<Pick<DeliveryRow, 'text' | 'posted'>> {
  if (standing?.state === 'waiting' || standing?.state === 'refused')
    return { text: standing.text, posted: standing.posted };
  const { text, posted } = await order.compose();
  return { text, posted: JSON.stringify(posted) };
}

const claimOn = (standing: DeliveryRow | undefined, now: number) => ({
  state: 'posting' as const,
  claimedAt: new Date(now).toISOString(),
  attempts: (standing?.state === 'waiting' ? standing.attempts : 0) + 1,
});

/** Of two runs that read the same row one claims it: a claim changes the number of attempts or the instant. */
const unchanged = (standing: DeliveryRow | undefined) =>
  standing
    ? {
        text: '#state = :state AND claimedAt = :claimedAt AND attempts = :attempts',
        names: { '#state': 'state' },
        values: { ':state': standing.state, ':claimedAt': standing.claimedAt, ':attempts': standing.attempts },
      }
    : { text: 'attribute_not_exists(#state)', names: { '#state': 'state' } };

async function post(claim: DeliveryRow, channel: Channel, ports: DeliveryPorts): Promise<string> {
  const settle = (changes: Partial<DeliveryRow>) => ports.store.deliveries.put({ ...claim, ...changes });
  const sentAt = () => new Date(ports.now()).toISOString();
  if (!channel.post) {
    await settle({ state: 'kept', sentAt: sentAt() });
    return claim.text;
  }
  const outcome = await postReadable(claim, channel.post);
  switch (outcome.outcome) {
    case 'taken':
      await settle({ state: 'sent', sentAt: sentAt() });
      return claim.text;
    case 'not-taken': {
      const notBefore = new Date(ports.now() + outcome.retryAfterMs).toISOString();
      await settle({ state: 'waiting', notBefore, error: outcome.answer });
      throw down(claim.message, outcome.answer);
    }
    case 'refused':
      await settle({ state: 'refused', refusedBy: channel.addressKey, error: outcome.answer });
      throw refused(claim.message, outcome.answer);
    case 'unconfirmed':
      await settle({ state: 'unconfirmed', error: outcome.answer });
      throw unconfirmed(claim.message, outcome.answer);
  }
}

/** A message whose blocks the receiver can't read (400) still goes out as its text. */
async function postReadable(claim: DeliveryRow, send: NonNullable<Channel['post']>): Promise<PostOutcome> {
  const outcome = await send(JSON.parse(claim.posted));
  const isUnreadable = outcome.outcome === 'refused' && outcome.status === 400;
  return isUnreadable ? send({ text: slackText(claim.text) }) : outcome;
}

async function noteLost(standing: DeliveryRow, ports: DeliveryPorts): Promise<null> {
  const error = 'The run that was posting it ended before it could note the outcome.';
  const noted = { ...standing, state: 'unconfirmed' as const, error };
  if (!(await ports.store.deliveries.putIf(noted, unchanged(standing)))) return null;
  throw unconfirmed(standing.message, error);
}

const down = (message: string, answer: string): PicketlineError =>
  new TransientError(
    `${message} was not sent: the webhook is down (${answer}).`,
    'The next run tries again; nothing to do.',
  );

const refused = (message: string, answer: string): PicketlineError =>
  new PermanentError(
    'webhook-refused',
    `${message} was not sent: the webhook refused it (${answer}).`,
    'Make a new webhook and store its address (RUNBOOK.md, "Rotate the Slack webhook"); the next run sends it.',
  );

const unconfirmed = (message: string, answer: string): PicketlineError =>
  new PermanentError(
    'unconfirmed',
    `${message} may or may not have arrived (${answer}); it is not posted again.`,
    'Look into the channel; if it is not there, send it by hand (RUNBOOK.md, "The digest was not sent").',
  );
