import { Readable } from 'node:stream';
import { Agent, request } from 'undici';
import { messageOf } from '../errors.ts';
import { checkUrl } from './check-url.ts';
import { guardedConnector, resolveBySystem } from './guarded-connector.ts';
import { WebError } from './web-error.ts';

/**
 * What came of a post.
 * `taken`: the receiver has it. `not-taken`: it certainly hasn't; try later, not before `retryAfterMs`.
 * `refused`: it won't take it: the address is wrong or revoked, or (status 400) it can't read the message.
 * `unconfirmed`: the request went out and no answer came: it may or may not have it.
 */
export type PostOutcome =
  | { outcome: 'taken' }
  | { outcome: 'not-taken'; answer: string; retryAfterMs: number }
  | { outcome: 'refused'; answer: string; status: number }
  | { outcome: 'unconfirmed'; answer: string };

export interface WebhookSettings {
  /** `host:port` of local test servers; never set in the cloud. */
  allowList?: readonly string[];
  /** Waits, in milliseconds; a test brings its own. */
  wait?: (milliseconds: number) => Promise<void>;
  /** How long an answer is waited for, in milliseconds. */
  timeoutMs?: number;
}

const tries = 4;
const connectTimeoutMs = 5_000;
/** Slack answers within a second or two; what has not come after so long will not come. */
const answerTimeoutMs = 20_000;
/** A longer wait is the next run's: a function must not be paid for sleeping. */
const longestWaitMs = 15_000;

/**
 * Posts JSON to a webhook. 429 (after its Retry-After, RFC 9110 10.2.3), 5xx and connections that were not made are
 * tried again with growing waits. A post that went out and was not answered is never repeated: webhooks have no key by
 * which the receiver could tell the second from the first.
 */
export async function postWebhook(
  address: string,
  body: unknown,
  settings: WebhookSettings = {},
): Promise<PostOutcome> {
  const allowList = new Set(settings.allowList ?? []);
  const wait = settings.wait ?? ((milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)));
  const timeout = settings.timeoutMs ?? answerTimeoutMs;
  let url: URL;
  try {
    url = checkUrl(address, allowList);
  } catch (thrown) {
    // The error names the address, which is a secret: only its kind may reach a log.
    const kind = thrown instanceof WebError ? thrown.kind : 'bad-url';
    return { outcome: 'refused', answer: `the address is not one that may be asked (${kind})`, status: 0 };
  }
  const dispatcher = new Agent({
    connect: guardedConnector(allowList, resolveBySystem, { connectTimeoutMs }),
    headersTimeout: timeout,
    bodyTimeout: timeout,
  });
  try {
    for (let attempt = 1; ; attempt += 1) {
      const outcome = await postOnce(url, body, dispatcher);
      if (outcome.outcome !== 'not-taken' || attempt === tries) return outcome;
      const pause = Math.max(outcome.retryAfterMs, 1_000 * 2 ** (attempt - 1));
      if (pause > longestWaitMs) return outcome;
      await wait(pause);
    }
  } finally {
    await dispatcher.destroy();
  }
}

async function postOnce(url: URL, message: unknown, dispatcher: Agent): Promise<PostOutcome> {
  const bytes = Buffer.from(JSON.stringify(message));
  let isSent = false;
  // Asked for its bytes only once a connection stands: what fails before has certainly not reached the receiver.
  async function* body() {
    isSent = true;
    yield bytes;
  }
  try {
    // A connection of its own each time: a kept one may be closed under the request, and then nobody knows.
    const reply = await request(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'content-length': String(bytes.length) },
      body: Readable.from(body()),
      dispatcher,
      reset: true,
    });
    // The status decides; an answer whose text breaks off is still an answer.
    const text = await reply.body.text().catch(() => '');
    return outcomeOf(reply.statusCode, text.slice(0, 200), reply.headers['retry-after']?.toString());
  } catch (thrown) {
    const answer = messageOf(thrown);
    return isSent ? { outcome: 'unconfirmed', answer } : { outcome: 'not-taken', answer, retryAfterMs: 0 };
  }
}

function outcomeOf(status: number, text: string, retryAfter: string | undefined): PostOutcome {
  if (status >= 200 && status < 300) return { outcome: 'taken' };
  const answer = `${status} ${text}`.trim();
  if (status !== 429 && status < 500) return { outcome: 'refused', answer, status };
  const seconds = Number(retryAfter);
  return { outcome: 'not-taken', answer, retryAfterMs: Number.isFinite(seconds) && seconds > 0 ? seconds * 1_000 : 0 };
}
