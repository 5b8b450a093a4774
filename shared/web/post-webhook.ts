import { Agent, request } from 'undici';
import { PermanentError, TransientError } from '../errors.ts';
import { checkUrl } from './check-url.ts';
import { guardedConnector, resolveBySystem } from './guarded-connector.ts';

export interface WebhookSettings {
  /** `host:port` of local test servers; never set in the cloud. */
  allowList?: readonly string[];
  /** Waits, in milliseconds; a test brings its own. */
  wait?: (milliseconds: number) => Promise<void>;
}

const tries = 4;
const timeoutMs = 10_000;
const longestWaitMs = 20_000;

/**
 * Posts JSON to a webhook. 429 (after its Retry-After, RFC 9110 10.2.3) and 5xx are tried again with growing waits.
 * @throws PermanentError `webhook-refused` for any other status: the address is wrong or was revoked
 * @throws TransientError when the last try failed too
 */
export async function postWebhook(address: string, body: unknown, settings: WebhookSettings = {}): Promise<void> {
  const allowList = new Set(settings.allowList ?? []);
  const wait = settings.wait ?? ((milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)));
  const url = checkUrl(address, allowList);
  const dispatcher = new Agent({
    connect: guardedConnector(allowList, resolveBySystem, { connectTimeoutMs: timeoutMs }),
  });
  try {
    let last = '';
    for (let attempt = 0; attempt < tries; attempt += 1) {
      const answer = await post(url, body, dispatcher);
      if (answer.status >= 200 && answer.status < 300) return;
      last = answer.status === 0 ? answer.text : `${answer.status} ${answer.text}`;
      if (answer.status !== 0 && answer.status !== 429 && answer.status < 500) {
        throw new PermanentError(
          'webhook-refused',
          `The webhook answered ${last}.`,
          'Make a new webhook and store its address in the secret.',
        );
      }
      if (attempt < tries - 1) await wait(waitFor(attempt, answer.retryAfter));
    }
    throw new TransientError(
      `The webhook failed ${tries} times, last: ${last}.`,
      'The digest is tried again by the next run.',
    );
  } finally {
    await dispatcher.close();
  }
}

interface Answer {
  /** 0 when no response came. */
  status: number;
  text: string;
  retryAfter: string | undefined;
}

async function post(url: URL, body: unknown, dispatcher: Agent): Promise<Answer> {
  try {
    const {
      statusCode,
      headers,
      body: reply,
    } = await request(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
      dispatcher,
      signal: AbortSignal.timeout(timeoutMs),
    });
    const text = (await reply.text()).slice(0, 200);
    return { status: statusCode, text, retryAfter: headers['retry-after']?.toString() };
  } catch (thrown) {
    return { status: 0, text: thrown instanceof Error ? thrown.message : String(thrown), retryAfter: undefined };
  }
}

function waitFor(attempt: number, retryAfter: string | undefined): number {
  const seconds = Number(retryAfter);
  const asked = Number.isFinite(seconds) && seconds > 0 ? seconds * 1_000 : 0;
  return Math.min(longestWaitMs, Math.max(asked, 1_000 * 2 ** attempt));
}
